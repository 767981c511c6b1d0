import { listAt, textAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import type { Cluster } from '../../../model/site/cluster';

/** The control plane (KubeadmControlPlane) to which a cluster's Cluster API object refers; undefined when there is none. */
export function tryControlPlane({ resources }: AssemblyView, cluster: Cluster): Resource | undefined {
  const declared = resources
    .atSite(cluster.site, 'Cluster')
    .find((one) => one.name === cluster.id && one.apiVersion.startsWith('cluster.x-k8s.io/'));
  if (declared === undefined) return undefined;
  const name = textAt(declared.body, 'spec', 'controlPlaneRef', 'name') ?? '';
  return resources.tryFind(`${declared.cluster ?? ''}/KubeadmControlPlane/${declared.namespace ?? '-'}/${name}`);
}

/** The value of a flag of the API server; undefined when it isn't given, and the last when it is given twice. */
export function tryApiServerFlag(controlPlane: Resource, flag: string): string | undefined {
  const flags = listAt(
    controlPlane.body,
    'spec',
    'kubeadmConfigSpec',
    'clusterConfiguration',
    'apiServer',
    'extraArgs',
  );
  return flags
    .filter((one) => textAt(one, 'name') === flag)
    .map((one) => textAt(one, 'value'))
    .at(-1);
}
