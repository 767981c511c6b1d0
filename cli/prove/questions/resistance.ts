import { yamlText } from '../../../delivery/gitops/tree/yaml-text';
import { openingText, resistanceParts, writtenOpening } from '../../../reports/reachability/answers/resistance-lines';
import { visibleText } from '../../../reports/text/visible-text';
import { openedFlows, type OpenedFlow } from '../../../resources/reachability/query/opened-flows';
import { exitCodes, flagOption, splitNames, textOption } from '../../command';
import type { Io } from '../../io';
import { refuseUnknownNamespaces } from '../known-namespaces';
import { openCluster } from '../open-source';
import { neededOption, printAnswer } from '../print-answer';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'which flows NetworkPolicies could open that somebody adds in --namespaces, and the policies that do',
  async run(input, io) {
    const names = neededOption(input, 'namespaces', 'namespaces of the cluster, by comma');
    const { input: cluster, profile, isWhole } = await openCluster(input, io);
    const namespaces = [...new Set(splitNames(names))].toSorted();
    refuseUnknownNamespaces(namespaces, cluster, '--namespaces');
    const flows = [...openedFlows({ input: cluster, profile }, new Set(namespaces))];
    const page = () => resistanceParts(namespaces, flows);
    printAnswer({ page, json: () => flows.map(writtenOpening) }, input, io);
    if (textOption(input, 'format') === 'text') printWitnesses(flows, flagOption(input, 'all'), io);
    return isWhole && flows.length === 0 ? exitCodes.clean : exitCodes.findings;
  },
});

/** The policies that open flows, as documents of YAML: for the first alone, or for all. */
function printWitnesses(flows: readonly OpenedFlow[], isWhole: boolean, io: Io): void {
  const first = flows.find(({ after }) => after === 'allowed') ?? flows[0];
  for (const one of isWhole ? flows : first === undefined ? [] : [first]) {
    const [witness, text] = [one.witness(), visibleText(openingText([one]))];
    if (witness.length > 0) io.out(`---\n# ${text}\n${visibleLines(yamlText(witness))}`);
  }
}

function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}
