import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { extractDefinition, extractOpenApi, isStableDocument } from './extract';
import type { SchemaSet } from './schema-set';
import { schemaSources, type SchemaSource } from './sources';

/** Schemas that could be had, or the reason why they couldn't. */
export type Acquired =
  | { readonly ok: true; readonly sets: readonly SchemaSet[] }
  | { readonly ok: false; readonly reason: string };

/** What acquiring needs of the outside. */
export interface AcquireOptions {
  /** Where extracted schemas are kept between runs. */
  readonly cacheFolder: string;
  /** Gives the folder of a Go module at a version; rejects with a plain reason when it can't be had. */
  readonly moduleFolder: (module: string, version: string) => Promise<string>;
  /** Which sources are wanted.
   * @default - every source of the list
   */
  readonly sources?: readonly SchemaSource[];
  /** Tells a person what is being fetched.
   * @default - nobody is told
   */
  readonly progress?: (text: string) => void;
}

/** Gets every schema: from the cache, else from the modules, each checked against its pinned digest. */
export async function acquireSchemas(options: AcquireOptions): Promise<Acquired> {
  const sets: SchemaSet[] = [];
  for (const source of options.sources ?? schemaSources) {
    try {
      sets.push(readCached(source, options.cacheFolder) ?? (await fetchSource(source, options)));
    } catch (error) {
      return {
        ok: false,
        reason: `${source.id} ${source.version}: ${error instanceof Error ? error.message : String(error)}`,
      };
    }
  }
  return { ok: true, sets };
}

/** Reads every schema from the cache alone; what is there with another digest counts as missing. */
export function readCachedSchemas(cacheFolder: string, sources: readonly SchemaSource[] = schemaSources): Acquired {
  const sets = sources.map((source) => readCached(source, cacheFolder));
  const missing = sources.filter((_, index) => sets[index] === undefined);
  if (missing.length === 0) return { ok: true, sets: sets.filter((set) => set !== undefined) };
  return { ok: false, reason: `not in the cache: ${missing.map((source) => source.id).join(', ')}` };
}

function cachePath({ id, version }: SchemaSource, cacheFolder: string): string {
  return join(cacheFolder, `${id}-${version}.json`);
}

function readCached(source: SchemaSource, cacheFolder: string): SchemaSet | undefined {
  const path = cachePath(source, cacheFolder);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  return digestOf(text) === source.digest ? parse(text) : undefined;
}

function parse(text: string): SchemaSet {
  // The digest was checked, so the text is what extraction wrote.
  return JSON.parse(text) as SchemaSet;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function fetchSource(source: SchemaSource, options: AcquireOptions): Promise<SchemaSet> {
  options.progress?.(`fetching the schemas of ${source.id} ${source.version}`);
  const folder = await options.moduleFolder(source.module, source.version);
  const text = JSON.stringify(extract(source, folder));
  const digest = digestOf(text);
  if (digest !== source.digest)
    throw new Error(`the extracted schemas have the digest ${digest}, pinned is ${source.digest}`);
  mkdirSync(options.cacheFolder, { recursive: true });
  const path = cachePath(source, options.cacheFolder);
  const draft = mkdtempSync(join(options.cacheFolder, 'new-'));
  try {
    writeFileSync(join(draft, 'schemas.json'), text);
    renameSync(join(draft, 'schemas.json'), path);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return parse(text);
}

function extract({ form, folders }: SchemaSource, root: string): SchemaSet {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .toSorted()
      .filter((name) => (form === 'openapi' ? isStableDocument(name) : name.endsWith('.yaml')))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
  const sets = files.map(form === 'openapi' ? extractOpenApi : extractDefinition);
  return {
    kinds: Object.assign({}, ...sets.map((set) => set.kinds)) as SchemaSet['kinds'],
    definitions: Object.assign({}, ...sets.map((set) => set.definitions)) as SchemaSet['definitions'],
  };
}
