import { loadAll } from 'js-yaml';
import { join } from 'node:path';
import { keepPinned, tryReadPinned, type Pinned } from './pinned-cache';
import { isSchema } from './schema-set';
import { readSourceFiles } from './source-files';
import { schemaSources, type DefinitionSource } from './sources';
import { messageOf } from '../caught';

/** A CustomResourceDefinition (apiextensions.k8s.io/v1), as its project publishes it. */
export interface CustomResourceDefinition {
  readonly apiVersion: string;
  readonly kind: 'CustomResourceDefinition';
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly served: boolean }[];
  };
}

/** Definitions that could be had, or the reason why they couldn't. */
export type AcquiredDefinitions =
  | { readonly ok: true; readonly definitions: readonly CustomResourceDefinition[] }
  | { readonly ok: false; readonly reason: string };

/** What acquiring definitions needs of the outside. */
export interface DefinitionOptions {
  /** Where they are kept between runs, beside the schemas. */
  readonly cacheFolder: string;
  /** Gives the folder of a Go module at a version; rejects with a plain reason when it can't be had. */
  readonly moduleFolder: (module: string, version: string) => Promise<string>;
  /** Which sources are wanted.
   * @default - every source of definitions in the list
   */
  readonly sources?: readonly DefinitionSource[];
  /** Tells a person what is being fetched.
   * @default - nobody is told
   */
  readonly progress?: (text: string) => void;
}

/** Every source of custom resource definitions in the one list. */
export const definitionSources: readonly DefinitionSource[] = schemaSources.filter((source) => source.form === 'crd');

/** The definitions to install, whole: from the cache, else from the modules, each checked against its pinned digest. */
export async function customResourceDefinitions(options: DefinitionOptions): Promise<AcquiredDefinitions> {
  const definitions: CustomResourceDefinition[] = [];
  for (const source of options.sources ?? definitionSources) {
    try {
      const pinned = pinnedDefinitions(source, options.cacheFolder);
      const text = tryReadPinned(pinned) ?? (await fetchDefinitions(source, pinned, options));
      // The digest was checked, so the text is what was kept.
      definitions.push(...(JSON.parse(text) as readonly CustomResourceDefinition[]));
    } catch (error) {
      return { ok: false, reason: `${source.id} ${source.version}: ${messageOf(error)}` };
    }
  }
  return { ok: true, definitions };
}

/** Where the definitions of a source are kept. */
export function pinnedDefinitions(source: DefinitionSource, cacheFolder: string): Pinned {
  const { id, version, definitionsDigest } = source;
  return {
    path: join(cacheFolder, `${id}-${version}.definitions.json`),
    digest: definitionsDigest,
    title: `the definitions of ${id} ${version}`,
  };
}

/** The custom resource definitions among a source's files, as one text. */
export function definitionsText(files: readonly string[]): string {
  return JSON.stringify(files.flatMap((file) => loadAll(file)).filter(isDefinition));
}

/** The definition that an object's kind needs, by `group/version/Kind`. */
export function definedKinds({ spec }: CustomResourceDefinition): readonly string[] {
  const served = spec.versions.filter((version) => version.served);
  return served.map(({ name }) => `${spec.group}/${name}/${spec.names.kind}`);
}

async function fetchDefinitions(source: DefinitionSource, pinned: Pinned, options: DefinitionOptions): Promise<string> {
  options.progress?.(`fetching ${pinned.title}`);
  const text = definitionsText(readSourceFiles(source, await options.moduleFolder(source.module, source.version)));
  keepPinned(pinned, text);
  return text;
}

function isDefinition(document: unknown): document is CustomResourceDefinition {
  return isSchema(document) && document['kind'] === 'CustomResourceDefinition';
}
