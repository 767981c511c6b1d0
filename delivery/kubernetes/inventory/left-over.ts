import { unreached, type ApiFailure, type Reach } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { refKey, type ObjectRef } from '../client/kinds/api-kind';
import { isOurs, managedFieldsOf } from '../compare/managed-fields';
import { versionOf } from '../live/object-version';
import { readStanding, type Standing } from '../live/standing';
import { FIELD_MANAGER } from '../client/verbs/apply';
import type { Inventory, InventoryEntry } from './inventory';

/** An object that we once applied and that the assembly doesn't hold any more. It stays until somebody says otherwise. */
export interface LeftOver {
  readonly entry: InventoryEntry;
  readonly uid: string;
  readonly resourceVersion: string;
  /** Deleting it deletes what stands in it (a namespace) or all objects of its kind (a definition). */
  readonly cascades: boolean;
  /** Deleting it may delete data of citizens. */
  readonly holdsData: boolean;
}

/** What became of the objects of an inventory that the assembly doesn't hold any more. */
export interface LeftOvers {
  /** Sorted by `refKey`. */
  readonly leftOver: readonly LeftOver[];
  /** Not there any more; may be forgotten. */
  readonly gone: readonly InventoryEntry[];
  /** Something of that name is there, but it isn't what we applied: hands off. */
  readonly foreign: readonly InventoryEntry[];
  /** Couldn't be told; nothing follows. */
  readonly untold: readonly { readonly entry: InventoryEntry; readonly failure: ApiFailure }[];
}

/** Deleting these deletes more than themselves. */
const CASCADING = new Set(['CustomResourceDefinition', 'Namespace']);

/** Kinds behind which stands data: volumes, databases, buckets. */
const WITH_DATA = new Set([
  'Backup',
  'BackupStorageLocation',
  'CephBlockPool',
  'CephCluster',
  'CephFilesystem',
  'CephObjectStore',
  'Cluster',
  'ObjectBucketClaim',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Secret',
  'StatefulSet',
]);

/**
 * Finds what an inventory lists and the wanted objects don't hold, and looks at each one in the cluster. It deletes
 * nothing. Without an inventory, or with one that is damaged or out of reach, there is nothing to be called left over.
 */
export async function findLeftOvers(
  client: ClusterClient,
  { inventory, wanted, signal }: LeftOverQuestion,
): Promise<Reach<LeftOvers>> {
  const keys = new Set(wanted.map(refKey));
  const entries = inventory.entries.filter((entry) => !keys.has(refKey(entry)));
  const read = await readStanding(client, { objects: entries, extentOf: () => 'metadata', signal });
  if (!read.reached) return unreached(read.failure);
  const found: Sorting = { leftOver: [], gone: [], foreign: [], untold: [] };
  for (const entry of entries) sort(entry, read.standing.get(refKey(entry)) ?? { kind: 'absent' }, found);
  return { reached: true, ...found };
}

/** What is asked. */
export interface LeftOverQuestion {
  readonly inventory: Inventory;
  /** All objects of the wave as the assembly holds them now. */
  readonly wanted: readonly ObjectRef[];
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

interface Sorting {
  readonly leftOver: LeftOver[];
  readonly gone: InventoryEntry[];
  readonly foreign: InventoryEntry[];
  readonly untold: { readonly entry: InventoryEntry; readonly failure: ApiFailure }[];
}

function sort(entry: InventoryEntry, standing: Standing, found: Sorting): void {
  if (standing.kind === 'absent' || standing.kind === 'kind-missing') found.gone.push(entry);
  else if (standing.kind === 'untold') found.untold.push({ entry, failure: standing.failure });
  else if (isWhatWeApplied(entry, standing)) {
    const cascades = CASCADING.has(entry.kind);
    const holdsData = cascades || WITH_DATA.has(entry.kind);
    found.leftOver.push({ entry, ...versionOf(standing.object), cascades, holdsData });
  } else found.foreign.push(entry);
}

/** By its uid where we know it; after a crash in mid-apply by our field manager. */
function isWhatWeApplied({ uid }: InventoryEntry, { object }: Extract<Standing, { kind: 'there' }>): boolean {
  if (uid !== undefined) return uid === versionOf(object).uid;
  const ours = new Set([FIELD_MANAGER]);
  return managedFieldsOf(object).some((writer) => isOurs(writer, ours));
}
