import { DATABASE_LABEL } from '../../../model/naming';
import { dnsServers } from '../../../model/platform/dns-servers';
import type { DeclaredEnd, DeclaredPath } from '../../../model/segmentation/declared-path';
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

/** Name of the pods of a namespace that carry none of the labels by which others there are told apart. */
const UNLABELED = 'unlabeled';

/**
 * Stand-ins for the pods that tenants and operators will make: for every namespace that is written or meant its future
 * pods, of which no label is known; for each database its instances (CloudNativePG labels them); and the name servers.
 * Where some pods are told apart by a label, one with another value of it and one without any label stand for the others:
 * what is declared for some must not be open to all.
 */
export function anyPods(
  resources: readonly Resource[],
  { namespaces, policies }: ClusterInput,
  declared: readonly DeclaredPath[],
): readonly Workload[] {
  const written = [...namespaces.keys(), ...policies.flatMap(({ resource }) => resource.namespace ?? [])];
  const meant = declared.flatMap(({ from, to }) =>
    [from, to].flatMap((end) => (end.kind === 'pods' ? end.namespace : [])),
  );
  const names = [...new Set([...written, ...meant])].toSorted();
  const labeled = [
    standIn({ namespace: dnsServers.namespace, name: 'dns', labels: dnsServers.labels }),
    ...resources
      .filter(isDatabase)
      .map(({ namespace = '', name }) => standIn({ namespace, name, labels: { [DATABASE_LABEL]: name } })),
  ];
  const keys = new Map(
    declared.flatMap(({ from, to }) => [from, to].flatMap(labelsOf)).map((one) => [`${one.namespace}/${one.key}`, one]),
  );
  const apart = [...new Set(labeled.map(({ namespace }) => namespace))];
  return [
    ...names.map(everyPodOf),
    ...labeled,
    ...[...keys.values()].map(({ namespace, key }) =>
      standIn({ namespace, name: `${key}=${OTHER_VALUE}`, labels: { [key]: OTHER_VALUE } }),
    ),
    ...apart.map((namespace) => ({ ...standIn({ namespace, name: UNLABELED, labels: {} }), isPartlyKnown: false })),
  ];
}

/** A stand-in for all pods that may ever be in a namespace. */
export function everyPodOf(namespace: string): Workload {
  return standIn({ namespace, name: EVERY_POD, labels: {} });
}

/** Stands for every value of a label that nothing declared names; no selector may write it. */
const OTHER_VALUE = '*';

function labelsOf(end: DeclaredEnd): readonly { readonly namespace: string; readonly key: string }[] {
  if (end.kind !== 'pods') return [];
  return Object.keys(end.labels).map((key) => ({ namespace: end.namespace, key }));
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
