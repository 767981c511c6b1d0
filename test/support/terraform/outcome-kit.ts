import type { ApplyOutcome } from '../../../delivery/terraform/apply/apply-plan';
import type { Outcome } from '../../../delivery/terraform/failure/terraform-failure';
import type { ShardPlan } from '../../../delivery/terraform/plan/shard-plan';
import type { Workspace } from '../../../delivery/terraform/workspace/workspace';

/** The value of an outcome that must not have failed. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

/** The kinds of failure of an outcome that must have failed. */
export function failureKindsOf(outcome: Outcome<unknown>): readonly string[] {
  if (outcome.ok) throw new Error('did not fail');
  return outcome.failures.map(({ kind, message }) => (kind === 'other' ? `other: ${message}` : kind));
}

/** What became of each planned change, by address. */
export function outcomesOf(outcome: ApplyOutcome): Readonly<Record<string, string>> | string {
  if (outcome.kind !== 'ended') return JSON.stringify(outcome);
  return Object.fromEntries(outcome.result.results.map((one) => [one.address, `${one.action} ${one.outcome}`]));
}

/** What a plan does, by address. */
export function actionsOf(plan: ShardPlan): Readonly<Record<string, string>> {
  return Object.fromEntries(plan.changes.map(({ address, action }) => [address, action]));
}

/** The only workspace that was opened. */
export async function only(opened: Promise<readonly Workspace[]>): Promise<Workspace> {
  const [workspace, ...others] = await opened;
  if (workspace === undefined || others.length > 0) throw new Error('not one workspace');
  return workspace;
}
