import { readCluster, type ClusterInput } from '../../../../resources/reachability/cluster-input';
import { findEntryPoints, type EntryPoints } from '../../../../resources/reachability/entry/entry-points';
import { ServiceDirectory, type ServiceCall } from '../../../../resources/reachability/entry/service-directory';
import { workloadName } from '../../../../resources/reachability/peers/workload';
import { Reachability } from '../../../../resources/reachability/solve/reachability';
import type { JsonObject } from '../../../../resources/resource';
import { networkPolicy, yaml } from '../agreement/expect-flows';
import { resourceOf } from '../agreement/resource-of';

/** A cluster and what comes in. */
export interface Opened extends EntryPoints {
  readonly cluster: ClusterInput;
  readonly reachability: Reachability;
}

/** The entries of some objects; where nothing else is said, on a network that lets blocks take no pods. */
export function open(objects: readonly JsonObject[], blocksTakePods: 'never' | 'unknown' = 'never'): Opened {
  const cluster = readCluster(objects.map(resourceOf));
  const reachability = new Reachability(cluster, { blocksTakePods });
  return { cluster, reachability, ...findEntryPoints(cluster, reachability) };
}

/** The entries of some objects, each as `name > workload port/protocol verdict`. */
export function entriesOf(objects: readonly JsonObject[]): readonly string[] {
  const { entries, cluster } = open(objects);
  const names = cluster.workloads.map(workloadName);
  return entries.map(
    ({ name, workload, port, protocol, verdict }) => `${name} > ${names[workload]} ${port}/${protocol} ${verdict}`,
  );
}

/** What ends before a workload, each as `Kind/name where: kind: got, want`. */
export function gapsOf(objects: readonly JsonObject[]): readonly string[] {
  return open(objects).troubles.map(
    ({ resource, where, kind, got, want }) =>
      `${resource.kind} ${resource.name} ${where}: ${kind}: ${got}, want ${want}`,
  );
}

/** What can't be read, each as `where: got, want`. */
export function wrongOf(objects: readonly JsonObject[]): readonly string[] {
  return readCluster(objects.map(resourceOf)).troubles.map(({ where, got, want }) => `${where}: ${got}, want ${want}`);
}

/** Where a call of a Service ends, each as `workload port/protocol`; what can't be told for certain ends with `perhaps`. */
export function resolved(objects: readonly JsonObject[], call: ServiceCall): readonly string[] {
  const cluster = readCluster(objects.map(resourceOf));
  const names = cluster.workloads.map(workloadName);
  const { backends, gaps } = new ServiceDirectory(cluster).resolve(call);
  return [
    ...backends.map(
      ({ workload, port, protocol, isCertain }) =>
        `${names[workload]} ${port}/${protocol}${isCertain ? '' : ' perhaps'}`,
    ),
    ...gaps.map(({ kind, got, want }) => `${kind}: ${got}, want ${want}`),
  ];
}

/** A Service `a/web` with the rest of its spec. */
export function service(spec: string, place = 'a/web'): JsonObject {
  return object('v1', 'Service', { place, spec });
}

/** An object with a spec. */
export function object(
  apiVersion: string,
  kind: string,
  { place, spec }: { readonly place: string; readonly spec: string },
): JsonObject {
  const [namespace = '', name = ''] = place.split('/');
  const [written = {}] = yaml(spec);
  return { apiVersion, kind, metadata: { name, namespace }, spec: written };
}

/** An object of the Gateway API with a spec. */
export function gatewayObject(kind: string, place: string, spec: string): JsonObject {
  return object('gateway.networking.k8s.io/v1', kind, { place, spec });
}

/** Lets pods of namespace `a` be called by none. */
export const closed = networkPolicy('a', '{podSelector: {}}', 'closed');
