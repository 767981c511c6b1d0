import { done, failed, type Outcome } from '../failure/terraform-failure';
import { runTerraform } from '../workspace/run-terraform';
import type { Workspace } from '../workspace/workspace';

/** Writes the saved plan of a shard as text for people and gives the path of the file; Terraform hides the secrets in it. */
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
