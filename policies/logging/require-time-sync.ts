import type { Cluster } from '../../model/site/cluster';
import { booleanAt, textsAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { tryControlPlane } from '../identity/control-plane/control-plane-of';
import { clusterSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mọi máy của mỗi cụm lấy giờ từ máy chủ thời gian của quốc gia',
    en: 'Every machine of each cluster takes its time from the nation’s time servers',
  },
  force: 'block',
  controls: ['tcvn-14423-3.8.2.1a-time'],
  why: {
    vi: 'Đồng hồ lệch thì nhật ký của hai máy không ghép được thành một sự việc.',
    en: 'With clocks apart, the logs of two machines can’t be put together into one event.',
  },
  fix: {
    vi: 'Sinh lại cấu hình kubeadm có ntp bật và máy chủ thời gian của quốc gia.',
    en: 'Synthesize the kubeadm configuration with ntp on and the nation’s time servers.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check({ of: cluster }, { view }) {
    const plane = tryControlPlane(view, cluster);
    if (plane === undefined) return fail('KubeadmControlPlane', 'none', 'a control plane');
    const places = [
      { resource: plane, path: ['spec', 'kubeadmConfigSpec', 'ntp'] },
      ...templatesBeside(view, plane).map((resource) => ({ resource, path: ['spec', 'template', 'spec', 'ntp'] })),
    ];
    if (places.length === 1 && hasPools(cluster)) return fail('KubeadmConfigTemplate', 'none', 'one for each pool');
    const judgements = places.map(({ resource, path }) => judgeTime(view, resource, path));
    return judgements.find((one) => one.verdict !== 'pass') ?? pass;
  },
});

function templatesBeside({ resources }: AssemblyView, { cluster, namespace }: Resource): readonly Resource[] {
  return resources.inNamespace(cluster ?? '', namespace ?? '', 'KubeadmConfigTemplate');
}

function hasPools({ hosts }: Cluster): boolean {
  return hosts.some((one) => one.role !== 'control');
}

function judgeTime({ model }: AssemblyView, { name, body }: Resource, path: readonly string[]): Judgement {
  const where = `${name}: ${path.join('.')}`;
  if (booleanAt(body, ...path, 'enabled') !== true) return fail(`${where}.enabled`, 'not on', 'true');
  const servers = textsAt(body, ...path, 'servers');
  const stranger = servers.find((one) => !model.nation.timeServers.includes(one));
  if (stranger !== undefined) return fail(`${where}.servers`, stranger, model.nation.timeServers.join(', '));
  return servers.length > 0 ? pass : fail(`${where}.servers`, 'none', model.nation.timeServers.join(', '));
}
