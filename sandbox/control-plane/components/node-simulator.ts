import type { ProcessPlan } from '../processes/process-plan';
import { callerKubeconfig, commandLine, type ComponentContext } from './component-context';
import { podStages, podStagesPath } from './pod-stages';

/** kwok does for every node what its kubelet would tell the API: it is ready, and so are the pods on it. */
export function nodeSimulatorPlan(context: ComponentContext): ProcessPlan {
  const { place, binaries } = context;
  const flags = {
    config: podStagesPath(place),
    kubeconfig: callerKubeconfig(place, 'node-simulator'),
    'manage-all-nodes': 'true',
    'node-lease-duration-seconds': '40',
    v: 'WARN',
  };
  return {
    program: 'kwok',
    path: binaries.kwok.path,
    arguments: commandLine(flags, [], place),
    settings: { GOGC: '50', GOMEMLIMIT: '96MiB', KWOK_WORKDIR: place.folder },
    inputs: [context.trust, String(context.ports.api), podStages()],
  };
}
