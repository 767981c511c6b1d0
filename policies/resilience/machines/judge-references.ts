import type { Cluster } from '../../../model/site/cluster';
import { textAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { fail, pass, type Judgement } from '../../define-policy';

/** Where the objects that make machines name what they make them from. */
const REFERENCES = [
  { kind: 'KubeadmControlPlane', path: ['spec', 'machineTemplate', 'spec', 'infrastructureRef'] },
  { kind: 'MachineDeployment', path: ['spec', 'template', 'spec', 'infrastructureRef'] },
  { kind: 'MachineDeployment', path: ['spec', 'template', 'spec', 'bootstrap', 'configRef'] },
] as const;

/** Whether all that a cluster's machines are made from stands beside the cluster's object. */
export function judgeReferences({ resources }: AssemblyView, _cluster: Cluster, declared: Resource): Judgement {
  const { cluster = '', namespace = '-' } = declared;
  for (const { kind, path } of REFERENCES) {
    for (const { name, body } of resources.inNamespace(cluster, namespace, kind)) {
      const id = `${cluster}/${textAt(body, ...path, 'kind') ?? ''}/${namespace}/${textAt(body, ...path, 'name') ?? ''}`;
      if (resources.tryFind(id) === undefined)
        return fail(`${name}: ${path.join('.')}`, `no ${id}`, 'an object that exists');
    }
  }
  return pass;
}
