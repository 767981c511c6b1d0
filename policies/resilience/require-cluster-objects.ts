import type { Cluster } from '../../model/site/cluster';
import { numberAt, textAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { tryControlPlane } from '../identity/control-plane/control-plane-of';
import { clusterSubjects } from '../subjects';
import { judgeHosts } from './machines/judge-hosts';
import { judgeReferences } from './machines/judge-references';

export default definePolicy({
  title: {
    vi: 'Mỗi cụm có đủ đối tượng Cluster API và một BareMetalHost cho từng máy chủ',
    en: 'Each cluster has its Cluster API objects, and each of its hosts a BareMetalHost',
  },
  force: 'block',
  controls: ['d331-22.3d', 'd331-30.5-4', 'tcvn-14423-4.5.2.1'],
  why: {
    vi: 'Cụm hoặc máy chủ chỉ có trong dữ kiện thì không ai dựng lại được khi mất.',
    en: 'A cluster or host that exists in the facts alone is never rebuilt after a loss.',
  },
  fix: {
    vi: 'Sinh lại các đối tượng của cụm trong cụm quản trị của địa điểm.',
    en: 'Synthesize the cluster’s objects in the management cluster of its site.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const declared = view.resources
      .atSite(cluster.site, 'Cluster')
      .find((one) => one.name === cluster.id && one.apiVersion.startsWith('cluster.x-k8s.io/'));
    if (declared === undefined) return fail('Cluster', `none named ${cluster.id}`, 'a Cluster of Cluster API');
    const steps = [judgeInfrastructure, judgeControlPlane, judgePools, judgeHealth, judgeReferences, judgeHosts];
    for (const step of steps) {
      const judgement = step(view, cluster, declared);
      if (judgement.verdict !== 'pass') return judgement;
    }
    return pass;
  },
});

function judgeInfrastructure({ resources }: AssemblyView, _cluster: Cluster, declared: Resource): Judgement {
  const reference = (key: string): string => textAt(declared.body, 'spec', 'infrastructureRef', key) ?? '';
  const id = `${declared.cluster ?? ''}/${reference('kind')}/${declared.namespace ?? '-'}/${reference('name')}`;
  return resources.tryFind(id) === undefined
    ? fail('spec.infrastructureRef', `no ${id}`, 'an object that exists')
    : pass;
}

function judgeControlPlane(view: AssemblyView, cluster: Cluster): Judgement {
  const plane = tryControlPlane(view, cluster);
  if (plane === undefined) return fail('spec.controlPlaneRef', 'no KubeadmControlPlane', 'one that exists');
  const hosts = cluster.hosts.filter((one) => one.role === 'control').length;
  const replicas = numberAt(plane.body, 'spec', 'replicas') ?? 0;
  return replicas === hosts ? pass : fail(`${plane.name}: spec.replicas`, String(replicas), String(hosts));
}

function judgePools({ resources }: AssemblyView, cluster: Cluster, declared: Resource): Judgement {
  const replicas = resources
    .inNamespace(declared.cluster ?? '', declared.namespace ?? '', 'MachineDeployment')
    .filter((one) => textAt(one.body, 'spec', 'clusterName') === cluster.id)
    .reduce((sum, one) => sum + (numberAt(one.body, 'spec', 'replicas') ?? 0), 0);
  const hosts = cluster.hosts.filter((one) => one.role !== 'control').length;
  return replicas === hosts ? pass : fail('MachineDeployment', `${replicas} machines`, `${hosts}, as many as hosts`);
}

function judgeHealth({ resources }: AssemblyView, cluster: Cluster, declared: Resource): Judgement {
  const checked = resources
    .inNamespace(declared.cluster ?? '', declared.namespace ?? '', 'MachineHealthCheck')
    .some((one) => textAt(one.body, 'spec', 'clusterName') === cluster.id);
  return checked
    ? pass
    : fail('MachineHealthCheck', `none of ${cluster.id}`, 'one, so that dead machines are replaced');
}
