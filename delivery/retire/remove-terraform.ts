import { applyPlan, type ApplyOutcome } from '../terraform/apply/apply-plan';
import { destroyShard } from '../terraform/apply/destroy-shard';
import { failureKinds } from '../terraform/failure/failure-kinds';
import type { TerraformFailure } from '../terraform/failure/terraform-failure';
import { planShard } from '../terraform/plan/plan-shard';
import { removeFromState } from '../terraform/state/remove-from-state';
import type { Workspace } from '../terraform/workspace/workspace';
import type { DeliveredObject } from '../ledger/delivery-record';
import type { StepTrouble } from '../run/step-outcome';
import type { RemovalResult } from './remove-kubernetes';

/** What is to go, and to be given up, of one shard. */
export interface ShardRemoval {
  readonly workspace: Workspace;
  /** Whether the assembly still has the shard, without these objects. */
  readonly isDeclared: boolean;
  readonly deleted: readonly DeliveredObject[];
  readonly keptInPlace: readonly DeliveredObject[];
}

/**
 * Takes objects away from a shard: those given up leave the state first and stay in the cluster; then exactly the others
 * are deleted, by a plan that may delete nothing else.
 */
export async function removeFromShard({
  workspace,
  isDeclared,
  deleted,
  keptInPlace,
}: ShardRemoval): Promise<RemovalResult> {
  const givenUp = await removeFromState(
    workspace,
    keptInPlace.map(({ address }) => address),
  );
  if (!givenUp.ok) return { settled: [], troubles: givenUp.failures.map((one) => troubleOf(workspace, one)) };
  const kept = keptInPlace.map(({ id }) => id);
  if (deleted.length === 0) return { settled: kept, troubles: [] };
  const addresses = deleted.map(({ address }) => address);
  const outcome = isDeclared ? await applyWithout(workspace, addresses) : await destroyShard(workspace, { addresses });
  const troubles = troublesOf(workspace, outcome);
  return { settled: troubles.length === 0 ? [...kept, ...deleted.map(({ id }) => id)] : kept, troubles };
}

async function applyWithout(workspace: Workspace, allowedDeletions: readonly string[]): Promise<ApplyOutcome> {
  const planned = await planShard(workspace);
  if (!planned.ok) return { kind: 'not-begun', failures: planned.failures };
  return applyPlan(workspace, { plan: planned.value, allowedDeletions });
}

function troublesOf(workspace: Workspace, outcome: ApplyOutcome): readonly StepTrouble[] {
  switch (outcome.kind) {
    case 'refused':
      return outcome.refusal.refused.map(({ object, action }) => ({
        code: 'would-delete',
        subject: object.id,
        what: `the plan would also ${action} it, which the removal does not name`,
        next: 'compare the facts with what was delivered; nothing was removed',
      }));
    case 'not-begun':
      return outcome.failures.map((one) => troubleOf(workspace, one));
    case 'ended':
      return outcome.result.failures.map((one) => troubleOf(workspace, one));
  }
}

function troubleOf({ shard }: Workspace, { kind, address, message }: TerraformFailure): StepTrouble {
  return { code: kind, subject: address ?? shard.id, what: message, next: failureKinds[kind].next };
}
