import { groupBy } from '../../../model/group-by';
import { DATABASE_LABEL } from '../../../model/naming';
import { dnsServers } from '../../../model/platform/dns-servers';
import type { DeclaredPath } from '../../../model/segmentation/declared-path';
import type { Workload } from '../../reachability/peers/workload';
import type { ClusterInput } from '../../reachability/cluster-input';
import type { Resource } from '../../resource';

/** What a workload is called that stands for pods which nobody has made yet: `namespace/*[any]`. */
export const ANY_KIND = 'any';

/** Name of every pod of a namespace. */
export const EVERY_POD = '*';

/** Whether a workload stands for all pods that may ever be in its namespace. */
export function isEveryPod({ kind, name }: Pick<Workload, 'kind' | 'name'>): boolean {
  return kind === ANY_KIND && name === EVERY_POD;
}

/** Name of the pods of a namespace that carry none of the labels by which some there are told apart. */
const OTHER_PODS = 'others';

/**
 * Stand-ins for the pods that tenants and operators will make: for every namespace that is written or meant its future
 * pods, of which no label is known; for each database its instances (CloudNativePG labels them); and the name servers.
 * Where some pods are told apart by labels, one more stands for all others, which may carry any label but those: what is
 * declared for some must not be open to another.
 */
export function anyPods(
  resources: readonly Resource[],
  { namespaces, policies }: ClusterInput,
  declared: readonly DeclaredPath[],
): readonly Workload[] {
  const written = [...namespaces.keys(), ...policies.flatMap(({ resource }) => resource.namespace ?? [])];
  const ends = declared.flatMap(({ from, to }) => [from, to]).filter((end) => end.kind === 'pods');
  const names = [...new Set([...written, ...ends.map(({ namespace }) => namespace)])].toSorted();
  const labeled = [
    standIn({ namespace: dnsServers.namespace, name: 'dns', labels: dnsServers.labels }),
    ...resources
      .filter(isDatabase)
      .map(({ namespace = '', name }) => standIn({ namespace, name, labels: { [DATABASE_LABEL]: name } })),
  ];
  const told = [
    ...labeled.flatMap(({ namespace, labels }) => [...labels].map((label) => ({ namespace, label }))),
    ...ends.flatMap(({ namespace, labels }) => Object.entries(labels).map((label) => ({ namespace, label }))),
  ];
  const others = [...groupBy(told, ({ namespace }) => namespace)].map(([namespace, all]) => ({
    ...standIn({ namespace, name: OTHER_PODS, labels: {} }),
    lacked: valuesOf(all.map(({ label }) => label)),
  }));
  return [...names.map(everyPodOf), ...labeled, ...others];
}

function valuesOf(labels: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byKey = groupBy(labels, ([key]) => key);
  return new Map([...byKey].map(([key, own]) => [key, new Set(own.map(([, value]) => value))]));
}

/** A stand-in for all pods that may ever be in a namespace. */
export function everyPodOf(namespace: string): Workload {
  return standIn({ namespace, name: EVERY_POD, labels: {} });
}

/** Whether an object is a database of CloudNativePG, for which its operator makes pods. */
export function isDatabase({ apiVersion, kind }: Resource): boolean {
  return kind === 'Cluster' && apiVersion.startsWith('postgresql.cnpg.io/');
}

function standIn({
  labels,
  ...called
}: Pick<Workload, 'namespace' | 'name'> & { readonly labels: Readonly<Record<string, string>> }): Workload {
  return {
    ...called,
    kind: ANY_KIND,
    labels: new Map(Object.entries(labels)),
    ports: [],
    isPartlyKnown: true,
    hostNetwork: false,
    resource: undefined,
  };
}
