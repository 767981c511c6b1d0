import { exposureParts, writtenExposure } from '../../../reports/reachability/answers/exposure-lines';
import { Reachability } from '../../../resources/reachability/solve/reachability';
import { exposureOf, withEveryPod } from '../../../resources/view/reachability/exposure';
import { exitCodes } from '../../command';
import { refuseUnknownNamespaces } from '../known-namespaces';
import { openCluster } from '../open-source';
import { neededOption, printAnswer } from '../print-answer';
import { defineQuestion } from '../question';

export default defineQuestion({
  summary: 'what a pod that somebody makes in a --namespace, with any labels, could reach, and who could reach it',
  async run(input, io) {
    const namespace = neededOption(input, 'namespace', 'a namespace of the cluster');
    const { input: cluster, profile, isWhole } = await openCluster(input, io);
    refuseUnknownNamespaces([namespace], cluster, '--namespace');
    const exposure = exposureOf(new Reachability(withEveryPod(cluster, namespace), profile), namespace);
    printAnswer({ page: () => exposureParts(exposure), json: () => writtenExposure(exposure) }, input, io);
    return isWhole && exposure.open.length === 0 ? exitCodes.clean : exitCodes.findings;
  },
});
