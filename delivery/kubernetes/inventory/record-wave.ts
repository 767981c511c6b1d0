import { answered, failed, type ApiResult } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { refKey, type ObjectRef } from '../client/kinds/api-kind';
import { isApplied, type ApplyOutcome } from '../apply/apply-outcome';
import type { ObjectVersion } from '../live/object-version';
import { sortEntries, type Inventory, type InventoryEntry, type InventoryKey } from './inventory';
import { readInventory } from './read-inventory';
import { clearInventory, writeInventory } from './write-inventory';

/** An inventory as it stands in the cluster, and what the next writer must replace. */
export interface RecordedInventory {
  readonly inventory: Inventory;
  readonly head: ObjectVersion;
}

/** What is about to be applied. */
export interface Intent {
  readonly key: InventoryKey;
  /** Digest of the assembly. */
  readonly assembly: string;
  /** Tells runs apart. */
  readonly run: string;
  readonly objects: readonly ObjectRef[];
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Records what is about to be applied, before it is: what was there stays listed, and what is new joins it. Applying must
 * not begin when this fails.
 */
export async function recordIntent(client: ClusterClient, intent: Intent): Promise<ApiResult<RecordedInventory>> {
  const { key, assembly, run, objects, signal } = intent;
  const reading = await readInventory(client, key, signal);
  if (!reading.reached) return failed(reading.failure);
  if (reading.found === 'damaged') {
    return failed({ kind: 'inventory-damaged', message: reading.detail });
  }
  const before = reading.found === 'whole' ? reading.inventory : undefined;
  const generation = (before?.generation ?? 0) + 1;
  const entries = new Map((before?.entries ?? []).map((entry) => [refKey(entry), entry]));
  for (const object of objects) {
    const { apiVersion, kind, namespace, name } = object;
    const uid = entries.get(refKey(object))?.uid;
    entries.set(refKey(object), { apiVersion, kind, namespace, name, uid, generation });
  }
  const inventory: Inventory = {
    ...key,
    generation,
    state: 'intended',
    assembly,
    run,
    entries: sortEntries(entries.values()),
  };
  const head = reading.found === 'whole' ? reading.head : undefined;
  const written = await writeInventory(client, inventory, { before: head, signal });
  return written.ok ? answered({ inventory, head: written.value }) : written;
}

/**
 * Records what applying did: the uid of each object, and, when all of them stand, that the wave is confirmed. Objects that
 * failed stay listed, since they may stand all the same.
 */
export async function recordOutcomes(
  client: ClusterClient,
  { inventory, head }: RecordedInventory,
  { outcomes, signal }: { readonly outcomes: readonly ApplyOutcome[]; readonly signal?: AbortSignal | undefined },
): Promise<ApiResult<RecordedInventory>> {
  const uids = new Map(outcomes.filter(isApplied).map((one) => [refKey(one.resource), one.uid]));
  const entries: readonly InventoryEntry[] = inventory.entries.map((entry) => {
    const uid = uids.get(refKey(entry));
    return uid === undefined ? entry : { ...entry, uid };
  });
  const isComplete = entries.every((entry) => entry.generation < inventory.generation || uids.has(refKey(entry)));
  const next: Inventory = { ...inventory, state: isComplete ? 'confirmed' : 'intended', entries };
  const written = await writeInventory(client, next, { before: head, signal });
  return written.ok ? answered({ inventory: next, head: written.value }) : written;
}

/**
 * Takes objects out of an inventory: such as are deleted, or are left to somebody else from now on. The objects themselves
 * aren't touched.
 */
export async function forgetObjects(
  client: ClusterClient,
  { inventory, head }: RecordedInventory,
  { objects, signal }: { readonly objects: readonly ObjectRef[]; readonly signal?: AbortSignal | undefined },
): Promise<ApiResult<RecordedInventory>> {
  const gone = new Set(objects.map(refKey));
  const next: Inventory = { ...inventory, entries: inventory.entries.filter((entry) => !gone.has(refKey(entry))) };
  const written = await writeInventory(client, next, { before: head, signal });
  return written.ok ? answered({ inventory: next, head: written.value }) : written;
}

/**
 * Puts an inventory back that a mirror has kept, whatever damaged one stands in its place. It goes on counting where the
 * mirror ended, and isn't confirmed: the next run of the wave does that.
 */
export async function restoreInventory(
  client: ClusterClient,
  mirrored: Inventory,
  signal?: AbortSignal,
): Promise<ApiResult<RecordedInventory>> {
  const before = await clearInventory(client, mirrored, signal);
  if (!before.ok) return before;
  const inventory: Inventory = { ...mirrored, state: 'intended' };
  const written = await writeInventory(client, inventory, { before: before.value, signal });
  return written.ok ? answered({ inventory, head: written.value }) : written;
}
