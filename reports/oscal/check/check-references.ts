import type { DocumentIndex } from './document-index';
import type { ImportChain } from './import-chain';
import type { RawProblem } from './oscal-document';
import { stepsTo, type Leaf } from './walk-document';

/** The collections that a reference may lead into, by its key. */
const TARGETS: Readonly<Record<string, readonly string[] | undefined>> = {
  'component-uuid': ['components'],
  'party-uuid': ['parties'],
  'party-uuids': ['parties'],
  'member-of-organizations': ['parties'],
  'location-uuids': ['locations'],
  'observation-uuid': ['observations'],
  'risk-uuid': ['risks'],
  'finding-uuid': ['findings'],
  'task-uuid': ['tasks'],
  'activity-uuid': ['activities'],
  'implementation-statement-uuid': ['implemented-requirements', 'statements', 'by-components'],
  'implementation-uuid': ['implemented-requirements', 'statements', 'by-components'],
  'provided-uuid': ['provided'],
  'responsibility-uuid': ['responsibilities'],
  'response-uuid': ['remediations'],
};

/** The same for references whose collection their type tells. */
const BY_TYPE: Readonly<Record<string, readonly string[] | undefined>> = {
  component: ['components'],
  'inventory-item': ['inventory-items'],
  location: ['locations'],
  party: ['parties'],
  user: ['users'],
  resource: ['resources'],
  tool: ['components'],
  'assessment-platform': ['assessment-platforms'],
};

const TYPED: ReadonlySet<string> = new Set(['subject-uuid', 'actor-uuid']);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** What a document names by UUID. */
export interface ReferenceCheck {
  readonly problems: readonly RawProblem[];
  /** References that may stand in documents that were not given. */
  readonly open: number;
}

/** Finds UUIDs that are none or stand twice, and references that lead nowhere or to something else. */
export function checkReferences(index: DocumentIndex, chain: ImportChain): ReferenceCheck {
  const problems: RawProblem[] = [];
  let open = 0;
  for (const leaf of index.leaves) {
    if (!isUuidKey(leaf.key)) continue;
    if (typeof leaf.value !== 'string' || !UUID.test(leaf.value)) problems.push(malformed(index, leaf));
    else if (leaf.key !== 'uuid') {
      const wanted = targetsOf(leaf);
      const uuid = leaf.value.toLowerCase();
      const found = chain.indexes.flatMap(({ uuids }) => uuids.get(uuid) ?? []);
      if (found.length === 0 && !chain.isWhole) open += 1;
      else if (found.length === 0) problems.push(dangling(index, leaf, wanted));
      else if (wanted !== undefined && !found.some((one) => wanted.includes(one)))
        problems.push(misled(index, leaf, { found, wanted }));
    }
  }
  problems.push(...index.repeated.map((leaf) => repeated(index, leaf)));
  return { problems, open };
}

function isUuidKey(key: string): boolean {
  return key === 'uuid' || key.endsWith('-uuid') || key.endsWith('-uuids') || key === 'member-of-organizations';
}

function targetsOf({ key, holder: { type } }: Leaf): readonly string[] | undefined {
  if (!TYPED.has(key)) return Object.hasOwn(TARGETS, key) ? TARGETS[key] : undefined;
  return typeof type === 'string' && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
}

function malformed({ document: { path } }: DocumentIndex, { value, place }: Leaf): RawProblem {
  return {
    code: 'oscal-uuid-malformed',
    path,
    steps: stepsTo(place),
    what: 'a UUID is none that OSCAL takes',
    got: String(value),
    want: 'a UUID of version 4 or 5',
    next: 'write the export again; never number by hand',
  };
}

function dangling(
  { document: { path } }: DocumentIndex,
  { key, value, place }: Leaf,
  wanted?: readonly string[],
): RawProblem {
  return {
    code: 'oscal-reference-dangling',
    path,
    steps: stepsTo(place),
    what: `${key} leads nowhere`,
    got: String(value),
    want: `the UUID of one of the ${wanted?.join(', ') ?? 'things'} in this document or in what it imports`,
    next: 'find out whether what it names was removed',
  };
}

function misled(
  { document: { path } }: DocumentIndex,
  { key, value, place }: Leaf,
  { found, wanted }: { readonly found: readonly string[]; readonly wanted: readonly string[] },
): RawProblem {
  return {
    code: 'oscal-reference-kind',
    path,
    steps: stepsTo(place),
    what: `${key} leads to something of another kind`,
    got: `${String(value)}, which stands in ${found.join(', ')}`,
    want: `the UUID of one of the ${wanted.join(', ')}`,
    next: 'name what is meant',
  };
}

function repeated({ document: { path } }: DocumentIndex, { key, value, collection, place }: Leaf): RawProblem {
  const isUuid = key === 'uuid';
  return {
    code: isUuid ? 'oscal-uuid-duplicate' : 'oscal-id-duplicate',
    path,
    steps: stepsTo(place),
    what: isUuid ? 'a UUID stands twice in one document' : `an id stands twice among the ${collection}`,
    got: String(value),
    want: 'one name for one thing',
    next: 'find out which of the two is meant where it is named',
  };
}
