import { createHash } from 'node:crypto';
import type { JsonValue } from '../../../resources/resource';
import type { DocumentIndex } from './document-index';
import { parseHref, resolvePath } from './href';
import { isObject, type RawProblem } from './oscal-document';
import { stepsTo, type Leaf } from './walk-document';

/** The files beside the documents. */
export interface FilesBeside {
  /** The bytes of a file by its path as resolved from a document's; undefined when there is none. */
  readonly bytes: (path: string) => Buffer | undefined;
}

/** What links are held against. */
export interface HrefContext extends FilesBeside {
  readonly given: ReadonlyMap<string, DocumentIndex>;
}

/** The hash algorithms of OSCAL: their name in Node.js, and how many hexadecimal digits they have. */
const ALGORITHMS: Readonly<Record<string, { readonly name: string; readonly digits: number } | undefined>> = {
  'SHA-224': { name: 'sha224', digits: 56 },
  'SHA-256': { name: 'sha256', digits: 64 },
  'SHA-384': { name: 'sha384', digits: 96 },
  'SHA-512': { name: 'sha512', digits: 128 },
  'SHA3-224': { name: 'sha3-224', digits: 56 },
  'SHA3-256': { name: 'sha3-256', digits: 64 },
  'SHA3-384': { name: 'sha3-384', digits: 96 },
  'SHA3-512': { name: 'sha3-512', digits: 128 },
};

/** Finds links that lead nowhere, and hashes that can't be or aren't those of their file. */
export function checkHrefs(index: DocumentIndex, context: HrefContext): readonly RawProblem[] {
  return index.leaves.flatMap((leaf) => {
    if (isHref(leaf) && typeof leaf.value === 'string') return checkHref(index, leaf, context);
    return leaf.key === 'algorithm' && leaf.collection === 'hashes' ? checkHash(index, leaf) : [];
  });
}

/** Whether a leaf is a link: most are called so, a source of control implementations isn't. */
export function isHref({ key, collection }: Leaf): boolean {
  return key === 'href' || (key === 'source' && collection === 'control-implementations');
}

function checkHref(index: DocumentIndex, leaf: Leaf, { given, bytes }: HrefContext): readonly RawProblem[] {
  const { path } = index.document;
  const href = String(leaf.value);
  const wrong = (what: string, want: string): readonly RawProblem[] => [
    {
      code: 'oscal-href-unresolved',
      path,
      steps: stepsTo(leaf.place),
      what,
      got: href,
      want,
      next: 'correct the link, or give the file that it leads to as well',
    },
  ];
  const parsed = parseHref(href);
  if (parsed.kind === 'outside') return [];
  if (parsed.kind === 'malformed') return wrong('a link is no reference', 'a URI reference (RFC 3986)');
  if (parsed.kind === 'here')
    return isDefined(index, parsed.fragment)
      ? []
      : wrong('a link into the document leads nowhere', '# and a UUID or an id that stands in this document');
  const target = resolvePath(path, parsed.path);
  const document = given.get(target);
  if (document !== undefined)
    return isDefined(document, parsed.fragment)
      ? checkHashes(index, leaf, () => Buffer.from(document.document.text))
      : wrong('a link into another document leads nowhere', `a UUID or an id that stands in ${target}`);
  const content = bytes(target);
  return content === undefined
    ? wrong('a link leads to a file that is not there', 'a file that is given, or stands beside this one')
    : checkHashes(index, leaf, () => content);
}

function isDefined({ uuids, ids }: DocumentIndex, fragment: string): boolean {
  return fragment === '' || uuids.has(fragment.toLowerCase()) || [...ids.values()].some((known) => known.has(fragment));
}

/** Whether a file has the hashes that its link states. */
function checkHashes(index: DocumentIndex, { holder, place }: Leaf, content: () => Buffer): readonly RawProblem[] {
  const hashes: JsonValue | undefined = holder['hashes'];
  const list = Array.isArray(hashes) ? (hashes as readonly JsonValue[]) : [];
  return list.filter(isObject).flatMap(({ algorithm, value }, at) => {
    const known =
      typeof algorithm === 'string' && Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
    // What is no hash of its algorithm is told by its length.
    if (known === undefined || typeof value !== 'string' || value.length !== known.digits) return [];
    const found = createHash(known.name).update(content()).digest('hex');
    if (found === value.toLowerCase()) return [];
    return [
      {
        code: 'oscal-hash-differs',
        path: index.document.path,
        steps: [...stepsTo(place).slice(0, -1), 'hashes', at, 'value'],
        what: 'a file is not the one that the link states',
        got: found,
        want: value,
        next: 'find out which of the two was changed',
      },
    ];
  });
}

function checkHash(index: DocumentIndex, { value: algorithm, holder, place }: Leaf): readonly RawProblem[] {
  const { value } = holder;
  const known =
    typeof algorithm === 'string' && Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
  const parts = { path: index.document.path, next: 'state the digest in hexadecimal' };
  if (known === undefined)
    return [
      {
        ...parts,
        code: 'oscal-hash-unknown',
        steps: stepsTo(place),
        what: 'a hash is of an unknown algorithm',
        got: String(algorithm),
        want: `one of ${Object.keys(ALGORITHMS).join(', ')}`,
      },
    ];
  const text = typeof value === 'string' ? value : '';
  if (text.length === known.digits && /^[0-9a-f]*$/i.test(text)) return [];
  return [
    {
      ...parts,
      code: 'oscal-hash-length',
      steps: [...stepsTo(place).slice(0, -1), 'value'],
      what: 'a hash is none of its algorithm',
      got: text,
      want: `${known.digits} hexadecimal digits for ${String(algorithm)}`,
    },
  ];
}
