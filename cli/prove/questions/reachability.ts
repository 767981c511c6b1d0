import { printCount } from '../../../model/print-count';
import { flowFormats } from '../../../reports/reachability/flow-lines';
import { entryFlows } from '../../../resources/reachability/entry/entry-flows';
import { findEntryPoints } from '../../../resources/reachability/entry/entry-points';
import { flowsOf, type Flow } from '../../../resources/reachability/query/flows';
import type { Reachability } from '../../../resources/reachability/solve/reachability';
import { exitCodes, flagOption, textOption } from '../../command';
import { openCluster, type OpenedCluster } from '../open-source';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'every flow of a cluster that passes or may pass; what is not listed is denied',
  async run(input, io) {
    const opened = await openCluster(input, io);
    const reachability = opened.solve();
    const format = flowFormats[textOption(input, 'format') ?? ''];
    if (format === undefined) throw new RangeError('the command line takes no other format');
    if (format.head !== undefined) io.out(`${format.head}\n`);
    let count = 0;
    for (const line of format.lines(flowsIn(opened, reachability, flagOption(input, 'entries')), opened.input)) {
      io.out(`${line}\n`);
      count += 1;
    }
    const workloads = printCount(reachability.workloads.length, 'workload');
    io.err(`${workloads}, ${printCount(count, 'line')}; what is not listed is denied\n`);
    return opened.isWhole ? exitCodes.clean : exitCodes.findings;
  },
});

/** All flows, and after them those from the ways in: the latter are seen among the former too, by their addresses. */
function* flowsIn({ input }: OpenedCluster, reachability: Reachability, withEntries: boolean): Generator<Flow> {
  yield* flowsOf(reachability);
  if (withEntries) yield* entryFlows(reachability, findEntryPoints(input, reachability));
}
