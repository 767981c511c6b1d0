import { labelPrefix, labels } from '../../model/naming';
import type { Cluster } from '../../model/site/cluster';
import type { System } from '../../model/tenancy/system';
import { textAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { systemSubjects } from '../subjects';

/** Label of a host with the cluster that it belongs to. */
const HOST_CLUSTER = `${labelPrefix}/cluster`;

export default definePolicy({
  title: {
    vi: 'Hệ thống cấp độ 5 tách biệt vật lý: cụm, máy chủ, lưu trữ và thiết bị mạng chính riêng',
    en: 'every system of level 5 is physically apart: cluster, hosts, storage and main network devices of its own',
  },
  force: 'block',
  controls: ['d331-30.9', 'tcvn-14423-7.12.2.2a-one-way', 'tt12-9.10'],
  why: {
    vi: 'Chung máy chủ, lưu trữ hay thiết bị mạng thì lỗ hổng của hệ thống khác chạm tới hệ thống quan trọng nhất.',
    en: "With shared hosts, storage or devices, another system's hole reaches the most important one.",
  },
  fix: {
    vi: 'Đặt hệ thống trên cụm dành riêng, với máy chủ, vùng lưu trữ và thiết bị mạng không cụm nào khác dùng.',
    en: 'Place the system on a dedicated cluster with hosts, storage and devices that no other cluster has.',
  },
  mayBeVacuous: {
    vi: 'Một nước có thể chưa có hệ thống cấp độ 5 trên nền tảng.',
    en: 'A nation may have no system of level 5 on the platform yet.',
  },
  subjects: ({ view }) =>
    systemSubjects(view.model.systems.filter((one) => one.level === 5 || one.isolation === 'physical')),
  check: ({ of: system }, { view }) => {
    for (const placement of system.placements) {
      const cluster = view.model.tryCluster(placement.cluster);
      if (cluster === undefined) return unknown(placement.cluster, 'a cluster that is not in the model', 'a cluster');
      for (const check of [checkModel, checkNamespaces, checkHosts]) {
        const judgement = check(system, cluster, view);
        if (judgement.verdict !== 'pass') return judgement;
      }
    }
    return pass;
  },
});

function checkModel(system: System, cluster: Cluster, { model }: AssemblyView): Judgement {
  if (cluster.role !== 'dedicated' || cluster.system !== system.id) {
    return fail(cluster.id, `a ${cluster.role} cluster`, `a cluster dedicated to ${system.id}`);
  }
  const others = model.clusters.filter((one) => one !== cluster);
  const pool = others.find((one) => one.storagePool === cluster.storagePool);
  if (pool !== undefined) return fail(`${cluster.id} storagePool`, `shared with ${pool.id}`, 'a pool of its own');
  for (const device of cluster.networkDevices) {
    const other = others.find((one) => one.networkDevices.includes(device));
    if (other !== undefined) return fail(`${cluster.id} ${device}`, `shared with ${other.id}`, 'devices of its own');
  }
  const own = new Set(cluster.hosts.map((one) => one.id));
  const other = others.find((one) => one.hosts.some((host) => own.has(host.id)));
  return other === undefined ? pass : fail(`${cluster.id} hosts`, `shared with ${other.id}`, 'hosts of its own');
}

/** Namespaces of tenants by their objects: another's would run on these hosts, whatever the model says. */
function checkNamespaces(system: System, cluster: Cluster, { resources, model }: AssemblyView): Judgement {
  for (const namespace of resources.inCluster(cluster.id, 'Namespace')) {
    const owner = textAt(namespace.body, 'metadata', 'labels', labels.system) ?? namespace.system;
    const isTenants = textAt(namespace.body, 'metadata', 'labels', labels.tenant) !== undefined || owner !== undefined;
    if (isTenants && owner !== system.id) {
      return fail(`${cluster.id}/${namespace.name}`, `of ${owner ?? 'no system'}`, `namespaces of ${system.id} alone`);
    }
  }
  const own = new Set(system.placements.map((one) => one.cluster));
  const outside = model.namespacesOf(system.id).find((one) => !own.has(one.cluster));
  return outside === undefined
    ? pass
    : fail(`${outside.cluster}/${outside.name}`, 'outside its clusters', 'namespaces on its dedicated clusters');
}

/** Every host of the cluster is claimed for it where bare metal is declared, in the management cluster of the site. */
function checkHosts(_system: System, cluster: Cluster, { resources }: AssemblyView): Judgement {
  const declared = resources.atSite(cluster.site, 'BareMetalHost');
  const claims = new Map(declared.map((one) => [one.name, textAt(one.body, 'metadata', 'labels', HOST_CLUSTER)]));
  const own = new Set(cluster.hosts.map((one) => one.id));
  for (const host of own) {
    const claim = claims.get(host);
    if (claim !== cluster.id) return fail(`BareMetalHost ${host}`, claim ?? 'missing', `claimed for ${cluster.id}`);
  }
  const [stranger] = [...claims].find(([host, claim]) => claim === cluster.id && !own.has(host)) ?? [];
  return stranger === undefined ? pass : fail(`BareMetalHost ${stranger}`, cluster.id, 'no host of another cluster');
}
