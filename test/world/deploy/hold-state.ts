import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cliConfigPath } from '../../../delivery/terraform/workspace/cli-config';
import { workspacePaths } from '../../../delivery/terraform/workspace/workspace-paths';
import type { Product } from '../../support/sandbox/product';
import { tryFindTerraform } from '../../support/terraform/find-terraform';

/** What Terraform writes beside a local state while it holds its lock. */
const LOCK_FILE = '.terraform.tfstate.lock.info';
const LOOK_AGAIN_MILLISECONDS = 20;

/**
 * Somebody who works on the state of a shard with a Terraform of their own and thinks about an answer, which holds the
 * lock; what it gives ends that without a change.
 */
export async function holdState(product: Product, shard: string, address: string): Promise<() => Promise<void>> {
  const terraform = tryFindTerraform();
  if (terraform === undefined) throw new Error('no terraform or tofu on PATH');
  const stateFolder = join(product.folder, 'state/terraform');
  const { module } = workspacePaths(stateFolder, shard);
  const child = spawn(terraform, ['apply', '-refresh=false', `-replace=${address}`, '-no-color'], {
    cwd: module,
    env: { ...process.env, TF_CLI_CONFIG_FILE: cliConfigPath(stateFolder), KUBE_CONFIG_PATH: product.kubeconfig },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'close');
  while (!said.includes('Enter a value') || !existsSync(join(module, LOCK_FILE))) {
    if (child.exitCode !== null) throw new Error(`Terraform holds nothing: ${said}`);
    await pause(LOOK_AGAIN_MILLISECONDS);
  }
  return async () => {
    child.stdin.end('no\n');
    await ended;
  };
}
