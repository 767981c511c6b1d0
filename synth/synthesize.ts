import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Manifest, ManifestFile } from '../model/assembly';
import { canonicalJson } from '../model/canonical-json';
import type { Model } from '../model/model';
import type { FactPath } from '../model/problem';
import { defineUnits } from '../stacks/define-units';
import { checkTarget } from './check-target';
import { digest } from './digest';
import { toolVersions } from './tool-versions';
import { shareOf, type WorkShare } from './work-share';
import { writeUnits, type WrittenFile, type WriteTarget } from './write-units';

/** The program of a thread; it is there when this program is compiled, and one thread does all when it isn't. */
const workerFile = join(__dirname, 'write-worker.js');

/** What synthesis needs beside the model. */
export interface SynthesizeOptions {
  /** Where the assembly is to stand; replaced as a whole, or left as it is when anything fails. */
  readonly folder: string;
  /** `file:line` of a fact. */
  readonly locate: (origin: FactPath) => string;
  /** Threads that build; 1 builds in this thread alone, which gives the same bytes.
   * @default 1
   */
  readonly threads?: number;
}

/**
 * Writes the assembly of a model: every file, `model.json` and `manifest.json`, moved into place when all is there.
 * @throws ProblemError when something that is no assembly stands in that place
 */
export async function synthesize(model: Model, options: SynthesizeOptions): Promise<Manifest> {
  checkTarget(options.folder);
  const parent = dirname(options.folder);
  mkdirSync(parent, { recursive: true });
  const work = mkdtempSync(join(parent, `.${basename(options.folder)}-`));
  try {
    const folder = join(work, 'assembly');
    const scratchFolder = join(work, 'scratch');
    mkdirSync(folder);
    const written = await writeAll(model, { folder, scratchFolder }, options.threads ?? 1);
    const modelText = `${canonicalJson(model)}\n`;
    writeFileSync(join(folder, 'model.json'), modelText);
    const manifest = makeManifest(model, { written, modelDigest: digest(modelText), locate: options.locate });
    writeFileSync(join(folder, 'manifest.json'), `${canonicalJson(manifest)}\n`);
    moveIntoPlace(folder, options.folder, join(work, 'previous'));
    return manifest;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function writeAll(model: Model, target: WriteTarget, threads: number): Promise<readonly WrittenFile[]> {
  const compiled = existsSync(workerFile);
  const shares = Array.from({ length: compiled ? threads : 1 }, (_, index): WorkShare => ({
    index,
    of: compiled ? threads : 1,
  }));
  const [own, ...others] = shares;
  if (own === undefined) throw new RangeError('synthesis needs at least one thread');
  const elsewhere = others.map((share) => writeInWorker(model, share, target));
  const settled = Promise.allSettled(elsewhere);
  try {
    const written = writeUnits(shareOf(defineUnits(model), own), target);
    return [...written, ...(await Promise.all(elsewhere)).flat()];
  } finally {
    // The caller removes the folder next, so no thread may still write into it.
    await settled;
  }
}

function writeInWorker(model: Model, share: WorkShare, target: WriteTarget): Promise<readonly WrittenFile[]> {
  return new Promise((resolve, reject) => {
    const scratchFolder = `${target.scratchFolder}-${share.index}`;
    const worker = new Worker(workerFile, {
      workerData: { model, share, target: { ...target, scratchFolder } },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a synthesis thread ended with ${code} and no result`)));
  });
}

function makeManifest(
  model: Model,
  {
    written,
    modelDigest,
    locate,
  }: { written: readonly WrittenFile[]; modelDigest: string; locate: SynthesizeOptions['locate'] },
): Manifest {
  const files = written
    .map((file): ManifestFile => ({
      ...file,
      objects: file.objects.map(({ origin, ...object }) => ({ ...object, source: locate(origin) })),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const content = {
    formatVersion: 1,
    environment: model.environment,
    tools: toolVersions(),
    modelDigest,
    files,
  } as const;
  return { ...content, digest: digest(canonicalJson(content)) };
}

/** Renames are the only steps that touch the old assembly, and the old one comes back when the second fails. */
function moveIntoPlace(made: string, place: string, previous: string): void {
  const replaces = existsSync(place);
  if (replaces) renameSync(place, previous);
  try {
    renameSync(made, place);
  } catch (error) {
    if (replaces) renameSync(previous, place);
    throw error;
  }
}
