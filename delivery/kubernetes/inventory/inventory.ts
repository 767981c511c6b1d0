import { refKey, type ObjectRef } from '../client/kinds/api-kind';

/** One object that we have applied, or were about to. */
export interface InventoryEntry extends ObjectRef {
  /** @default - its answer never came, or hasn't come yet */
  readonly uid?: string | undefined;
  /** The last generation of the wave whose assembly held it; older than the inventory's means left over. */
  readonly generation: number;
}

/** Which inventory: one wave of one cluster. */
export interface InventoryKey {
  readonly cluster: string;
  /** Name of the wave, an RFC 1123 label such as `1-baseline`. */
  readonly wave: string;
}

/**
 * What we have applied to a cluster in one wave. It is `intended` from before the first object is applied until all of
 * them are, so that a crash at any moment leaves nothing in the cluster that it doesn't list.
 */
export interface Inventory extends InventoryKey {
  /** Counts the runs of the wave. */
  readonly generation: number;
  readonly state: 'intended' | 'confirmed';
  /** Digest of the assembly of this generation. */
  readonly assembly: string;
  /** The run that wrote it. */
  readonly run: string;
  /** Sorted by `refKey`. */
  readonly entries: readonly InventoryEntry[];
}

/** Entries in the order of their keys. */
export function sortEntries(entries: Iterable<InventoryEntry>): readonly InventoryEntry[] {
  return [...entries]
    .map((entry) => [refKey(entry), entry] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, entry]) => entry);
}
