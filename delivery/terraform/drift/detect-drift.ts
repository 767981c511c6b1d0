import { done, type Outcome } from '../failure/terraform-failure';
import { planShard } from '../plan/plan-shard';
import type { DriftedObject } from '../plan/planned-change';
import type { ShardEvent } from '../plan/shard-event';
import { readState } from '../state/read-state';
import type { Workspace } from '../workspace/workspace';

/** How far a shard's objects departed from how Terraform left them. */
export interface ShardDrift {
  readonly shard: string;
  /** How many objects the state knows. */
  readonly objectCount: number;
  /** Those that are no longer so, sorted by address. */
  readonly drifted: readonly DriftedObject[];
  /**
   * True when every object that the state knows is said to be gone. Somebody else's cluster, or one that was made
   * anew, answers like this: it must be looked at before anything is made again.
   */
  readonly isAllGone: boolean;
}

/** How drift is looked for. */
export interface DriftRequest {
  /** Called as each object is looked at.
   * @default - nobody follows
   */
  readonly onEvent?: ((event: ShardEvent) => void) | undefined;
  /** @default - it can't be stopped early */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Compares the live objects of a shard with what its state says of them, and changes neither. A cluster that isn't
 * reached is a failure, never a shard of deleted objects.
 */
export async function detectDrift(workspace: Workspace, request: DriftRequest = {}): Promise<Outcome<ShardDrift>> {
  const { onEvent, stop } = request;
  const shard = workspace.shard.id;
  const state = await readState(workspace, stop);
  if (!state.ok) return state;
  const objectCount = state.value?.objects.length ?? 0;
  if (objectCount === 0) return done({ shard, objectCount, drifted: [], isAllGone: false });
  const planned = await planShard(workspace, { purpose: 'refresh', onEvent, stop });
  if (!planned.ok) return planned;
  const drifted = planned.value.drift;
  const goneCount = drifted.filter(({ drift }) => drift === 'deleted').length;
  return done({ shard, objectCount, drifted, isAllGone: goneCount === objectCount });
}
