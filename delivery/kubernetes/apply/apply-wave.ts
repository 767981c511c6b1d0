import type { ApiFailure, ApiResult, Reach } from '../client/answer/api-failure';
import type { InventoryKey } from '../inventory/inventory';
import { recordIntent, recordOutcomes, type RecordedInventory } from '../inventory/record-wave';
import { applyObjects, type Applying, type ApplyRun } from './apply-objects';

/** One wave of one cluster. */
export interface WaveRun extends ApplyRun {
  readonly key: InventoryKey;
  /** Digest of the assembly. */
  readonly assembly: string;
  /** Tells runs apart. */
  readonly run: string;
}

/** What became of a wave. */
export type WaveResult =
  /** The intent couldn't be recorded, so nothing was applied. */
  | { readonly isRecorded: false; readonly failure: ApiFailure }
  | {
      readonly isRecorded: true;
      readonly applying: Reach<Applying>;
      /** The inventory after it; when it couldn't be written, the intent stands and the next run goes on from there. */
      readonly inventory: ApiResult<RecordedInventory>;
    };

/**
 * Applies a wave: first its inventory says what is about to be, then the objects are applied, then it says what was. What
 * was applied before a caller stopped is recorded all the same.
 */
export async function applyWave(run: WaveRun): Promise<WaveResult> {
  const { client, objects, signal } = run;
  const intent = await recordIntent(client, { ...run, objects, signal });
  if (!intent.ok) return { isRecorded: false, failure: intent.failure };
  const applying = await applyObjects(run);
  const outcomes = applying.reached ? applying.outcomes : [];
  return { isRecorded: true, applying, inventory: await recordOutcomes(client, intent.value, { outcomes }) };
}
