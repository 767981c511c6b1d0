import { done, failed, type Outcome, type TerraformFailure } from '../failure/terraform-failure';
import { tryReadPlanRecord } from '../plan/plan-record';
import type { PlannedChange } from '../plan/planned-change';
import type { ShardEvent } from '../plan/shard-event';
import type { ShardPlan } from '../plan/shard-plan';
import { hasErroredState } from '../state/errored-state';
import { identifyCluster, noteCluster } from '../state/known-cluster';
import { holdsShard } from '../workspace/copy-shard';
import { runTerraform } from '../workspace/run-terraform';
import type { Workspace } from '../workspace/workspace';
import { guardDeletions } from './deletion-guard';
import { ResultLedger, type ResourceResult } from './resource-result';

/** How a plan is applied. */
export interface ApplyRequest {
  readonly plan: ShardPlan;
  /** Addresses of the objects that may be deleted, replaced or forgotten; no other may.
   * @default - nothing may go
   */
  readonly allowedDeletions?: readonly string[];
  /** Called as each object comes on.
   * @default - nobody follows
   */
  readonly onEvent?: ((event: ShardEvent) => void) | undefined;
  /** Stops it: what is under way is finished, the rest isn't begun.
   * @default - it can't be stopped early
   */
  readonly stop?: AbortSignal | undefined;
}

/** What became of an apply that was begun. */
export interface ApplyResult {
  readonly shard: string;
  /** One for each change that was to be made. */
  readonly results: readonly ResourceResult[];
  /** Everything that failed; empty when all is as planned. */
  readonly failures: readonly TerraformFailure[];
  /** True when Terraform couldn't keep its state where it belongs; `pushErroredState` must follow before anything else. */
  readonly hasErroredState: boolean;
}

/** A plan that isn't applied, because it would take away what nobody allowed to go. */
export interface ApplyRefusal {
  readonly shard: string;
  readonly refused: readonly PlannedChange[];
}

/** The outcome of an apply: refused by the guard, not begun for another reason, or what became of each object. */
export type ApplyOutcome =
  | { readonly kind: 'refused'; readonly refusal: ApplyRefusal }
  | { readonly kind: 'not-begun'; readonly failures: readonly TerraformFailure[] }
  | { readonly kind: 'ended'; readonly result: ApplyResult };

/**
 * Applies exactly the saved plan, if it still is the one that was read, made from the file that the manifest states,
 * and takes nothing away that wasn't allowed by address. Each object that is done is in the state at once, so that an
 * interruption loses nothing that the next plan doesn't find.
 */
export async function applyPlan(workspace: Workspace, request: ApplyRequest): Promise<ApplyOutcome> {
  const { plan, allowedDeletions = [] } = request;
  const { refused } = guardDeletions(plan.changes, allowedDeletions);
  if (refused.length > 0) return { kind: 'refused', refusal: { shard: plan.shard, refused } };
  const check = checkPlan(workspace, plan);
  if (!check.ok) return { kind: 'not-begun', failures: check.failures };
  const cluster = await identifyCluster(workspace);
  if (!cluster.ok) return { kind: 'not-begun', failures: cluster.failures };
  if (cluster.value !== plan.clusterUid) return { kind: 'not-begun', failures: [otherCluster(plan)] };
  noteCluster(workspace.paths, plan.clusterUid);
  return run(workspace, request);
}

function checkPlan(workspace: Workspace, plan: ShardPlan): Outcome<undefined> {
  const { paths, shard } = workspace;
  const stale = (message: string): Outcome<never> => failed({ kind: 'stale-plan', message });
  const record = tryReadPlanRecord(paths);
  if (record?.planDigest !== plan.planDigest) return stale('the saved plan is not the one that was read');
  if (record.purpose !== plan.purpose || plan.purpose === 'refresh')
    return stale('the saved plan was not made to be applied');
  if (plan.shard !== shard.id || plan.shardDigest !== shard.digest || !holdsShard(paths, shard)) {
    return stale('the plan was made from another file than the manifest states');
  }
  if (hasErroredState(paths))
    return failed({ kind: 'state-store', message: 'a state of an earlier run waits to be kept' });
  return done(undefined);
}

function otherCluster({ clusterUid }: ShardPlan): TerraformFailure {
  return { kind: 'other-cluster', message: `the plan was made against the cluster ${clusterUid}` };
}

async function run(workspace: Workspace, { plan, onEvent, stop }: ApplyRequest): Promise<ApplyOutcome> {
  const { paths, settings } = workspace;
  const { resourcesAtOnce, lockTimeoutSeconds } = settings.limits;
  const ledger = new ResultLedger();
  const ended = await runTerraform(workspace, {
    name: 'apply',
    arguments: [
      'apply',
      '-input=false',
      '-json',
      '-no-color',
      `-parallelism=${resourcesAtOnce}`,
      `-lock-timeout=${lockTimeoutSeconds}s`,
      paths.plan,
    ],
    onMessage: (message) => {
      const event = ledger.take(message);
      if (event !== undefined) onEvent?.(event);
    },
    stop,
  });
  const failures = ended.ok ? (ended.value.code === 0 ? [] : ended.value.failures) : ended.failures;
  const results = ledger.resultsOf(plan.changes, failures);
  const result = { shard: plan.shard, results, failures, hasErroredState: hasErroredState(paths) };
  return { kind: 'ended', result };
}
