import { done, failed, type Outcome } from '../failure/terraform-failure';
import { runTerraform } from '../workspace/run-terraform';
import type { Workspace } from '../workspace/workspace';

const ADDRESS = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,600}(?:\["[^"\\]{1,200}"\])?$/;

/**
 * Takes objects out of the state of a shard; in the cluster they stay as they are and belong to nobody here any
 * more. An address that the state doesn't know is no failure, so that it can be done again.
 */
export async function removeFromState(
  workspace: Workspace,
  addresses: readonly string[],
  stop?: AbortSignal,
): Promise<Outcome<undefined>> {
  const wrong = addresses.find((address) => !ADDRESS.test(address));
  if (wrong !== undefined) throw new RangeError(`${JSON.stringify(wrong)} is no address of a resource`);
  if (addresses.length === 0) return done(undefined);
  const lock = `-lock-timeout=${workspace.settings.limits.lockTimeoutSeconds}s`;
  const list = ['state', 'rm', lock, ...addresses];
  const ended = await runTerraform(workspace, { name: 'state-rm', arguments: list, stop });
  if (!ended.ok) return ended;
  const failures = ended.value.failures.filter(
    ({ message }) => !/^(?:No|Invalid target address.*No) matching/.test(message),
  );
  return ended.value.code === 0 || failures.length === 0 ? done(undefined) : failed(...failures);
}
