import { createHash } from 'node:crypto';

/** A bundle that is just as its manifest says. */
export interface CheckedBundle {
  readonly environment: string;
  readonly sequence: number;
  /** The root of the bundle before; null for the first. */
  readonly previous: string | null;
  readonly root: string;
  readonly parts: readonly { readonly path: string; readonly kind: string; readonly bytes: Uint8Array }[];
}

/** The first wrong byte of an archive, or the content, from `offset` to before `end`, whose digest is wrong. */
export interface WrongByte {
  readonly offset: number;
  readonly end: number;
  readonly what: string;
}

/** What becomes of an archive. */
export type BundleCheck =
  | { readonly isAccepted: true; readonly bundle: CheckedBundle }
  | { readonly isAccepted: false; readonly wrong: WrongByte };

const FORMAT = 'ndc-evidence-bundle/1';
const FIRST = 'bundle.json';
const LAST = 'bundle-copy.json';
const KINDS =
  'approval assembly certificate evaluations journal live plan review rules segmentation signers summary tools';
const MEDIA_TYPES =
  'application/json application/vnd.in-toto+json application/x-ndjson application/yaml text/csv text/html text/markdown text/plain';
const BLOCK = 512;
const ARCHIVE_BYTES_MAX = 1_073_741_824;
const PARTS_MAX = 10_000;

/**
 * Decides about an archive by itself, from the format in `docs/how-to/check-a-bundle-without-us.md` alone: whether it is a
 * bundle, and whether it follows the one before where that is given. Archives may be hostile.
 */
export function checkBundle(archive: Uint8Array, before?: CheckedBundle): BundleCheck {
  const bundle = attempt(() => checkArchive(archive, before));
  return bundle instanceof Wrong ? { isAccepted: false, wrong: bundle.place } : { isAccepted: true, bundle };
}

/** Carries the first wrong byte out of the depth of the check. */
class Wrong extends Error {
  public constructor(public readonly place: WrongByte) {
    super(place.what);
  }
}

function attempt<T>(step: () => T): T | Wrong {
  try {
    return step();
  } catch (error) {
    if (error instanceof Wrong) return error;
    throw error;
  }
}

function wrong(offset: number, what: string, end = offset + 1): never {
  throw new Wrong({ offset, end, what });
}

/** What a manifest says, and how many bytes it has. */
interface Manifest extends Omit<CheckedBundle, 'parts'> {
  readonly entries: readonly { path: string; kind: string; sha256: string; size: number }[];
  readonly length: number;
}

function checkArchive(archive: Uint8Array, before?: CheckedBundle): CheckedBundle {
  if (archive.length > ARCHIVE_BYTES_MAX) wrong(ARCHIVE_BYTES_MAX, 'the archive is too large');
  const { entries, length, ...head } = checkManifest(archive);
  let at = zeros(archive, BLOCK + length, `after ${FIRST}`);
  const parts = entries.map(({ path, kind, sha256: digest, size }) => {
    const start = same(archive, at, { text: headerOf(path, size), what: `in the header of ${path}` });
    const bytes = archive.subarray(start, start + size);
    if (bytes.length < size) wrong(archive.length, `the content of ${path} ends early`);
    if (sha256(bytes).toString('hex') !== digest) wrong(start, `the content of ${path}`, start + size);
    at = zeros(archive, start + size, `after ${path}`);
    return { path, kind, bytes };
  });
  at = same(archive, at, { text: headerOf(LAST, length), what: `in the header of ${LAST}` });
  at = same(archive, at, { text: latin1(archive, BLOCK, length), what: `in ${LAST}` });
  at = zeros(archive, at, `after ${LAST}`);
  at = same(archive, at, { text: '\0'.repeat(2 * BLOCK), what: 'in the two blocks at the end' });
  if (archive.length > at) wrong(at, 'the archive goes on after its end');
  if (before !== undefined) checkLink(archive, before);
  return { ...head, parts };
}

/** Reads the manifest at the beginning; if that is wrong and the one at the end is right, the first byte that differs is wrong. */
function checkManifest(archive: Uint8Array): Manifest {
  const first = attempt(() => readManifest(archive, BLOCK));
  const length = first instanceof Wrong ? lengthInHeader(archive) : first.length;
  same(archive, 0, { text: headerOf(FIRST, length), what: `in the header of ${FIRST}` });
  if (!(first instanceof Wrong)) return first;
  const start = archive.length - 2 * BLOCK - filled(length);
  const last = start < BLOCK + length ? first : attempt(() => readManifest(archive, start));
  if (last instanceof Wrong || last.length !== length) throw first;
  same(archive, BLOCK, { text: latin1(archive, start, length), what: `in ${FIRST}` });
  throw first;
}

function lengthInHeader(archive: Uint8Array): number {
  const start = same(archive, 0, { text: headerOf(FIRST, 0).slice(0, 124), what: `in the header of ${FIRST}` });
  const digits = /^[0-7]*/.exec(latin1(archive, start, 11))?.[0] ?? '';
  return digits.length === 11 ? Number.parseInt(digits, 8) : wrong(start + digits.length, `in the header of ${FIRST}`);
}

/** Canonical JSON of this form has one spelling, so the texts that are read here are the only ones that may stand there. */
function readManifest(archive: Uint8Array, start: number): Manifest {
  const text = new Text(archive, start);
  const leaves: Buffer[] = [];
  const leaf = (from: number): unknown => leaves.push(sha256(Buffer.of(0), archive.subarray(from, text.at)));
  text.say('{"head":{"environment":"');
  const environment = text.letters(/[a-z]/, 1, 1) + text.letters(/[a-z0-9-]/, 0, 62);
  text.say(`","format":"${FORMAT}","previous":`);
  const previous = text.say('null', '"') === 'null' ? null : text.letters(/[0-9a-f]/, 64, 64);
  text.say(previous === null ? ',"sequence":' : '","sequence":');
  const sequence = Number(previous === null ? text.say('1') : text.number());
  if (previous !== null && sequence === 1) wrong(text.at, 'in the manifest');
  text.say('}');
  leaf(start + '{"head":'.length);
  text.say(',"parts":[');
  const entries: Manifest['entries'][number][] = [];
  do {
    const from = text.at;
    text.say('{"kind":"');
    const kind = text.word(KINDS);
    text.say(',"mediaType":"');
    text.word(MEDIA_TYPES);
    text.say(',"path":"');
    const path = text.path();
    text.say('","sha256":"');
    const digest = text.letters(/[0-9a-f]/, 64, 64);
    text.say('","size":');
    const size = Number(digest === sha256().toString('hex') ? text.say('0') : text.number());
    text.say('}');
    leaf(from);
    entries.push({ path, kind, sha256: digest, size });
  } while (entries.length < PARTS_MAX && text.say(',', ']') === ',');
  if (entries.length === PARTS_MAX) text.say(']');
  const root = rootOf(leaves);
  text.say(`,"root":"${root}"}`);
  return { environment, sequence, previous, root, entries, length: text.at - start };
}

/** A text that is read from one of its bytes on; the first that may not stand where it does is wrong. */
class Text {
  readonly #paths = new Set([FIRST, LAST]);
  #path = '';

  public constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  /** One of these texts. */
  public say(...texts: readonly string[]): string {
    const counts = texts.map((one) => common(one, latin1(this.bytes, this.at, one.length)));
    this.at += Math.max(...counts);
    return texts.find((one, index) => counts[index] === one.length) ?? wrong(this.at, 'in the manifest');
  }

  /** One of these words, and the quotation mark after it. */
  public word(words: string): string {
    return this.say(...words.split(' ').map((one) => `${one}"`)).slice(0, -1);
  }

  /** As many letters as there are, from `min` to `max`. */
  public letters(letter: RegExp, min: number, max: number): string {
    const there = latin1(this.bytes, this.at, max);
    const end = [...there].findIndex((one) => !letter.test(one));
    const text = end === -1 ? there : there.slice(0, end);
    this.at += text.length;
    return text.length < min ? wrong(this.at, 'in the manifest') : text;
  }

  /** A number from 1 to 999,999,999. */
  public number(): string {
    return this.letters(/[1-9]/, 1, 1) + this.letters(/[0-9]/, 0, 8);
  }

  /** A path after the last one in the order of bytes, which is no folder of another and not in one that is a file. */
  public path(): string {
    const [text = ''] = latin1(this.bytes, this.at, 151).split('"');
    const [path] = /^(?:[a-z0-9][a-z0-9._-]{0,99}\/)*(?:[a-z0-9][a-z0-9._-]{0,99})?/.exec(text.slice(0, 150)) ?? [''];
    const starts = path.split('/').map((_, index, names) => names.slice(0, index + 1).join('/'));
    const bad = [
      ...(path.length < text.length || path === '' || path.endsWith('/') ? [path.length] : []),
      ...(path > this.#path ? [] : [common(path, this.#path)]),
      ...starts.filter((one) => this.#paths.has(one)).map((one) => one.length),
    ];
    if (bad.length > 0) wrong(this.at + Math.min(...bad), 'in a path of the manifest');
    this.at += path.length;
    this.#path = path;
    this.#paths.add(path);
    return path;
  }
}

/** The Merkle tree hash (RFC 9162 section 2.1.1), floor by floor: two neighbours are joined, one that is left goes up. */
function rootOf(leaves: readonly Buffer[]): string {
  let floor = leaves;
  while (floor.length > 1)
    floor = floor.flatMap((left, index) => {
      const right = floor[index + 1];
      if (index % 2 === 1) return [];
      return [right === undefined ? left : sha256(Buffer.of(1), left, right)];
    });
  return floor[0]?.toString('hex') ?? '';
}

/** Whether the head is that of the bundle after another one. */
function checkLink(archive: Uint8Array, before: CheckedBundle): void {
  const { environment, root: previous, sequence } = before;
  const head = { environment, format: FORMAT, previous, sequence: sequence + 1 };
  same(archive, BLOCK, { text: `{"head":${JSON.stringify(head)}`, what: 'in the head, which follows another bundle' });
}

/** The header of a regular file (POSIX.1-2017, pax, ustar interchange format). */
function headerOf(path: string, size: number): string {
  const folder = path.length > 100 ? path.slice(0, path.lastIndexOf('/')) : '';
  const number = '0000000\0';
  const start =
    (folder === '' ? path : path.slice(folder.length + 1)).padEnd(100, '\0') +
    `0000644\0${number}${number}${size.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`;
  const rest = `0${'\0'.repeat(100)}ustar\0${'00'}${'\0'.repeat(64)}${number}${number}${folder.padEnd(167, '\0')}`;
  const sum = Buffer.from(`${start}${' '.repeat(8)}${rest}`, 'latin1').reduce((total, byte) => total + byte, 0);
  return `${start}${sum.toString(8).padStart(6, '0')}\0 ${rest}`;
}

/** Compares what stands at a place with what must; the place after it. */
function same(archive: Uint8Array, at: number, { text, what }: { text: string; what: string }): number {
  const wanted = Buffer.from(text, 'latin1');
  if (!wanted.equals(archive.subarray(at, at + wanted.length)))
    wrong(at + wanted.findIndex((byte, index) => archive[at + index] !== byte), what);
  return at + wanted.length;
}

/** Compares what fills up a block with zeros; the place after it. */
function zeros(archive: Uint8Array, at: number, what: string): number {
  return same(archive, at, { text: '\0'.repeat(filled(at) - at), what: `in what fills the block ${what}` });
}

function filled(length: number): number {
  return Math.ceil(length / BLOCK) * BLOCK;
}

function common(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function latin1(bytes: Uint8Array, start: number, length: number): string {
  return Buffer.from(bytes.subarray(start, start + length)).toString('latin1');
}

function sha256(...pieces: readonly Uint8Array[]): Buffer {
  return pieces.reduce((hash, piece) => hash.update(piece), createHash('sha256')).digest();
}
