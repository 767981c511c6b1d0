import type { JsonValue } from '../../../resources/resource';
import type { DocumentIndex } from './document-index';
import { isObject } from './oscal-document';
import { parseHref, resolvePath } from './href';

/** The documents that a document stands on: itself, and all that it imports from there on. */
export interface ImportChain {
  readonly indexes: readonly DocumentIndex[];
  /** Whether everything that is imported was given, so that what isn't found is nowhere. */
  readonly isWhole: boolean;
}

const IMPORTERS: ReadonlySet<string> = new Set([
  'import-ap',
  'import-ssp',
  'import-profile',
  'imports',
  'import-component-definitions',
  'source-resource',
]);

/** Follows the imports of a document through those that were given. */
export function followImports(start: DocumentIndex, given: ReadonlyMap<string, DocumentIndex>): ImportChain {
  const seen = new Set<DocumentIndex>([start]);
  let isWhole = true;
  for (const index of seen) {
    for (const path of importedPaths(index)) {
      const found = path === undefined ? undefined : given.get(path);
      if (found === undefined) isWhole = false;
      else seen.add(found);
    }
  }
  return { indexes: [...seen], isWhole };
}

/** The paths that a document imports; undefined for each that is no relative path. */
function importedPaths(index: DocumentIndex): readonly (string | undefined)[] {
  const hrefs = index.leaves
    .filter(
      ({ key, collection }) =>
        (key === 'href' && IMPORTERS.has(collection)) || (key === 'source' && collection === 'control-implementations'),
    )
    .flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return [...new Set(hrefs)].flatMap((href) => {
    const parsed = parseHref(href);
    if (parsed.kind === 'here' && parsed.fragment !== '') return linkedPaths(index, parsed.fragment);
    return [parsed.kind === 'relative' ? resolvePath(index.document.path, parsed.path) : undefined];
  });
}

/** What a resource in the back matter links to, when an import goes by way of it. */
function linkedPaths({ document: { body, path } }: DocumentIndex, uuid: string): readonly (string | undefined)[] {
  const matter = body['back-matter'];
  const resources = isObject(matter) ? listOf(matter['resources']) : [];
  const found = resources.filter(isObject).find((one) => one['uuid'] === uuid);
  const links = listOf(found?.['rlinks']).filter(isObject);
  const paths = links.map(({ href }) => {
    const parsed = parseHref(typeof href === 'string' ? href : '');
    return parsed.kind === 'relative' ? resolvePath(path, parsed.path) : undefined;
  });
  return paths.length === 0 ? [undefined] : paths;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
