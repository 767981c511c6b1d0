import type { ClusterClient } from '../kubernetes/client/cluster-client';
import { refKey } from '../kubernetes/client/kinds/api-kind';
import { findLeftOvers } from '../kubernetes/inventory/left-over';
import { readInventory } from '../kubernetes/inventory/read-inventory';
import { forgetObjects } from '../kubernetes/inventory/record-wave';
import { removeObjects } from '../kubernetes/inventory/remove-objects';
import type { DeliveredObject } from '../ledger/delivery-record';
import type { StepTrouble } from '../run/step-outcome';
import { nextAfter } from '../step/api-failure-next';

/** What is to go, and to be given up, of one part of one cluster. */
export interface PartRemoval {
  readonly cluster: string;
  readonly part: string;
  readonly deleted: readonly DeliveredObject[];
  readonly keptInPlace: readonly DeliveredObject[];
}

/** What became of a removal: ids that are settled (gone, or given up), and what stands in the way. */
export interface RemovalResult {
  readonly settled: readonly string[];
  readonly troubles: readonly StepTrouble[];
}

/**
 * Deletes objects of a cluster's inventory, each only if it still is the one that was applied, and takes them and those
 * that are given up out of the inventory. What can't be told apart is left alone and reported.
 */
export async function removeFromCluster(
  client: ClusterClient,
  { cluster, part, deleted, keptInPlace }: PartRemoval,
  patienceMilliseconds: number,
): Promise<RemovalResult> {
  const key = { cluster, wave: part };
  const reading = await readInventory(client, key);
  if (!reading.reached) return nothing(cluster, reading.failure.kind, reading.failure.message);
  if (reading.found === 'damaged') return nothing(cluster, 'inventory-damaged', reading.detail);
  if (reading.found === 'none') return { settled: [...deleted, ...keptInPlace].map(({ id }) => id), troubles: [] };
  const asked = new Map([...deleted, ...keptInPlace].map((one) => [refKey(one), one]));
  const wanted = reading.inventory.entries.filter((entry) => !asked.has(refKey(entry)));
  const found = await findLeftOvers(client, { inventory: reading.inventory, wanted });
  if (!found.reached) return nothing(cluster, found.failure.kind, found.failure.message);
  const going = new Set(deleted.map(refKey));
  const objects = found.leftOver
    .filter(({ entry }) => going.has(refKey(entry)))
    .map(({ entry, uid }) => ({ ...entry, uid }));
  const outcomes = await removeObjects(client, { objects, propagation: 'Foreground', patienceMilliseconds });
  const stayed = outcomes.filter(({ kind }) => kind !== 'deleted' && kind !== 'already-gone' && kind !== 'replaced');
  const open = new Set([
    ...stayed.map(({ object }) => refKey(object)),
    ...found.untold.map(({ entry }) => refKey(entry)),
  ]);
  const settled = [...asked].filter(([ref]) => !open.has(ref)).map(([, one]) => one);
  const forgotten = await forgetObjects(client, reading, { objects: settled });
  if (!forgotten.ok) return nothing(cluster, forgotten.failure.kind, forgotten.failure.message);
  const troubles = stayed.map((one): StepTrouble => ({
    code: `removal-${one.kind}`,
    subject: `${cluster}/${one.object.kind}/${one.object.namespace ?? '-'}/${one.object.name}`,
    what:
      'finalizers' in one ? `held by ${one.finalizers.join(', ')}` : 'failure' in one ? one.failure.message : one.kind,
    next: 'failure' in one ? nextAfter(one.failure.kind) : 'see what holds it, then run ndc retire again',
  }));
  return { settled: settled.map(({ id }) => id), troubles };
}

function nothing(subject: string, code: string, what: string): RemovalResult {
  return { settled: [], troubles: [{ code, subject, what, next: 'nothing was removed there; run ndc retire again' }] };
}
