import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The setting by which a run's tests, their workers and their processes know its folder. */
const SETTING = 'NDC_TEST_RUN';

/**
 * Makes the folder of a run. Until it is closed, the temporary folder of every test, of what is tested and of the
 * processes that they start is a part of it that nobody else uses, and so is what an engine writes where nobody told
 * it a place: what lies there in the end was left behind.
 */
export function openScratch(): void {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-run-'));
  for (const part of ['tmp', 'written', 'engines']) mkdirSync(join(folder, part));
  process.env[SETTING] = folder;
  process.env['TMPDIR'] = join(folder, 'tmp');
  process.env['CDKTF_OUTDIR'] = join(folder, 'tmp', 'cdktf.out');
  process.env['CDK8S_OUTDIR'] = join(folder, 'tmp', 'cdk8s.out');
}

/** Removes the folder of the run; the names of what tests left in their temporary folder, sorted. */
export function closeScratch(): readonly string[] {
  const folder = runFolder();
  const left = readdirSync(join(folder, 'tmp')).toSorted();
  rmSync(folder, { recursive: true, force: true });
  process.env['TMPDIR'] = dirname(folder);
  for (const name of [SETTING, 'CDKTF_OUTDIR', 'CDK8S_OUTDIR']) Reflect.deleteProperty(process.env, name);
  return left;
}

/** Where tests put what is made once for all of them; nobody changes what stands there. */
export function writtenFolder(): string {
  return join(runFolder(), 'written');
}

/** Where the engines that the tests of this process start may write beside what is asked of them. */
export function engineFolder(): string {
  const folder = join(runFolder(), 'engines', String(process.pid));
  mkdirSync(folder, { recursive: true });
  return folder;
}

function runFolder(): string {
  const folder = process.env[SETTING];
  if (folder === undefined) throw new Error('there is no folder of a run; start tests with Jest');
  return folder;
}
