import { listAt, textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import { unreached, type ApiFailure, type Reach } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { inParallel } from '../../in-parallel';
import { PARALLEL_MAX } from '../client/parallel-max';
import { apiVersionOf, groupKind, refKey, type ApiKind, type ObjectRef } from '../client/kinds/api-kind';
import type { KindTable } from '../client/kinds/kind-table';
import { managedFieldsOf, managerOf, type FieldManager } from '../compare/managed-fields';

/** An object in one of our namespaces that is none of ours. */
export interface UnmanagedObject {
  readonly ref: ObjectRef;
  readonly uid: string;
  /** RFC 3339. */
  readonly created: string;
  /** Who wrote it. */
  readonly writers: readonly FieldManager[];
}

/** What stands in namespaces beside what is ours. */
export interface Unmanaged {
  /** Sorted by `refKey`. */
  readonly objects: readonly UnmanagedObject[];
  /** Kinds that couldn't be listed: of them nothing is known. */
  readonly unread: readonly { readonly kind: string; readonly failure: ApiFailure }[];
}

/** Where is looked, and for what not. */
export interface UnmanagedQuestion {
  readonly client: ClusterClient;
  readonly namespaces: readonly string[];
  /** Our own objects. */
  readonly known: readonly ObjectRef[];
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** Kinds that Kubernetes writes by itself all the time. */
const PASSING = new Set([
  'ControllerRevision',
  'EndpointSlice.discovery.k8s.io',
  'Endpoints',
  'Event',
  'Event.events.k8s.io',
  'Lease.coordination.k8s.io',
  'PodMetrics.metrics.k8s.io',
]);

/** What every namespace gets from Kubernetes. */
const GIVEN = new Set(['ConfigMap/kube-root-ca.crt', 'ServiceAccount/default']);

/**
 * Finds objects in namespaces that neither an assembly nor an inventory knows, by their metadata. What belongs to another
 * object (owner references) or comes from Kubernetes itself is left out.
 */
export async function findUnmanaged({
  client,
  namespaces,
  known,
  signal,
}: UnmanagedQuestion): Promise<Reach<Unmanaged>> {
  const kinds = await client.kinds({ signal });
  if (!kinds.ok) return unreached(kinds.failure);
  const [within, ours] = [new Set(namespaces), new Set(known.map(refKey))];
  const unread: { readonly kind: string; readonly failure: ApiFailure }[] = [];
  const found = await inParallel(listedKinds(kinds.value), PARALLEL_MAX, async (kind) => {
    const result = await client.list(kind, { extent: 'metadata', signal });
    if (result.ok) return result.value.map((object) => unmanagedOf(kind, object));
    unread.push({ kind: groupKind(kind.group, kind.kind), failure: result.failure });
    return [];
  });
  const objects = found
    .flatMap((list) => list.flatMap((one) => (one === undefined ? [] : [one])))
    .filter(({ ref }) => within.has(ref.namespace ?? '') && !ours.has(refKey(ref)))
    .toSorted((a, b) => (refKey(a.ref) < refKey(b.ref) ? -1 : 1));
  return { reached: true, objects, unread: unread.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)) };
}

/** Every kind once, in the version that the server prefers. */
function listedKinds(table: KindTable): readonly ApiKind[] {
  const preferred = new Map<string, ApiKind>();
  for (const kind of table.all) {
    const key = groupKind(kind.group, kind.kind);
    const isListed = kind.namespaced && kind.verbs.has('list') && !PASSING.has(key);
    if (isListed && !preferred.has(key)) preferred.set(key, kind);
  }
  return [...preferred.values()];
}

function unmanagedOf(kind: ApiKind, object: JsonObject): UnmanagedObject | undefined {
  const text = (key: string): string => textAt(object, 'metadata', key) ?? '';
  const isGiven = GIVEN.has(`${kind.kind}/${text('name')}`);
  if (isGiven || listAt(object, 'metadata', 'ownerReferences').length > 0) return undefined;
  const ref = { apiVersion: apiVersionOf(kind), kind: kind.kind, namespace: text('namespace'), name: text('name') };
  const writers = managedFieldsOf(object).map(managerOf);
  return { ref, uid: text('uid'), created: text('creationTimestamp'), writers };
}
