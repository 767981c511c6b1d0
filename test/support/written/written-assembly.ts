import { cpSync, existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '../../../model/assembly';
import type { Model } from '../../../model/model';
import { systemErrorCode } from '../../../resources/read/folder';
import type { EnvironmentName } from '../../environments/load-environment';
import { writtenFolder } from '../run/scratch';
import type * as writer from './write-environment';

const LOOK_AGAIN_MILLISECONDS = 20;

/** An assembly on disk that tests only read; whoever changes one copies it first. */
export interface WrittenAssembly {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly model: Model;
}

/** The assembly of an environment: the first test of a run that asks for it writes it, in its thread, for all others. */
export async function writtenAssembly(name: EnvironmentName): Promise<WrittenAssembly> {
  const folder = await writtenOnce(name);
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return { folder, manifest: read('manifest.json') as Manifest, model: read('model.json') as Model };
}

/** Puts a copy of an environment's assembly into a folder, to be changed there. */
export async function copyAssembly(name: EnvironmentName, folder: string): Promise<void> {
  cpSync(await writtenOnce(name), folder, { recursive: true });
}

/** The folder of an assembly, once it stands there as a whole; of all processes that want it, one writes it. */
async function writtenOnce(name: EnvironmentName): Promise<string> {
  const folder = join(writtenFolder(), name);
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    if (!tryLock(lock)) await pause(LOOK_AGAIN_MILLISECONDS);
    else await writeLocked(name, { folder, lock });
  }
  return folder;
}

async function writeLocked(
  name: EnvironmentName,
  { folder, lock }: { readonly folder: string; readonly lock: string },
): Promise<void> {
  try {
    if (existsSync(folder)) return;
    // Loaded only by the test that writes, since the builders are most of the program.
    const { writeEnvironment } = require('./write-environment') as typeof writer;
    await writeEnvironment(name, folder);
  } finally {
    rmdirSync(lock);
  }
}

function tryLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
