import { findingParts, isMendable, writtenFindings } from '../../../reports/reachability/answers/finding-lines';
import { findConflicts } from '../../../resources/reachability/findings/conflicts';
import { predictDatapathBudget } from '../../../resources/reachability/findings/datapath-budget';
import { findNeedlessRules } from '../../../resources/reachability/findings/needless-rules';
import { exitCodes } from '../../command';
import { openCluster } from '../open-source';
import { printAnswer } from '../print-answer';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'conflicts of equal priority, rules that do nothing, and how full the datapath of Cilium gets',
  async run(input, io) {
    const opened = await openCluster(input, io);
    const reachability = opened.solve();
    const found = writtenFindings(reachability, {
      conflicts: findConflicts(reachability),
      needless: findNeedlessRules(reachability),
      budget: predictDatapathBudget(opened.input, reachability),
    });
    printAnswer({ page: () => findingParts(found), json: () => found }, input, io);
    return opened.isWhole && !found.some(isMendable) ? exitCodes.clean : exitCodes.findings;
  },
});
