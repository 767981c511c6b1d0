import { join } from 'node:path';
import { definitionsText, pinnedDefinitions } from './definitions';
import { extractDefinition, extractOpenApi } from './extract';
import { keepPinned, tryReadPinned, type Pinned } from './pinned-cache';
import type { SchemaSet } from './schema-set';
import { readSourceFiles } from './source-files';
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

function pinnedSchemas({ id, version, digest }: SchemaSource, cacheFolder: string): Pinned {
  return { path: join(cacheFolder, `${id}-${version}.json`), digest, title: 'the extracted schemas' };
}

function readCached(source: SchemaSource, cacheFolder: string): SchemaSet | undefined {
  const text = tryReadPinned(pinnedSchemas(source, cacheFolder));
  return text === undefined ? undefined : parse(text);
}

function parse(text: string): SchemaSet {
  // The digest was checked, so the text is what extraction wrote.
  return JSON.parse(text) as SchemaSet;
}

async function fetchSource(source: SchemaSource, options: AcquireOptions): Promise<SchemaSet> {
  options.progress?.(`fetching the schemas of ${source.id} ${source.version}`);
  const files = readSourceFiles(source, await options.moduleFolder(source.module, source.version));
  const text = JSON.stringify(extract(source, files));
  keepPinned(pinnedSchemas(source, options.cacheFolder), text);
  // The same files are what is installed, so whoever has the one has the other.
  if (source.form === 'crd') keepPinned(pinnedDefinitions(source, options.cacheFolder), definitionsText(files));
  return parse(text);
}

function extract({ form }: SchemaSource, files: readonly string[]): SchemaSet {
  const sets = files.map(form === 'openapi' ? extractOpenApi : extractDefinition);
  return {
    kinds: Object.assign({}, ...sets.map((set) => set.kinds)) as SchemaSet['kinds'],
    definitions: Object.assign({}, ...sets.map((set) => set.definitions)) as SchemaSet['definitions'],
  };
}
