import type { OscalDocument } from './oscal-document';
import { visitLeaves, type Leaf } from './walk-document';

/** What a document defines and names, gathered in one walk. */
export interface DocumentIndex {
  readonly document: OscalDocument;
  /** UUIDs with the collection that they stand in, such as `observations`. */
  readonly uuids: ReadonlyMap<string, string>;
  /** Ids of controls, parts, params, groups and roles, by collection. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** A UUID or an id that stands a second time in its document. */
  readonly repeated: readonly Leaf[];
  /** What is checked: all but the texts that say something. */
  readonly leaves: readonly Leaf[];
}

/** Collections whose members are named by an `id`; each must be unique in a document. */
const NAMED: ReadonlySet<string> = new Set(['controls', 'parts', 'params', 'groups', 'roles']);

/** Keys of texts, of which nothing is checked but that they say something; they are most of a document. */
const TEXTS: ReadonlySet<string> = new Set([
  'class',
  'description',
  'label',
  'name',
  'ns',
  'prose',
  'remarks',
  'statement',
  'text',
  'title',
  'value',
]);

/** Indexes a document. */
export function indexDocument(document: OscalDocument): DocumentIndex {
  const uuids = new Map<string, string>();
  const ids = new Map<string, Set<string>>();
  const repeated: Leaf[] = [];
  const leaves: Leaf[] = [];
  visitLeaves(document, (leaf) => {
    const { key, value, collection } = leaf;
    const isText = TEXTS.has(key) && typeof value === 'string' && value.trim() !== '';
    if (!isText) leaves.push(leaf);
    if (typeof value !== 'string') return;
    if (key === 'uuid') {
      // Letters of a UUID are alike in both cases (RFC 9562 §4).
      const uuid = value.toLowerCase();
      if (uuids.has(uuid)) repeated.push(leaf);
      else uuids.set(uuid, collection);
    } else if (key === 'id' && NAMED.has(collection)) {
      const known = ids.get(collection) ?? new Set<string>();
      if (known.has(value)) repeated.push(leaf);
      ids.set(collection, known.add(value));
    }
  });
  return { document, uuids, ids, repeated, leaves };
}
