import { compareText } from '../../model/build/sort';
import { textMapAt } from '../json-path';
import type { Resource } from '../resource';
import type { EntryObjects } from './entry/read/entry-objects';
import { isEntryObject, readEntries } from './entry/read/read-entries';
import type { Labels } from './peers/label-index';
import { isWorkload, readWorkload } from './peers/read-workloads';
import type { Workload } from './peers/workload';
import type { Policy, PolicyTrouble, ReadPolicy } from './policy/policy';
import {
  readAdminNetworkPolicy,
  readBaselineAdminNetworkPolicy,
  readClusterNetworkPolicy,
} from './policy/read-cluster-policy';
import { readCiliumPolicy } from './policy/read-cilium-policy';
import { readNetworkPolicy } from './policy/read-network-policy';

/** All of one cluster that decides who reaches whom. */
export interface ClusterInput {
  readonly workloads: readonly Workload[];
  /** Labels of the namespaces that are written, by their names. */
  readonly namespaces: ReadonlyMap<string, Labels>;
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

/** Whether objects of a kind decide who reaches whom. */
export function isAboutReach(of: Pick<Resource, 'apiVersion' | 'kind'>): boolean {
  return tryReader(of) !== undefined || isNamespace(of) || isWorkload(of);
}

/** Sorts the objects of one cluster; what isn't understood is counted and never dropped in silence. */
export function readCluster(resources: readonly Resource[]): ClusterInput {
  const workloads: Workload[] = [];
  const namespaces = new Map<string, Labels>();
  const policies: Policy[] = [];
  const { entries, troubles: ofEntries } = readEntries(resources);
  const troubles: PolicyTrouble[] = [];
  const otherKinds = new Map<string, number>();
  for (const resource of resources) {
    const reader = tryReader(resource);
    if (reader !== undefined) {
      const read = reader(resource);
      troubles.push(...read.troubles);
      policies.push(...read.policies);
    } else if (isNamespace(resource)) {
      namespaces.set(resource.name, textMapAt(resource.body, 'metadata', 'labels'));
    } else if (isWorkload(resource)) {
      const workload = readWorkload(resource);
      if (workload !== undefined) workloads.push(workload);
    } else if (!isEntryObject(resource)) {
      const kind = `${resource.apiVersion} ${resource.kind}`;
      otherKinds.set(kind, (otherKinds.get(kind) ?? 0) + 1);
    }
  }
  return {
    workloads: workloads.toSorted(compareWorkloads),
    namespaces,
    policies,
    entries,
    troubles: [...troubles, ...ofEntries],
    otherKinds,
  };
}

function tryReader({
  apiVersion,
  kind,
}: Pick<Resource, 'apiVersion' | 'kind'>): ((resource: Resource) => ReadPolicy) | undefined {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/') + 1) : '';
  const key = `${group}${kind}`;
  return Object.hasOwn(readers, key) ? readers[key] : undefined;
}

function isNamespace({ apiVersion, kind }: Pick<Resource, 'apiVersion' | 'kind'>): boolean {
  return apiVersion === 'v1' && kind === 'Namespace';
}

function compareWorkloads(a: Workload, b: Workload): number {
  const [inOrder] = [
    compareText(a.namespace, b.namespace),
    compareText(a.name, b.name),
    compareText(a.kind, b.kind),
  ].filter((one) => one !== 0);
  return inOrder ?? 0;
}
