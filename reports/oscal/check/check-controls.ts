import type { DocumentIndex } from './document-index';
import type { ImportChain } from './import-chain';
import type { RawProblem } from './oscal-document';
import { stepsTo, type Leaf } from './walk-document';

/** What a document names by id. */
export interface ControlCheck {
  readonly problems: readonly RawProblem[];
  /** Ids that may stand in catalogs that were not given. */
  readonly open: number;
}

/** The collection of a catalog that an id must stand in. */
function collectionOf({ key, collection, holder }: Leaf): string | undefined {
  switch (key) {
    case 'control-id':
    case 'with-ids':
      return 'controls';
    case 'statement-id':
    case 'statement-ids':
    case 'objective-id':
      return 'parts';
    case 'param-id':
      return 'params';
    case 'role-id':
    case 'role-ids':
      return 'roles';
    case 'target-id':
      return collection === 'target' ? 'parts' : undefined;
    case 'id-ref':
      // The targets of a mapping stand in somebody else's catalog.
      return collection === 'sources' ? (holder['type'] === 'statement' ? 'parts' : 'controls') : undefined;
    default:
      return undefined;
  }
}

/** Finds controls, statements, parameters and roles that no catalog or document behind this one has. */
export function checkControls(index: DocumentIndex, { indexes, isWhole }: ImportChain): ControlCheck {
  const problems: RawProblem[] = [];
  let open = 0;
  for (const leaf of index.leaves) {
    const collection = collectionOf(leaf);
    if (collection === undefined || typeof leaf.value !== 'string') continue;
    const id = leaf.value;
    if (indexes.some(({ ids }) => ids.get(collection)?.has(id) === true)) continue;
    if (isWhole) problems.push(unknownId(index, leaf, collection));
    else open += 1;
  }
  return { problems, open };
}

function unknownId({ document: { path } }: DocumentIndex, { key, value, place }: Leaf, collection: string): RawProblem {
  return {
    code: collection === 'controls' ? 'oscal-control-unknown' : 'oscal-id-unknown',
    path,
    steps: stepsTo(place),
    what: `${key} names nothing among the ${collection}`,
    got: String(value),
    want: `an id of the ${collection} in the catalog that this document stands on, or in its own metadata`,
    next: 'correct the id, or find out whether it was removed from the catalog',
  };
}
