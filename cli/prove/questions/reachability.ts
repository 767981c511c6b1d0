import { printCount } from '../../../model/print-count';
import { flowFormats } from '../../../reports/reachability/flow-lines';
import { flowsOf } from '../../../resources/reachability/query/flows';
import { exitCodes, textOption } from '../../command';
import { openCluster } from '../open-source';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'every flow of a cluster that passes or may pass; what is not listed is denied',
  async run(input, io) {
    const { input: cluster, reachability, isWhole } = await openCluster(input, io);
    const format = flowFormats[textOption(input, 'format') ?? ''];
    if (format === undefined) throw new RangeError('the command line takes no other format');
    if (format.head !== undefined) io.out(`${format.head}\n`);
    let count = 0;
    for (const line of format.lines(flowsOf(reachability), cluster)) {
      io.out(`${line}\n`);
      count += 1;
    }
    const workloads = printCount(reachability.workloads.length, 'workload');
    io.err(`${workloads}, ${printCount(count, 'line')}; what is not listed is denied\n`);
    return isWhole ? exitCodes.clean : exitCodes.findings;
  },
});
