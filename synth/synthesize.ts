import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Manifest, ManifestFile, StatedFacts } from '../model/assembly';
import { canonicalJson } from '../model/canonical-json';
import type { Model } from '../model/model';
import type { FactPath } from '../model/problem';
import { defineUnits } from '../stacks/define-units';
import type { BuilderThreads } from './builder-threads';
import { checkTarget } from './check-target';
import { digest } from './digest';
import { toolVersions } from './tool-versions';
import { nothingTaken, takeUnits } from './work-share';
import { writeUnits, type WrittenFile, type WriteTarget } from './write-units';

/** What synthesis needs beside the model. */
export interface SynthesizeOptions {
  /** Where the assembly is to stand; replaced as a whole, or left as it is when anything fails. */
  readonly folder: string;
  /** `file:line` of a fact. */
  readonly locate: (origin: FactPath) => string;
  /** The facts as people wrote them, for whoever compares two assemblies.
   * @default - none are told
   */
  readonly facts?: StatedFacts;
  /** Threads that build beside this one; the bytes are the same without.
   * @default - none
   */
  readonly threads?: BuilderThreads;
}

/**
 * Writes the assembly of a model: every file, `model.json`, `facts.json` and `manifest.json`, moved into place when all is there.
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
    const { written, modelDigest } = await writeAll(model, { folder, scratchFolder }, options.threads);
    const factsDigest = writeDocument(options.facts ?? {}, join(folder, 'facts.json'));
    const content = manifestContent(model, { written, modelDigest, factsDigest, locate: options.locate });
    const text = canonicalJson(content);
    const manifest: Manifest = { ...content, digest: digest(text) };
    writeFileSync(join(folder, 'manifest.json'), `${withDigest(text, manifest.digest)}\n`);
    moveIntoPlace(folder, options.folder, join(work, 'previous'));
    return manifest;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What stands in the folder once every file but the manifest is there. */
interface Written {
  readonly written: readonly WrittenFile[];
  readonly modelDigest: string;
}

async function writeAll(model: Model, target: WriteTarget, threads?: BuilderThreads): Promise<Written> {
  const taken = nothingTaken();
  const elsewhere = threads?.build({ model, target, taken }) ?? [];
  const settled = Promise.allSettled(elsewhere);
  try {
    const modelDigest = writeDocument(model, join(target.folder, 'model.json'));
    const own = writeUnits(takeUnits(defineUnits(model), taken), target);
    return { written: [...own, ...(await Promise.all(elsewhere)).flat()], modelDigest };
  } finally {
    // The caller removes the folder next, so no thread may still write into it.
    await settled;
  }
}

/** Writes one of our own documents, and gives its digest. */
function writeDocument(content: Model | StatedFacts, path: string): string {
  const text = `${canonicalJson(content)}\n`;
  writeFileSync(path, text);
  return digest(text);
}

function manifestContent(
  model: Model,
  {
    written,
    modelDigest,
    factsDigest,
    locate,
  }: Written & Pick<Manifest, 'factsDigest'> & Pick<SynthesizeOptions, 'locate'>,
): Omit<Manifest, 'digest'> {
  const files = written
    .map((file): ManifestFile => ({
      ...file,
      objects: file.objects.map(({ origin, ...object }) => ({ ...object, source: locate(origin) })),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const places = placesOf(model, locate);
  return {
    formatVersion: 1,
    environment: model.environment,
    tools: toolVersions(),
    modelDigest,
    factsDigest,
    files,
    places,
  };
}

function placesOf({ flows, exchanges, exceptions }: Model, locate: SynthesizeOptions['locate']): Manifest['places'] {
  const origins = new Map([...flows, ...exchanges, ...exceptions].map(({ origin }) => [origin.join('/'), origin]));
  return Object.fromEntries([...origins].map(([path, origin]) => [path, locate(origin)]));
}

/** The manifest in its canonical form without writing a nation out twice: `digest` sorts before every other key. */
function withDigest(content: string, whole: string): string {
  return `{"digest":${JSON.stringify(whole)},${content.slice(1)}`;
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
