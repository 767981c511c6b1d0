import type { JsonValue } from '../../../resources/resource';
import { done, failed, type Outcome } from '../failure/terraform-failure';
import { initialize } from '../workspace/initialize';
import { holdsShard } from '../workspace/copy-shard';
import { runTerraform, type TerraformEnd } from '../workspace/run-terraform';
import type { Workspace } from '../workspace/workspace';
import { writeAdoptions, type Adoption } from './adoption';
import { planDigest, writePlanRecord } from './plan-record';
import { parseEvent, type ShardEvent } from './shard-event';
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
  /** Called as the plan comes on.
   * @default - nobody follows
   */
  readonly onEvent?: ((event: ShardEvent) => void) | undefined;
  /** @default - it can't be stopped early */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Plans one shard against the live cluster, saves the plan, and reads it back. Changes nothing: an API server that
 * can't be reached, or that refuses, fails the plan and leaves the state as it is.
 */
export async function planShard(workspace: Workspace, request: PlanRequest = {}): Promise<Outcome<ShardPlan>> {
  const { paths, shard } = workspace;
  const { purpose = 'apply', adoptions = [], stop } = request;
  if (!holdsShard(paths, shard)) {
    return failed({ kind: 'stale-plan', message: 'the workspace holds another file than the manifest states' });
  }
  writeAdoptions(paths, adoptions);
  const ended = await runPlan(workspace, purpose, request);
  if (!ended.ok) return ended;
  if (ended.value.code === 1) return failed(...ended.value.failures);
  const digest = planDigest(paths);
  if (digest === undefined) return failed({ kind: 'unreadable-answer', message: 'no plan was saved' });
  writePlanRecord(paths, { purpose, shardDigest: shard.digest, planDigest: digest });
  return readPlan(workspace, stop);
}

/** Plans; when Terraform finds its providers gone since the workspace was made ready, makes it ready once more. */
async function runPlan(
  workspace: Workspace,
  purpose: PlanPurpose,
  request: PlanRequest,
): Promise<Outcome<TerraformEnd>> {
  const { onEvent, stop } = request;
  const onMessage = (message: JsonValue): void => {
    const event = parseEvent(message);
    if (event !== undefined) onEvent?.(event);
  };
  const call = { name: 'plan', arguments: planArguments(workspace, purpose), onMessage, stop };
  const ended = await runTerraform(workspace, call);
  const isUnready = ended.ok && ended.value.failures.some(({ kind }) => kind === 'not-initialized');
  if (!isUnready) return ended;
  const ready = await initialize(workspace, { again: true, stop });
  return ready.ok ? runTerraform(workspace, call) : ready;
}

function planArguments({ settings, paths }: Workspace, purpose: PlanPurpose): readonly string[] {
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
  ];
}

/** The plan as text for people, and where it stands; Terraform hides the secrets in it. */
export async function writePlanText(workspace: Workspace, stop?: AbortSignal): Promise<Outcome<string>> {
  const { paths } = workspace;
  const ended = await runTerraform(workspace, {
    name: 'plan-text',
    arguments: ['show', '-no-color', paths.plan],
    stop,
  });
  if (!ended.ok) return ended;
  return ended.value.code === 0 ? done(paths.output('plan-text')) : failed(...ended.value.failures);
}
