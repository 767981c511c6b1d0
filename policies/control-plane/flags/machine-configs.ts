import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { resourceSubjects, type SubjectOf } from '../../subjects';

/** Everything that configures machines as nodes: control planes and the templates of pools. */
export function machineConfigSubjects({ resources }: AssemblyView): readonly SubjectOf<Resource>[] {
  return resourceSubjects([
    ...resources.ofKind('KubeadmControlPlane', 'controlplane.cluster.x-k8s.io/'),
    ...resources.ofKind('KubeadmConfigTemplate', 'bootstrap.cluster.x-k8s.io/'),
  ]);
}
