import { poll } from '../../../delivery/kubernetes/client/poll';
import {
  collectionPath,
  objectPath,
  type ApiKind,
  type ObjectRef,
} from '../../../delivery/kubernetes/client/kinds/api-kind';
import { resolveKind, type ClusterClient } from '../../../delivery/kubernetes/client/cluster-client';
import { defaultRetryPolicy } from '../../../delivery/kubernetes/client/request/backoff';
import type { ApiCall } from '../../../delivery/kubernetes/client/request/call';
import { makeCall } from '../../../delivery/kubernetes/client/request/caller';
import { openConnection } from '../../../delivery/kubernetes/client/wire/connection';
import { ConnectionPool } from '../../../delivery/kubernetes/client/wire/connection-pool';
import { textAt } from '../../../resources/json-path';
import type { JsonObject, Resource } from '../../../resources/resource';
import { realOutside } from '../../delivery/kubernetes/kit/world';
import type { RealCluster } from './real-cluster';

const PATIENCE_MILLISECONDS = 60_000;

/** Changes an object as a person with `kubectl edit` does: by an update under another manager's name. */
export async function editByHand(cluster: RealCluster, ref: ObjectRef, change: JsonObject): Promise<void> {
  await callByHand(cluster, ref, (kind) => ({
    method: 'PATCH',
    path: objectPath(kind, ref),
    query: { fieldManager: 'kubectl-edit' },
    body: { type: 'application/merge-patch+json', value: change },
    repeat: 'always',
  }));
}

/** Makes an object as another engine does: by a creation under its own name. */
export async function createByHand(cluster: RealCluster, resource: Resource, manager: string): Promise<void> {
  await callByHand(cluster, resource, (kind) => ({
    method: 'POST',
    path: collectionPath(kind, resource.namespace),
    query: { fieldManager: manager },
    body: { type: 'application/json', value: resource.body },
    repeat: 'unless-it-may-have-happened',
  }));
}

async function callByHand(
  { access, client }: RealCluster,
  ref: ObjectRef,
  callOf: (kind: ApiKind) => ApiCall,
): Promise<void> {
  const kinds = await client().kinds();
  const kind = kinds.ok ? resolveKind(kinds.value, ref) : kinds;
  if (!kind.ok) throw new Error(kind.failure.message);
  const pool = new ConnectionPool(
    (onClosing) => openConnection({ access: access(), clock: realOutside.clock, onClosing }),
    { connections: 1, streams: 1 },
  );
  const calling = {
    send: pool.send.bind(pool),
    outside: realOutside,
    retries: defaultRetryPolicy,
    basePath: access().basePath,
    timeoutMilliseconds: PATIENCE_MILLISECONDS,
    answerBytesMax: 2 ** 22,
    isExpired: () => false,
  };
  const result = await makeCall(calling, callOf(kind.value));
  pool.close();
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.message}`);
}

/** The uid of an object that stands. */
export async function uidOf(client: ClusterClient, ref: ObjectRef): Promise<string> {
  const standing = await client.get(ref, { extent: 'metadata' });
  if (!standing.ok) throw new Error(standing.failure.message);
  return textAt(standing.value, 'metadata', 'uid') ?? '';
}

/** Deletes an object that stands. */
export async function deleteNow(client: ClusterClient, ref: ObjectRef): Promise<void> {
  const result = await client.delete(ref, { uid: await uidOf(client, ref), propagation: 'Background' });
  if (!result.ok) throw new Error(result.failure.message);
}

/** Waits until something holds on a real server. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const patience = { outside: realOutside, patienceMilliseconds: PATIENCE_MILLISECONDS };
  const held = await poll(patience, async () => ((await holds()) ? true : undefined));
  if (held === undefined) throw new Error('it did not come to hold');
}

/** Waits until a namespace has its default account, without which pods are turned away. */
export async function awaitAccount(client: ClusterClient, namespace: string): Promise<void> {
  const ref = { apiVersion: 'v1', kind: 'ServiceAccount', namespace, name: 'default' };
  await until(async () => (await client.get(ref)).ok);
}
