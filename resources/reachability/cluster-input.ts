import { compareText } from '../../model/build/sort';
import { groupBy } from '../../model/group-by';
import { valueAt } from '../json-path';
import type { Resource } from '../resource';
import { findDuplicates, groupOf } from './duplicates';
import type { EntryObjects } from './entry/read/entry-objects';
import { isEntryObject, readEntries } from './entry/read/read-entries';
import type { Labels } from './peers/label-index';
import { labelsOfOneOf, readLabels } from './peers/labels';
import { mergeOwnedPods } from './peers/owned-pods';
import { isWorkload, readWorkload } from './peers/read-workloads';
import { selectorsOf, SpokenLabels, trySelectorOfService } from './peers/spoken-labels';
import { workloadName, type Workload } from './peers/workload';
import type { Policy, PolicyTrouble, ReadPolicy } from './policy/policy';
import { readCiliumPolicy } from './policy/read-cilium-policy';
import {
  readAdminNetworkPolicy,
  readBaselineAdminNetworkPolicy,
  readClusterNetworkPolicy,
} from './policy/read-cluster-policy';
import { readNetworkPolicy } from './policy/read-network-policy';
import { isPluginSettings } from './profile/read-profile';
import { NOT_IN_FORCE, Troubles } from './policy/troubles';

/** All of one cluster that decides who reaches whom. */
export interface ClusterInput {
  readonly workloads: readonly Workload[];
  /** Labels of the namespaces that are written, by their names. */
  readonly namespaces: ReadonlyMap<string, Labels>;
  /** Namespaces of which some labels can't be told: a server refuses them, or several objects of one name give others.
   * @default - none
   */
  readonly partlyKnownNamespaces?: ReadonlySet<string>;
  readonly policies: readonly Policy[];
  /** Where traffic from outside, or to a Service, arrives. */
  readonly entries: EntryObjects;
  readonly troubles: readonly PolicyTrouble[];
  /** Kinds that say nothing about the network, or that nobody here knows; with how many objects there are of each. */
  readonly otherKinds: ReadonlyMap<string, number>;
}

const POLICY_GROUP = 'policy.networking.k8s.io/';

/** The reader of each kind of policy, by group and kind; versions of a group are told apart by their kinds. */
const readers: Readonly<Record<string, (resource: Resource) => ReadPolicy>> = {
  'networking.k8s.io/NetworkPolicy': readNetworkPolicy,
  [`${POLICY_GROUP}ClusterNetworkPolicy`]: readClusterNetworkPolicy,
  [`${POLICY_GROUP}AdminNetworkPolicy`]: readAdminNetworkPolicy,
  [`${POLICY_GROUP}BaselineAdminNetworkPolicy`]: readBaselineAdminNetworkPolicy,
  'cilium.io/CiliumNetworkPolicy': readCiliumPolicy,
  'cilium.io/CiliumClusterwideNetworkPolicy': readCiliumPolicy,
};

/** Whether objects of a kind decide who reaches whom, or where traffic arrives. */
export function isAboutReach(of: Pick<Resource, 'apiVersion' | 'kind'>): boolean {
  return decides(of) || isEntryObject(of);
}

function decides(of: Pick<Resource, 'apiVersion' | 'kind'>): boolean {
  return tryReader(of) !== undefined || isNamespace(of) || isWorkload(of);
}

/**
 * Sorts the objects of one cluster; what isn't understood is counted and never dropped in silence. Of objects with one name
 * that say different things only one can be in force, and files don't tell which: all policies are read, each perhaps in
 * force, so that the answer depends wherever any of them matters; of a namespace the labels count that all give it; each
 * workload stands for itself.
 */
export function readCluster(resources: readonly Resource[]): ClusterInput {
  const read = resources.filter(isRead);
  const { troubles, doubtful } = findDuplicates(read);
  const policies: Policy[] = [];
  const { entries, troubles: ofEntries } = readEntries(resources);
  const workloads: Workload[] = [];
  const found = [...troubles];
  for (const resource of read) {
    const reader = tryReader(resource);
    const { policies: own, troubles: ofPolicy } = reader?.(resource) ?? { policies: [], troubles: [] };
    for (const one of own) policies.push(doubtful.has(resource) ? { ...one, isDoubtful: true } : one);
    const { workload, troubles: ofWorkload } = readWorkload(resource);
    if (workload !== undefined) workloads.push(workload);
    found.push(...ofPolicy, ...ofWorkload);
  }
  const namespaces = readNamespaces(read.filter(isNamespace));
  const services = read
    .filter(isService)
    .map(({ body }) => trySelectorOfService(body))
    .filter((one) => one !== undefined);
  const spoken = new SpokenLabels([...selectorsOf(policies), ...services]);
  return {
    workloads: withOwnNames(mergeOwnedPods(distinct(workloads, spoken), spoken)),
    namespaces: namespaces.labels,
    partlyKnownNamespaces: namespaces.partlyKnown,
    policies,
    entries,
    troubles: [...found, ...namespaces.troubles, ...ofEntries],
    otherKinds: countKinds(resources.filter((one) => !isRead(one) && !isEntryObject(one) && !isPluginSettings(one))),
  };
}

function isRead(resource: Resource): boolean {
  return decides(resource) || isService(resource);
}

function tryReader(resource: Pick<Resource, 'apiVersion' | 'kind'>): ((resource: Resource) => ReadPolicy) | undefined {
  const key = `${groupOf(resource)}/${resource.kind}`;
  return Object.hasOwn(readers, key) ? readers[key] : undefined;
}

function isNamespace({ apiVersion, kind }: Pick<Resource, 'apiVersion' | 'kind'>): boolean {
  return apiVersion === 'v1' && kind === 'Namespace';
}

function isService({ apiVersion, kind }: Resource): boolean {
  return apiVersion === 'v1' && kind === 'Service';
}

function readNamespaces(resources: readonly Resource[]): {
  readonly labels: ReadonlyMap<string, Labels>;
  readonly partlyKnown: ReadonlySet<string>;
  readonly troubles: readonly PolicyTrouble[];
} {
  const read = resources.map((resource) => {
    const troubles = new Troubles(resource, NOT_IN_FORCE);
    const labels = readLabels(valueAt(resource.body, 'metadata'), 'metadata', troubles);
    return { name: resource.name, labels, troubles: troubles.list };
  });
  const byName = groupBy(read, ({ name }) => name);
  const known = [...byName].map(([name, all]) => ({ name, ...labelsOfOneOf(all.map(({ labels }) => labels)) }));
  return {
    labels: new Map(known.map(({ name, labels }) => [name, labels])),
    partlyKnown: new Set(known.flatMap(({ name, isPartlyKnown }) => (isPartlyKnown ? [name] : []))),
    troubles: read.flatMap(({ troubles }) => troubles),
  };
}

function countKinds(resources: readonly Resource[]): ReadonlyMap<string, number> {
  const kinds = groupBy(resources, ({ apiVersion, kind }) => `${apiVersion} ${kind}`);
  return new Map([...kinds].map(([kind, { length }]) => [kind, length]));
}

/** Workloads without those that another one of the same name equals, as far as anybody can tell. */
function distinct(workloads: readonly Workload[], spoken: SpokenLabels): readonly Workload[] {
  const groups = groupBy(workloads, workloadName);
  return [...groups.values()].flatMap((group) =>
    group.length === 1 ? group : [...new Map(group.map((one) => [spoken.textOf(one), one] as const)).values()],
  );
}

/** Gives different workloads of one name names of their own, with a sign that no name has: `web`, `web#2`; sorted. */
function withOwnNames(workloads: readonly Workload[]): readonly Workload[] {
  const met = new Map<string, number>();
  return workloads.toSorted(compareWorkloads).map((workload) => {
    const count = (met.get(workloadName(workload)) ?? 0) + 1;
    met.set(workloadName(workload), count);
    return count === 1 ? workload : { ...workload, name: `${workload.name}#${count}` };
  });
}

function compareWorkloads(a: Workload, b: Workload): number {
  for (const textOf of sortedBy) {
    const order = compareText(textOf(a), textOf(b));
    if (order !== 0) return order;
  }
  return 0;
}

/** By what workloads are sorted, the first that differs. */
const sortedBy: readonly ((workload: Workload) => string)[] = [
  ({ namespace }) => namespace,
  ({ name }) => name,
  ({ kind }) => kind,
  ({ resource }) => resource?.id ?? '',
];
