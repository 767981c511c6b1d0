import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Outcome } from '../failure/terraform-failure';
import { runTerraform } from '../workspace/run-terraform';
import type { Workspace } from '../workspace/workspace';
import type { WorkspacePaths } from '../workspace/workspace-paths';

const FILE = 'errored.tfstate';

/** Whether Terraform couldn't keep a state where it belongs and left it in the workspace. */
export function hasErroredState(paths: WorkspacePaths): boolean {
  return existsSync(join(paths.module, FILE));
}

/**
 * Puts the state that an apply couldn't keep where it belongs; Terraform refuses when a newer one or that of another
 * shard is there. The file itself is kept beside the workspace's other files.
 */
export async function pushErroredState(workspace: Workspace, stop?: AbortSignal): Promise<Outcome<undefined>> {
  const { paths, settings } = workspace;
  if (!hasErroredState(paths)) return done(undefined);
  const lock = `-lock-timeout=${settings.limits.lockTimeoutSeconds}s`;
  const ended = await runTerraform(workspace, { name: 'state-push', arguments: ['state', 'push', lock, FILE], stop });
  if (!ended.ok) return ended;
  if (ended.value.code !== 0) return failed(...ended.value.failures);
  renameSync(join(paths.module, FILE), join(paths.folder, `pushed-${FILE}`));
  return done(undefined);
}
