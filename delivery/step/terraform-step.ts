import { applyPlan, type ApplyOutcome } from '../terraform/apply/apply-plan';
import { failureKinds } from '../terraform/failure/failure-kinds';
import { isTransient, type Outcome, type TerraformFailure } from '../terraform/failure/terraform-failure';
import { adoptionOf, type Adoption } from '../terraform/plan/adoption';
import { planShard, type PlanRequest } from '../terraform/plan/plan-shard';
import type { PlannedChange } from '../terraform/plan/planned-change';
import type { ShardPlan } from '../terraform/plan/shard-plan';
import { hasErroredState, pushErroredState } from '../terraform/state/errored-state';
import { releaseLock } from '../terraform/state/release-lock';
import { waitForRun } from '../terraform/state/wait-for-run';
import type { Workspace } from '../terraform/workspace/workspace';
import { noCounts, type StepCounts, type StepOutcome, type StepTrouble } from '../run/step-outcome';

/** What a Terraform step needs beside its workspace. */
export interface TerraformStepOptions {
  /** Addresses that a removal of the facts released.
   * @default - nothing may go
   */
  readonly allowedDeletions?: readonly string[];
  /** Whether an object that is already there was brought by us, so that the shard may take it over. */
  readonly isOurs: (object: PlannedChange['object']) => Promise<boolean>;
  /** What stands against bringing what was planned; a plan with an objection is not applied.
   * @default - nothing does
   */
  readonly objections?: (changes: readonly PlannedChange[]) => readonly TerraformFailure[];
  /** How often a step is tried when what failed may go away by itself. */
  readonly tries: number;
  /** Waits before a further try; false when a person asked to stop. */
  readonly pause: (tried: number) => Promise<boolean>;
  /** @default - it can't be stopped early */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Brings one shard to what the assembly says: waits for a Terraform that a killed `ndc` left running, keeps a state that
 * could not be kept, plans, guards, applies the saved plan, and tries again while what fails may go away by itself.
 */
export async function runTerraformStep(workspace: Workspace, options: TerraformStepOptions): Promise<StepOutcome> {
  let ended = await tryOnce(workspace, options, []);
  for (let tried = 1; tried < options.tries && ended.again && (await options.pause(tried)); tried += 1)
    ended = await tryOnce(workspace, options, ended.adopt);
  return ended.outcome;
}

interface Try {
  readonly outcome: StepOutcome;
  readonly again: boolean;
  /** What the next try takes over. */
  readonly adopt: readonly Adoption[];
}

async function tryOnce(
  workspace: Workspace,
  options: TerraformStepOptions,
  adoptions: readonly Adoption[],
): Promise<Try> {
  const { stop } = options;
  const ready = await recover(workspace, stop);
  if (!ready.ok) return failedTry(ready.failures, noCounts);
  const allowed = options.allowedDeletions ?? [];
  const planned = await planKept(workspace, { adoptions, stop }, allowed);
  if (!planned.ok) {
    const released = await releaseOwnLock(workspace, planned.failures, stop);
    return released ? { ...failedTry(planned.failures, noCounts), again: true } : failedTry(planned.failures, noCounts);
  }
  const plan = planned.value;
  if (plan.changes.every((one) => !acts(one, allowed))) {
    return { outcome: { state: 'done', counts: countsOf(plan, new Set()) }, again: false, adopt: [] };
  }
  const objections = options.objections?.(plan.changes) ?? [];
  if (objections.length > 0) return failedTry(objections, noCounts);
  const applied = await applyPlan(workspace, { plan, allowedDeletions: allowed, stop });
  return judge(applied, plan, options);
}

/**
 * Plans a shard without the deletion of objects that the assembly no longer has: they are left over until a removal takes
 * them, and don't keep the others from being brought.
 */
async function planKept(
  workspace: Workspace,
  request: PlanRequest,
  allowed: readonly string[],
): Promise<Outcome<ShardPlan>> {
  const planned = await planShard(workspace, request);
  if (!planned.ok) return planned;
  const { changes } = planned.value;
  const targets = changes.filter((one) => acts(one, allowed)).map(({ address }) => address);
  if (targets.length === 0 || !changes.some((one) => isLeftOver(one, allowed))) return planned;
  return planShard(workspace, { ...request, targets });
}

function isLeftOver({ action, address }: PlannedChange, allowed: readonly string[]): boolean {
  return action === 'delete' && !allowed.includes(address);
}

function acts(change: PlannedChange, allowed: readonly string[]): boolean {
  const isNothing = change.action === 'no-op' && change.adopts === undefined;
  return !isNothing && !isLeftOver(change, allowed);
}

/** What an interrupted run left: a Terraform that still works, and a state that waits to be kept. */
async function recover(workspace: Workspace, stop: AbortSignal | undefined): Promise<Outcome<undefined>> {
  const free = await waitForRun(workspace, workspace.settings.limits.timeoutMilliseconds);
  if (!free) {
    const message = 'a Terraform of an interrupted run still works on it';
    return { ok: false, failures: [{ kind: 'shard-busy', message }] };
  }
  return hasErroredState(workspace.paths) ? pushErroredState(workspace, stop) : { ok: true, value: undefined };
}

async function releaseOwnLock(
  workspace: Workspace,
  failures: readonly TerraformFailure[],
  stop: AbortSignal | undefined,
): Promise<boolean> {
  const lock = failures.find(({ kind }) => kind === 'state-locked')?.lock;
  return lock !== undefined && (await releaseLock(workspace, lock, stop)).ok;
}

async function judge(applied: ApplyOutcome, plan: ShardPlan, { isOurs }: TerraformStepOptions): Promise<Try> {
  if (applied.kind === 'refused') {
    const troubles = applied.refusal.refused.map(deletionTrouble);
    return { outcome: { state: 'failed', counts: noCounts, troubles }, again: false, adopt: [] };
  }
  if (applied.kind === 'not-begun') return failedTry(applied.failures, noCounts);
  const { results, failures } = applied.result;
  const done = new Set(results.filter(({ outcome }) => outcome === 'done').map(({ address }) => address));
  const counts = countsOf(plan, done);
  if (failures.length === 0) return { outcome: { state: 'done', counts }, again: false, adopt: [] };
  const adopt = await adoptable(plan, failures, isOurs);
  const attempt = failedTry(failures, counts);
  const others = failures.filter(({ address }) => !adopt.some((one) => one.address === address));
  return { ...attempt, adopt, again: adopt.length > 0 && isTransient(others) ? true : attempt.again };
}

async function adoptable(
  { changes }: ShardPlan,
  failures: readonly TerraformFailure[],
  isOurs: TerraformStepOptions['isOurs'],
): Promise<readonly Adoption[]> {
  const there = new Set(failures.filter(({ kind }) => kind === 'already-exists').map(({ address }) => address));
  const found = changes.filter(({ address }) => there.has(address));
  const ours = await Promise.all(found.map(({ object }) => isOurs(object)));
  return found.filter((_, index) => ours[index] === true).map(adoptionOf);
}

function failedTry(failures: readonly TerraformFailure[], counts: StepCounts): Try {
  const troubles = failures.map(troubleOf);
  const unreached = failures.every(({ kind }) => kind === 'unreachable');
  const outcome: StepOutcome = unreached ? { state: 'unreached', troubles } : { state: 'failed', counts, troubles };
  return { outcome, again: isTransient(failures), adopt: [] };
}

/** Counts of a plan, all of it when nothing names what was done. */
function countsOf({ changes }: ShardPlan, done?: ReadonlySet<string>): StepCounts {
  const counted = changes.filter(
    ({ address, action }) => action !== 'no-op' && (done === undefined || done.has(address)),
  );
  const created = counted.filter(({ action }) => action === 'create').length;
  return {
    created,
    changed: counted.length - created,
    unchanged: changes.filter(({ action }) => action === 'no-op').length,
  };
}

function troubleOf({ kind, message, address, lock }: TerraformFailure): StepTrouble {
  const holder = lock === undefined ? '' : `; held by ${lock.who} since ${lock.created}`;
  return { code: kind, subject: address ?? 'the shard', what: `${message}${holder}`, next: failureKinds[kind].next };
}

function deletionTrouble({ address, action, object }: PlannedChange): StepTrouble {
  return {
    code: 'would-delete',
    subject: object.id,
    what: `the plan would ${action} ${address}, and no removal releases it`,
    next: 'declare it again, or state a removal in the facts and run ndc retire',
  };
}
