import { rmSync } from 'node:fs';
import { done, failed, type Outcome } from '../failure/terraform-failure';
import { runTerraform } from '../workspace/run-terraform';
import type { Workspace } from '../workspace/workspace';
import { planDigest, tryReadPlanRecord, type PlanRecord } from './plan-record';
import type { WrittenPlan } from '../../../resources/read/plan/plan-shape';
import { readPlanJson } from '../../../resources/read/plan/read-plan-json';
import { readProviderVersions } from './provider-versions';
import { readChanges } from './read-changes';
import type { ShardPlan } from './shard-plan';

/**
 * Reads the saved plan of a shard back from Terraform; also how a plan is found again after an interruption. Fails
 * when there is none, or when the file is no longer the one that was saved.
 */
export async function readPlan(workspace: Workspace, stop?: AbortSignal): Promise<Outcome<ShardPlan>> {
  const record = tryReadPlanRecord(workspace.paths);
  if (record === undefined) return failed({ kind: 'stale-plan', message: 'there is no saved plan' });
  const written = await showPlan(workspace, stop);
  if (!written.ok) return written;
  if (planDigest(workspace.paths) !== record.planDigest) {
    return failed({ kind: 'stale-plan', message: 'the saved plan changed while it was read' });
  }
  return planOf(workspace, record, written.value);
}

/** The JSON of a plan holds secrets in the clear, so it goes as soon as it is read. */
async function showPlan(workspace: Workspace, stop: AbortSignal | undefined): Promise<Outcome<WrittenPlan>> {
  const { paths } = workspace;
  const list = ['show', '-no-color', '-json', paths.plan];
  try {
    const ended = await runTerraform(workspace, { name: 'show', arguments: list, stop });
    if (!ended.ok) return ended;
    if (ended.value.code !== 0) return failed(...ended.value.failures);
    return parsePlan(paths.output('show'));
  } finally {
    rmSync(paths.output('show'), { force: true });
  }
}

function parsePlan(path: string): Outcome<WrittenPlan> {
  const parsed = readPlanJson(path);
  return parsed.ok ? done(parsed.value) : unreadable(parsed.detail);
}

function planOf(workspace: Workspace, record: PlanRecord, written: WrittenPlan): Outcome<ShardPlan> {
  const { shard, paths } = workspace;
  if (written.errored === true) return failed({ kind: 'stale-plan', message: 'the plan was saved with errors' });
  const { changes, drift, unknownActions } = readChanges(written, shard);
  if (unknownActions.length > 0) return unreadable(`an unknown action on ${unknownActions.slice(0, 5).join(', ')}`);
  return done({
    ...record,
    shard: shard.id,
    programVersion: written.terraform_version,
    providerVersions: readProviderVersions(paths),
    changes,
    drift,
    isEmpty: changes.every(({ action, adopts }) => action === 'no-op' && adopts === undefined),
  });
}

function unreadable(detail: string): Outcome<never> {
  return failed({ kind: 'unreadable-answer', message: `the plan can't be read: ${detail}` });
}
