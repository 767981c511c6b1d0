import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEstate, type EstateObject } from '../corpus/estate';
import { corpusDigest, manifestFiles } from '../corpus/manifests';
import type { IntentId } from '../intents';
import type { Task, Tool } from '../tools/tool';

/** The seed of every estate that is published. */
export const SEED = 20_260_101;

/** An estate on disk. */
export interface Corpus {
  readonly objects: number;
  readonly density: number;
  readonly estate: readonly EstateObject[];
  readonly digest: string;
  readonly folder: string;
  readonly megabytes: number;
}

/** Makes an estate and writes its manifests below a folder. */
export function writeCorpus(below: string, objects: number, density: number): Corpus {
  const estate = makeEstate({ seed: SEED, objects, density });
  const files = manifestFiles(estate);
  const folder = join(below, `corpus-${objects}-${density}`);
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { objects, density, estate, digest: corpusDigest(files), folder, megabytes: Number((bytes / 1e6).toFixed(2)) };
}

/** What a tool is to do with a corpus; its rules are written for it. */
export function makeTask(
  below: string,
  tool: Tool,
  { corpus, intents }: { corpus: string; intents: readonly IntentId[] },
): Task {
  const rules = join(below, `rules-${tool.id}`);
  rmSync(rules, { recursive: true, force: true });
  mkdirSync(rules, { recursive: true });
  const output = join(below, `output-${tool.id}`);
  rmSync(output, { recursive: true, force: true });
  tool.writeRules?.(rules, intents);
  return { corpus, rules, intents, output };
}
