import { textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import { answered, failed, type ApiResult } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { isBeingDeleted, versionOf, type ObjectVersion } from '../live/object-version';
import { toChunks, type Chunk } from './chunks';
import type { Inventory, InventoryKey } from './inventory';
import {
  CHUNK_KEY,
  chunkObject,
  chunkName,
  HEAD_KEY,
  headObject,
  headRef,
  systemNamespace,
  type OwnObject,
} from './inventory-objects';
import { listConfigMaps } from './read-inventory';

/**
 * Writes an inventory so that at every moment either the old one or the new one is whole: chunks first, named by their
 * content, then the head, which replaces exactly the one that was read. Two runs at once: the slower one is `stale`.
 */
export async function writeInventory(
  client: ClusterClient,
  inventory: Inventory,
  { before, signal }: { readonly before: ObjectVersion | undefined; readonly signal?: AbortSignal | undefined },
): Promise<ApiResult<ObjectVersion>> {
  const key: InventoryKey = { cluster: inventory.cluster, wave: inventory.wave };
  const namespace = await ensureNamespace(client, signal);
  if (!namespace.ok) return namespace;
  const chunks = toChunks(inventory.entries);
  for (const chunk of chunks) {
    const written = await writeChunk(client, key, { chunk, signal });
    if (!written.ok) return written;
  }
  const standing = await listConfigMaps(client, key, signal);
  if (!standing.ok) return standing;
  const { entries: _entries, ...rest } = inventory;
  const head = { formatVersion: 1 as const, ...rest, chunks: chunks.map(({ digest }) => digest) };
  const written = await writeHead(client, headObject(key, head, before?.resourceVersion), { before, signal });
  if (written.ok) await dropOldChunks(client, key, { standing: standing.value, kept: chunks, signal });
  return written;
}

async function ensureNamespace(client: ClusterClient, signal: AbortSignal | undefined): Promise<ApiResult<unknown>> {
  const { ref, body } = systemNamespace();
  const result = await client.apply(ref, body, { signal });
  if (!result.ok || !isBeingDeleted(result.value.object)) return result;
  const message = `the namespace ${ref.name} is being deleted`;
  return failed({ kind: 'namespace-terminating', namespace: ref.name, message });
}

interface ChunkWrite {
  readonly chunk: Chunk;
  readonly signal: AbortSignal | undefined;
}

async function writeChunk(
  client: ClusterClient,
  key: InventoryKey,
  { chunk, signal }: ChunkWrite,
): Promise<ApiResult<unknown>> {
  const { ref, body } = chunkObject(key, chunk);
  const created = await client.create(ref, body, { signal });
  if (created.ok || !mayBeThere(created)) return created;
  const standing = await client.get(ref, { signal });
  if (!standing.ok || textAt(standing.value, 'data', CHUNK_KEY) === chunk.text) return standing;
  return failed({ kind: 'stale', message: `${ref.name} holds something else than its name says` });
}

interface HeadWrite {
  readonly before: ObjectVersion | undefined;
  readonly signal: AbortSignal | undefined;
}

/** When the answer is lost, the head itself tells whether it was written. */
async function writeHead(
  client: ClusterClient,
  head: OwnObject,
  { before, signal }: HeadWrite,
): Promise<ApiResult<ObjectVersion>> {
  const { ref, body } = head;
  const options = { signal };
  const result = await (before === undefined ? client.create(ref, body, options) : client.replace(ref, body, options));
  if (result.ok) return answered(versionOf(result.value));
  if (!mayBeThere(result)) return result;
  const standing = await client.get(ref, { signal });
  if (!standing.ok) return result;
  const isOurs = textAt(standing.value, 'data', HEAD_KEY) === textAt(body, 'data', HEAD_KEY);
  if (isOurs) return answered(versionOf(standing.value));
  return failed({ kind: 'stale', message: 'another run has written the inventory meanwhile' });
}

/** Whether an object may stand although writing it failed. */
function mayBeThere(result: ApiResult<unknown>): boolean {
  if (result.ok) return true;
  const { failure } = result;
  if ('mayHaveHappened' in failure) return failure.mayHaveHappened;
  return failure.kind === 'already-exists' || failure.kind === 'stale';
}

interface Dropping {
  /** The config maps as they were before the head was written: what joined since is another run's. */
  readonly standing: readonly JsonObject[];
  readonly kept: readonly Chunk[];
  readonly signal: AbortSignal | undefined;
}

/** What an old head named is of no more use. Should this fail, the next write does it. */
async function dropOldChunks(
  client: ClusterClient,
  key: InventoryKey,
  { standing, kept, signal }: Dropping,
): Promise<void> {
  const keep = new Set([headRef(key).name, ...kept.map(({ digest }) => chunkName(key, digest))]);
  for (const map of standing) {
    const name = textAt(map, 'metadata', 'name') ?? '';
    if (keep.has(name)) continue;
    await client.delete({ ...headRef(key), name }, { uid: versionOf(map).uid, propagation: 'Background', signal });
  }
}

/** Deletes the chunks of an inventory whose content can't be relied on; the version of its head, when there is one. */
export async function clearInventory(
  client: ClusterClient,
  key: InventoryKey,
  signal: AbortSignal | undefined,
): Promise<ApiResult<ObjectVersion | undefined>> {
  const maps = await listConfigMaps(client, key, signal);
  if (!maps.ok) return maps;
  let head: ObjectVersion | undefined;
  for (const map of maps.value) {
    const name = textAt(map, 'metadata', 'name') ?? '';
    if (name === headRef(key).name) head = versionOf(map);
    else {
      const target = { uid: versionOf(map).uid, propagation: 'Background', signal } as const;
      const deleted = await client.delete({ ...headRef(key), name }, target);
      if (!deleted.ok) return deleted;
    }
  }
  return answered(head);
}
