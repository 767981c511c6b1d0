import type { JsonValue } from '../../../resources/resource';
import { failed, type Outcome } from '../failure/terraform-failure';
import { hasErroredState } from '../state/errored-state';
import { identifyCluster } from '../state/known-cluster';
import { untaint } from '../state/untaint';
import { initialize } from '../workspace/initialize';
import { holdsShard } from '../workspace/copy-shard';
import { runTerraform, type TerraformEnd } from '../workspace/run-terraform';
import type { Workspace } from '../workspace/workspace';
import { writeAdoptions, type Adoption } from './adoption';
import { planDigest, writePlanRecord } from './plan-record';
import { parseEvent, type ShardEvent } from './shard-event';
import type { PlannedChange } from './planned-change';
import { readPlan } from './read-plan';
import type { PlanPurpose, ShardPlan } from './shard-plan';

/** How a plan is made. */
export interface PlanRequest {
  /** @default apply */
  readonly purpose?: PlanPurpose;
  /** Existing objects that the shard takes over.
   * @default - none
   */
  readonly adoptions?: readonly Adoption[];
  /** Addresses that the plan is about; what they stand on is planned too, anything else is left alone.
   * @default - the whole shard
   */
  readonly targets?: readonly string[];
  /** Called as the plan comes on.
   * @default - nobody follows
   */
  readonly onEvent?: ((event: ShardEvent) => void) | undefined;
  /** @default - it can't be stopped early */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Plans one shard against the live cluster, saves the plan, and reads it back. Changes nothing in the cluster: an API
 * server that can't be reached, or that refuses, fails the plan and leaves the state as it is. Objects whose making
 * was cut short are kept instead of made anew.
 */
export async function planShard(workspace: Workspace, request: PlanRequest = {}): Promise<Outcome<ShardPlan>> {
  const { paths, shard } = workspace;
  if (!holdsShard(paths, shard)) {
    return failed({ kind: 'stale-plan', message: 'the workspace holds another file than the manifest states' });
  }
  if (hasErroredState(paths)) return failed({ kind: 'state-store', message: STATE_WAITS });
  const cluster = await identifyCluster(workspace);
  if (!cluster.ok) return cluster;
  writeAdoptions(paths, request.adoptions ?? []);
  const planned = await planOnce(workspace, cluster.value, request);
  const tainted = planned.ok ? planned.value.changes.filter(isOnlyTainted) : [];
  if (tainted.length === 0) return planned;
  const addresses = tainted.map(({ address }) => address);
  const kept = await untaint(workspace, addresses, request.stop);
  return kept.ok ? planOnce(workspace, cluster.value, request) : kept;
}

const STATE_WAITS = 'a state of an earlier run waits to be put where it belongs';

function isOnlyTainted({ action, reason }: PlannedChange): boolean {
  return action === 'replace' && reason === 'replace_because_tainted';
}

async function planOnce(workspace: Workspace, clusterUid: string, request: PlanRequest): Promise<Outcome<ShardPlan>> {
  const { paths, shard } = workspace;
  const { purpose = 'apply', stop } = request;
  const ended = await runPlan(workspace, purpose, request);
  if (!ended.ok) return ended;
  if (ended.value.code === 1) return failed(...ended.value.failures);
  const digest = planDigest(paths);
  if (digest === undefined) return failed({ kind: 'unreadable-answer', message: 'no plan was saved' });
  writePlanRecord(paths, { purpose, shardDigest: shard.digest, planDigest: digest, clusterUid });
  return readPlan(workspace, stop);
}

/** Plans; when Terraform finds its providers gone since the workspace was made ready, makes it ready once more. */
async function runPlan(
  workspace: Workspace,
  purpose: PlanPurpose,
  request: PlanRequest,
): Promise<Outcome<TerraformEnd>> {
  const { onEvent, stop, targets = [] } = request;
  const onMessage = (message: JsonValue): void => {
    const event = parseEvent(message);
    if (event !== undefined) onEvent?.(event);
  };
  const call = { name: 'plan', arguments: planArguments(workspace, purpose, targets), onMessage, stop };
  const ended = await runTerraform(workspace, call);
  const isUnready = ended.ok && ended.value.failures.some(({ kind }) => kind === 'not-initialized');
  if (!isUnready) return ended;
  const ready = await initialize(workspace, { again: true, stop });
  return ready.ok ? runTerraform(workspace, call) : ready;
}

function planArguments(
  { settings, paths }: Workspace,
  purpose: PlanPurpose,
  targets: readonly string[],
): readonly string[] {
  const { resourcesAtOnce, lockTimeoutSeconds } = settings.limits;
  const mode = { apply: [], destroy: ['-destroy'], refresh: ['-refresh-only'] }[purpose];
  return [
    'plan',
    '-input=false',
    '-json',
    '-no-color',
    '-detailed-exitcode',
    `-parallelism=${resourcesAtOnce}`,
    `-lock-timeout=${lockTimeoutSeconds}s`,
    `-out=${paths.plan}`,
    ...mode,
    ...targets.map((address) => `-target=${address}`),
  ];
}
