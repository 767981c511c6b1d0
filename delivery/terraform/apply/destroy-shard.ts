import { planShard } from '../plan/plan-shard';
import type { ShardEvent } from '../plan/shard-event';
import type { Workspace } from '../workspace/workspace';
import { applyPlan, type ApplyOutcome } from './apply-plan';
import { guardDeletions, takesAway } from './deletion-guard';

/** What is destroyed. */
export interface DestroyRequest {
  /** The exact addresses of everything that the state of the shard holds. */
  readonly addresses: readonly string[];
  /** Called as each object comes on.
   * @default - nobody follows
   */
  readonly onEvent?: ((event: ShardEvent) => void) | undefined;
  /** @default - it can't be stopped early */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Destroys everything that a shard holds, when that is exactly what the caller named: one object more in the state
 * than was approved, and nothing is touched.
 */
export async function destroyShard(workspace: Workspace, request: DestroyRequest): Promise<ApplyOutcome> {
  const { addresses, onEvent, stop } = request;
  const planned = await planShard(workspace, { purpose: 'destroy', stop });
  if (!planned.ok) return { kind: 'not-begun', failures: planned.failures };
  const plan = planned.value;
  const { refused } = guardDeletions(plan.changes, addresses);
  const others = plan.changes.filter((one) => !takesAway(one) && one.action !== 'no-op');
  if (refused.length + others.length > 0) {
    return { kind: 'refused', refusal: { shard: plan.shard, refused: [...refused, ...others] } };
  }
  return applyPlan(workspace, { plan, allowedDeletions: addresses, onEvent, stop });
}
