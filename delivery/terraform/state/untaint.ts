import { done, failed, type Outcome } from '../failure/terraform-failure';
import { runTerraform } from '../workspace/run-terraform';
import type { Workspace } from '../workspace/workspace';

/**
 * Takes back the mark of half-made objects. Terraform would delete such an object and make it anew. But an API
 * server makes an object whole or not at all: what failed came after (waiting for a controller), so the object is
 * kept and brought to what the assembly says like any other.
 */
export async function untaint(
  workspace: Workspace,
  addresses: readonly string[],
  stop?: AbortSignal,
): Promise<Outcome<undefined>> {
  const lock = `-lock-timeout=${workspace.settings.limits.lockTimeoutSeconds}s`;
  for (const address of addresses) {
    const list = ['untaint', '-no-color', '-allow-missing', lock, address];
    const ended = await runTerraform(workspace, { name: 'untaint', arguments: list, stop });
    if (!ended.ok) return ended;
    if (ended.value.code !== 0) return failed(...ended.value.failures);
  }
  return done(undefined);
}
