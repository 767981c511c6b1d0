import { groupBy } from '../../model/group-by';
import type { JournalEntry } from '../journal/journal-entry';
import type { DeliveredObject, DeliveredSystem, DeliveryRecord } from './delivery-record';

/** Everything that was ever brought to the clusters and not taken away again, as the journal tells. */
export interface DeliveryLedger {
  /** By id; what a later run brought again counts as of that run. */
  readonly objects: ReadonlyMap<string, DeliveredObject>;
  /** By id, as the last run that knew the system described it. */
  readonly systems: ReadonlyMap<string, DeliveredSystem>;
}

/**
 * Folds a journal: a step that began may have brought any of its objects, even when it never ended, so all of them
 * count until an entry says that they were taken away or given up. What a cluster held is gone when its name stands for
 * another one.
 * @throws Error when the record of a run is missing: the state folder is not whole
 */
export function foldLedger(
  entries: readonly JournalEntry[],
  recordOf: (assemblyDigest: string) => DeliveryRecord | undefined,
): DeliveryLedger {
  const objects = new Map<string, DeliveredObject>();
  const systems = new Map<string, DeliveredSystem>();
  const clusters = new Map<string, string>();
  let byStep: ReadonlyMap<string, readonly DeliveredObject[]> = new Map();
  for (const entry of entries) {
    if (entry.kind === 'run') {
      const record = recordOf(entry.assemblyDigest);
      if (record === undefined) throw new Error(`the record of ${entry.assemblyDigest} is missing beside the journal`);
      byStep = groupBy(record.objects, ({ step }) => step);
      for (const system of record.systems) systems.set(system.id, system);
    }
    if (entry.kind === 'begin') for (const object of byStep.get(entry.step) ?? []) objects.set(object.id, object);
    if (entry.kind === 'removed') for (const id of entry.objects) objects.delete(id);
    if (entry.kind === 'cluster') {
      const before = clusters.get(entry.cluster);
      if (before !== undefined && before !== entry.uid) dropCluster(objects, entry.cluster);
      clusters.set(entry.cluster, entry.uid);
    }
  }
  return { objects, systems };
}

function dropCluster(objects: Map<string, DeliveredObject>, name: string): void {
  for (const { id, cluster } of objects.values()) if (cluster === name) objects.delete(id);
}

/** What the clusters may still have and an assembly no longer brings, sorted by id. */
export function leftOverOf({ objects }: DeliveryLedger, wanted: ReadonlySet<string>): readonly DeliveredObject[] {
  return [...objects.values()].filter(({ id }) => !wanted.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
