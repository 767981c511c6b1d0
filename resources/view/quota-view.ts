import type { Cluster } from '../../model/site/cluster';
import type { Host } from '../../model/site/site';
import { groupBy } from '../../model/group-by';
import { valueAt } from '../json-path';
import { GIB, parseQuantity } from '../quantity';
import type { Resource } from '../resource';
import type { ModelView } from './model-view';
import type { ResourceIndex } from './resource-index';

/** Cores, GiB and pods; for capacity, storage is that of storage hosts. */
export interface Amounts {
  readonly cpu: number;
  readonly memoryGiB: number;
  readonly storageGiB: number;
  readonly pods: number;
}

/** What is promised in a cluster, and what its workers offer while all is well and after a loss. */
export interface ClusterQuota {
  readonly cluster: Cluster;
  /** Sum over the namespaces. */
  readonly promised: Amounts;
  /** All hosts (N). */
  readonly capacity: Amounts;
  /** Without the largest worker. */
  readonly withoutOneHost: Amounts;
  /** Without the failure domain whose loss costs the most cores (N−1). */
  readonly withoutOneDomain: Amounts;
  /** Quotas of which an amount can't be read; then `promised` is too low. */
  readonly unclear: readonly Resource[];
}

/** Pods that one node takes (Kubernetes default). */
const PODS_PER_NODE = 110;

const KEYS: readonly { readonly amount: keyof Amounts; readonly names: readonly string[]; readonly unit: number }[] = [
  { amount: 'cpu', names: ['requests.cpu', 'cpu'], unit: 1 },
  { amount: 'memoryGiB', names: ['requests.memory', 'memory'], unit: GIB },
  { amount: 'storageGiB', names: ['requests.storage'], unit: GIB },
  { amount: 'pods', names: ['pods', 'count/pods'], unit: 1 },
];

/** What ResourceQuota objects promise, against what clusters have. */
export class QuotaView {
  private readonly known = new Map<Cluster, ClusterQuota>();

  public constructor(
    private readonly resources: ResourceIndex,
    private readonly model: ModelView,
  ) {}

  /** Every cluster of the model. */
  public clusters(): readonly ClusterQuota[] {
    return this.model.clusters.map((cluster) => this.ofCluster(cluster));
  }

  /** What is promised in a cluster, and what it has. */
  public ofCluster(cluster: Cluster): ClusterQuota {
    const found = this.known.get(cluster) ?? this.addUp(cluster);
    this.known.set(cluster, found);
    return found;
  }

  private addUp(cluster: Cluster): ClusterQuota {
    const quotas = this.resources.inCluster(cluster.id, 'ResourceQuota');
    const namespaces = [...groupBy(quotas, (one) => one.namespace ?? '').values()];
    return {
      cluster,
      promised: sum(namespaces.map((group) => limits(group))),
      capacity: offer(cluster.hosts),
      withoutOneHost: offer(withoutLargestHost(cluster.hosts)),
      withoutOneDomain: offer(withoutLargestDomain(cluster.hosts)),
      unclear: quotas.filter((one) => isUnclear(one)),
    };
  }

  /** What the quotas of a namespace allow it at most; undefined amounts aren't limited. */
  public ofNamespace(cluster: string, namespace: string): Partial<Amounts> {
    return limits(this.resources.inNamespace(cluster, namespace, 'ResourceQuota'));
  }
}

/** Of several quotas of a namespace the smallest counts; those with scopes govern only a part and are left out. */
function limits(quotas: readonly Resource[]): Partial<Amounts> {
  const whole = quotas.filter((one) => !isScoped(one));
  const entries = KEYS.flatMap(({ amount, names, unit }) => {
    const found = whole.flatMap((one) => names.map((name) => parseQuantity(valueAt(one.body, 'spec', 'hard', name))));
    const known = found.filter((one) => one !== undefined);
    return known.length === 0 ? [] : [[amount, Math.min(...known) / unit] as const];
  });
  return Object.fromEntries(entries);
}

function isScoped(quota: Resource): boolean {
  return ['scopes', 'scopeSelector'].some((key) => (valueAt(quota.body, 'spec', key) ?? undefined) !== undefined);
}

function isUnclear(quota: Resource): boolean {
  return KEYS.some(({ names }) =>
    names.some((name) => {
      const value = valueAt(quota.body, 'spec', 'hard', name);
      return value !== undefined && parseQuantity(value) === undefined;
    }),
  );
}

function sum(amounts: readonly Partial<Amounts>[]): Amounts {
  const total = (key: keyof Amounts): number => amounts.reduce((all, one) => all + (one[key] ?? 0), 0);
  return { cpu: total('cpu'), memoryGiB: total('memoryGiB'), storageGiB: total('storageGiB'), pods: total('pods') };
}

function offer(hosts: readonly Host[]): Amounts {
  const workers = hosts.filter((one) => one.role === 'worker');
  const disks = hosts.filter((one) => one.role === 'storage');
  return {
    cpu: workers.reduce((all, one) => all + one.cores, 0),
    memoryGiB: workers.reduce((all, one) => all + one.memoryGiB, 0),
    storageGiB: disks.reduce((all, one) => all + one.diskGiB, 0),
    pods: workers.length * PODS_PER_NODE,
  };
}

function withoutLargestHost(hosts: readonly Host[]): readonly Host[] {
  const workers = hosts.filter((one) => one.role === 'worker').toSorted((a, b) => b.cores - a.cores);
  return hosts.filter((one) => one !== workers[0]);
}

function withoutLargestDomain(hosts: readonly Host[]): readonly Host[] {
  const domains = [...groupBy(hosts, (one) => one.failureDomain)]
    .map(([name, members]) => ({ name, cpu: offer(members).cpu }))
    .toSorted((a, b) => b.cpu - a.cpu);
  return hosts.filter((one) => one.failureDomain !== domains[0]?.name);
}
