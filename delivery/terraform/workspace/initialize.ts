import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../../model/canonical-json';
import { digestOf } from '../../../resources/digest';
import { valueAt } from '../../../resources/json-path';
import { decodeText, readBytes } from '../../../resources/read/folder';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import { done, failed, type Outcome } from '../failure/terraform-failure';
import { cliConfigText } from './cli-config';
import { runTerraform } from './run-terraform';
import type { Workspace } from './workspace';
import { SHARD_FILE } from './workspace-paths';
import { writeWhole } from './write-whole';

const LOCK_FILE = '.terraform.lock.hcl';

/** From what a workspace was initialized, and the lock file that came of it. */
interface Initialized {
  readonly from: string;
  readonly lock: string;
}

const shape: z.ZodType<Initialized> = z.strictObject({ from: z.string(), lock: z.string() });

/** How a workspace is made ready. */
export interface InitRequest {
  /** Whether it is done also when nothing seems to have changed.
   * @default false
   */
  readonly again?: boolean;
  /** @default - it can't be stopped early */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Gets the providers of a shard and reaches its backend, unless that was done before from the very same program,
 * requirements, backend and mirror, and the lock file is still the one that came of it.
 */
export async function initialize(workspace: Workspace, request: InitRequest): Promise<Outcome<undefined>> {
  const { again = false, stop } = request;
  const from = originOf(workspace);
  if (!again && isInitialized(workspace, from)) return done(undefined);
  const list = ['init', '-input=false', '-no-color'];
  const ended = await runTerraform(workspace, { name: 'init', arguments: list, stop });
  if (!ended.ok) return ended;
  if (ended.value.code !== 0) return failed(...ended.value.failures);
  const lock = fileDigest(join(workspace.paths.module, LOCK_FILE));
  writeWhole(workspace.paths.initialized, `${JSON.stringify({ from, lock } satisfies Initialized)}\n`);
  return done(undefined);
}

/** Gives a shard that has none the providers' versions that another shard of the same environment runs with. */
export function shareLockFile(from: Workspace, to: Workspace): void {
  const source = join(from.paths.module, LOCK_FILE);
  const target = join(to.paths.module, LOCK_FILE);
  if (existsSync(source) && !existsSync(target)) copyFileSync(source, target);
}

function isInitialized({ paths }: Workspace, from: string): boolean {
  const read = readBytes(paths.initialized);
  const parsed = read.ok ? parseStrictJson(decodeText(read.bytes) ?? '') : undefined;
  const checked = parsed?.ok === true ? shape.safeParse(parsed.value) : undefined;
  if (checked?.success !== true || checked.data.from !== from) return false;
  return (
    checked.data.lock === fileDigest(join(paths.module, LOCK_FILE)) && existsSync(join(paths.module, '.terraform'))
  );
}

function originOf({ settings, paths }: Workspace): string {
  const read = readBytes(join(paths.module, SHARD_FILE));
  const parsed = read.ok ? parseStrictJson(decodeText(read.bytes) ?? '') : undefined;
  const config = parsed?.ok === true ? valueAt(parsed.value, 'terraform') : undefined;
  const mirror = settings.providerMirror === undefined ? null : statSync(settings.providerMirror).ino;
  const program = { ...settings.program };
  return digestOf(canonicalJson({ config: config ?? null, program, cliConfig: cliConfigText(settings), mirror }));
}

function fileDigest(path: string): string {
  const read = readBytes(path);
  return read.ok ? digestOf(read.bytes) : '';
}
