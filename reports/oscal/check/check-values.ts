import type { JsonValue } from '../../../resources/resource';
import type { DocumentIndex } from './document-index';
import { isHref } from './check-hrefs';
import { isObject, type RawProblem } from './oscal-document';
import { stepsTo, type Leaf } from './walk-document';

/** The versions of OSCAL that were released, by NIST's list of releases. */
export const oscalVersions = [
  '1.0.0',
  '1.0.1',
  '1.0.2',
  '1.0.3',
  '1.0.4',
  '1.0.5',
  '1.0.6',
  '1.1.0',
  '1.1.1',
  '1.1.2',
  '1.1.3',
  '1.2.0',
  '1.2.1',
  '1.2.2',
  '1.2.3',
] as const;

/** How an observation may have been made. */
const METHODS = ['EXAMINE', 'INTERVIEW', 'TEST', 'UNKNOWN'] as const;

const MOMENTS: ReadonlySet<string> = new Set([
  'last-modified',
  'published',
  'collected',
  'expires',
  'deadline',
  'start',
  'end',
  'date',
]);
/** Two moments of one thing, of which the second isn't before the first. */
const IN_ORDER = [
  ['published', 'last-modified'],
  ['start', 'end'],
  ['collected', 'expires'],
] as const;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Finds values that a schema lets pass and that mean nothing: methods, versions, moments out of order, empty texts. */
export function checkValues(index: DocumentIndex): readonly RawProblem[] {
  const metadata: JsonValue | undefined = index.document.body['metadata'];
  const modified = isObject(metadata) ? timeOf(metadata['last-modified']) : undefined;
  return index.leaves.flatMap((leaf) => checkLeaf(index, leaf, modified));
}

function checkLeaf(index: DocumentIndex, leaf: Leaf, modified: number | undefined): readonly RawProblem[] {
  const { key, value, collection } = leaf;
  if (typeof value !== 'string') return [];
  const wrong = problemsAt(index, leaf);
  if (value.trim() === '' && !isHref(leaf))
    return wrong('oscal-text-empty', 'a text is empty', 'a text that says something');
  if (key === 'oscal-version' && !oscalVersions.some((one) => one === value))
    return wrong('oscal-version-unknown', 'there is no such version of OSCAL', `one of ${oscalVersions.join(', ')}`);
  if (key === 'methods' && collection === 'observations' && !METHODS.some((one) => one === value))
    return wrong('oscal-method-unknown', 'nobody observes in this way', `one of ${METHODS.join(', ')}`);
  return MOMENTS.has(key) ? checkMoment(leaf, { wrong, modified }) : [];
}

type Wrong = (code: string, what: string, want: string) => readonly RawProblem[];

function problemsAt({ document: { path } }: DocumentIndex, { value, place }: Leaf): Wrong {
  return (code, what, want) => [
    {
      code,
      path,
      steps: stepsTo(place),
      what,
      got: String(value),
      want,
      next: 'correct the value, or write the export again',
    },
  ];
}

function checkMoment(
  { key, value, holder }: Leaf,
  { wrong, modified }: { readonly wrong: Wrong; readonly modified: number | undefined },
): readonly RawProblem[] {
  const time = timeOf(value);
  if (time === undefined)
    return wrong('oscal-date-malformed', 'a moment is none', 'a moment with its time zone: 2026-10-01T00:00:00+07:00');
  const before = IN_ORDER.find(([, second]) => second === key)?.[0];
  const earlier = before === undefined ? undefined : holder[before];
  const first = timeOf(earlier);
  if (before !== undefined && typeof earlier === 'string' && first !== undefined && time < first)
    return wrong('oscal-date-order', `${key} is before ${before}`, `not before ${earlier}`);
  if (key === 'collected' && modified !== undefined && time > modified)
    return wrong('oscal-date-order', 'collected is after the document was last modified', 'not after last-modified');
  return [];
}

/** Milliseconds since 1970 of a moment with its zone; undefined for what is none, such as 30 February. */
function timeOf(value: JsonValue | undefined): number | undefined {
  if (typeof value !== 'string') return undefined;
  const [, day] = MOMENT.exec(value) ?? [];
  if (day === undefined) return undefined;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  return Date.parse(value);
}
