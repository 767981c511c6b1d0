import { entryParts, writtenEntries } from '../../../reports/reachability/answers/entry-lines';
import { findEntryPoints } from '../../../resources/reachability/entry/entry-points';
import { exitCodes } from '../../command';
import { openCluster } from '../open-source';
import { printAnswer } from '../print-answer';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'the ways into a cluster from outside, whether policies let callers in, and what leads nowhere',
  async run(input, io) {
    const opened = await openCluster(input, io);
    const reachability = opened.solve();
    const found = findEntryPoints(opened.input, reachability);
    const [page, json] = [
      () => entryParts(reachability, found, opened.input.entries),
      () => writtenEntries(reachability, found),
    ];
    printAnswer({ page, json }, input, io);
    const isWrong = found.troubles.some(({ kind }) => kind === 'leads nowhere');
    return opened.isWhole && !isWrong ? exitCodes.clean : exitCodes.findings;
  },
});
