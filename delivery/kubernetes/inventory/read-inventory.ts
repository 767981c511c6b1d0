import { textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import { answered, unreached, type ApiFailure, type ApiResult } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { versionOf, type ObjectVersion } from '../live/object-version';
import { chunkDigest, parseChunk } from './chunks';
import { sortEntries, type Inventory, type InventoryEntry, type InventoryKey } from './inventory';
import { CHUNK_KEY, chunkName, HEAD_KEY, headRef, INVENTORY_LABEL, SYSTEM_NAMESPACE } from './inventory-objects';
import { headShape, type InventoryHead } from './inventory-shape';

/**
 * What a cluster has of an inventory. `none`: nothing was ever applied in this wave. `damaged`: something is there that
 * can't be relied on; nothing may be concluded from it, least of all that objects are left over.
 */
export type InventoryReading =
  | { readonly reached: false; readonly failure: ApiFailure }
  | { readonly reached: true; readonly found: 'none' }
  | { readonly reached: true; readonly found: 'damaged'; readonly detail: string }
  | {
      readonly reached: true;
      readonly found: 'whole';
      readonly inventory: Inventory;
      /** The version of its head, which the next writer must replace. */
      readonly head: ObjectVersion;
    };

/** Reads the inventory of a wave from the cluster that it is about. */
export async function readInventory(
  client: ClusterClient,
  key: InventoryKey,
  signal?: AbortSignal,
): Promise<InventoryReading> {
  const maps = await listConfigMaps(client, key, signal);
  if (!maps.ok) return unreached(maps.failure);
  const byName = new Map(maps.value.map((map) => [textAt(map, 'metadata', 'name') ?? '', map]));
  const headMap = byName.get(headRef(key).name);
  if (headMap === undefined) {
    return byName.size === 0 ? { reached: true, found: 'none' } : damaged('chunks without their head');
  }
  const head = parseHead(headMap);
  if (head === undefined) return damaged('a head that is none');
  if (head.cluster !== key.cluster || head.wave !== key.wave) {
    return damaged(`the inventory of ${head.cluster}, wave ${head.wave}: another cluster than expected`);
  }
  const entries = gather(key, head, byName);
  if (typeof entries === 'string') return damaged(entries);
  const { formatVersion: _formatVersion, chunks: _chunks, ...rest } = head;
  return {
    reached: true,
    found: 'whole',
    inventory: { ...rest, entries: sortEntries(entries) },
    head: versionOf(headMap),
  };
}

/** The config maps of an inventory, head and chunks alike; none where the namespace isn't there yet. */
export async function listConfigMaps(
  client: ClusterClient,
  { wave }: InventoryKey,
  signal: AbortSignal | undefined,
): Promise<ApiResult<readonly JsonObject[]>> {
  const kinds = await client.kinds({ signal });
  if (!kinds.ok) return kinds;
  const kind = kinds.value.tryFind('v1', 'ConfigMap');
  if (kind === undefined) return answered([]);
  return client.list(kind, { namespace: SYSTEM_NAMESPACE, labelSelector: `${INVENTORY_LABEL}=${wave}`, signal });
}

function parseHead(map: JsonObject): InventoryHead | undefined {
  const parsed = parseStrictJson(textAt(map, 'data', HEAD_KEY) ?? '');
  const shaped = headShape.safeParse(parsed.ok ? parsed.value : undefined);
  return shaped.success ? shaped.data : undefined;
}

/** The entries of all chunks, or which one can't be relied on. */
function gather(
  key: InventoryKey,
  { chunks }: InventoryHead,
  byName: ReadonlyMap<string, JsonObject>,
): readonly InventoryEntry[] | string {
  const entries: InventoryEntry[] = [];
  for (const digest of chunks) {
    const text = textAt(byName.get(chunkName(key, digest)), 'data', CHUNK_KEY);
    if (text === undefined) return `the chunk ${digest} is missing`;
    const parsed = chunkDigest(text) === digest ? parseChunk(text) : undefined;
    if (parsed === undefined) return `the chunk ${digest} was changed`;
    for (const entry of parsed) entries.push(entry);
  }
  return entries;
}

function damaged(detail: string): InventoryReading {
  return { reached: true, found: 'damaged', detail };
}
