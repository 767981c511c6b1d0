import { createHash } from 'node:crypto';

/** A part of an accepted bundle; its bytes are those of the archive. */
export interface CheckedPart {
  readonly path: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** An accepted bundle. */
export interface CheckedBundle {
  readonly environment: string;
  readonly sequence: number;
  /** The root of the bundle before; null for the first. */
  readonly previous: string | null;
  readonly root: string;
  readonly parts: readonly CheckedPart[];
}

/** Why an archive is refused: its first wrong byte, or the content, from `offset` to before `end`, whose digest is wrong. */
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
  try {
    const bundle = checkArchive(archive);
    if (before !== undefined) checkLink(archive, before);
    return { isAccepted: true, bundle };
  } catch (error) {
    if (error instanceof Wrong) return { isAccepted: false, wrong: error.place };
    throw error;
  }
}

class Wrong extends Error {
  public constructor(public readonly place: WrongByte) {
    super(place.what);
  }
}

function wrong(offset: number, what: string, end = offset + 1): never {
  throw new Wrong({ offset, end, what });
}

/** What a manifest says, and how many bytes it has. */
interface Manifest extends Omit<CheckedBundle, 'parts'> {
  readonly entries: readonly (Omit<CheckedPart, 'bytes'> & { readonly size: number })[];
  readonly length: number;
}

function checkArchive(archive: Uint8Array): CheckedBundle {
  if (archive.length > ARCHIVE_BYTES_MAX) wrong(ARCHIVE_BYTES_MAX, 'the archive is too large');
  const { entries, length, ...head } = checkManifest(archive);
  const text = archive.subarray(BLOCK, BLOCK + length);
  let at = zeros(archive, BLOCK + length, `after ${FIRST}`);
  const parts = entries.map(({ size, ...entry }) => {
    const start = same(archive, at, { text: headerOf(entry.path, size), what: `in the header of ${entry.path}` });
    const bytes = archive.subarray(start, start + size);
    if (bytes.length < size) wrong(archive.length, `the content of ${entry.path} ends early`);
    if (sha256(bytes).toString('hex') !== entry.sha256) wrong(start, `the content of ${entry.path}`, start + size);
    at = zeros(archive, start + size, `after ${entry.path}`);
    return { ...entry, bytes };
  });
  at = same(archive, at, { text: headerOf(LAST, length), what: `in the header of ${LAST}` });
  at = same(archive, at, { text: latin1(text), what: `in ${LAST}` });
  at = zeros(archive, at, `after ${LAST}`);
  at = same(archive, at, { text: '\0'.repeat(2 * BLOCK), what: 'in the two blocks at the end' });
  if (archive.length > at) wrong(at, 'the archive goes on after its end');
  return { ...head, parts };
}

/** Reads the manifest at the beginning; if that is wrong and the one at the end is right, the first byte that differs is wrong. */
function checkManifest(archive: Uint8Array): Manifest {
  const first = tryReadManifest(archive, BLOCK);
  const length = first instanceof Wrong ? lengthInHeader(archive) : first.length;
  same(archive, 0, { text: headerOf(FIRST, length), what: `in the header of ${FIRST}` });
  if (!(first instanceof Wrong)) return first;
  const start = archive.length - 2 * BLOCK - filled(length);
  const last = start < BLOCK + length ? first : tryReadManifest(archive, start);
  if (last instanceof Wrong || last.length !== length) throw first;
  same(archive, BLOCK, { text: latin1(archive.subarray(start, start + length)), what: `in ${FIRST}` });
  throw first;
}

function lengthInHeader(archive: Uint8Array): number {
  const before = headerOf(FIRST, 0).slice(0, 124);
  const digits = same(archive, 0, { text: before, what: `in the header of ${FIRST}` });
  for (let at = digits; at < digits + 11; at += 1)
    if (!/[0-7]/.test(latin1(archive.subarray(at, at + 1)))) wrong(at, `in the header of ${FIRST}`);
  return Number.parseInt(latin1(archive.subarray(digits, digits + 11)), 8);
}

function tryReadManifest(archive: Uint8Array, at: number): Manifest | Wrong {
  try {
    return readManifest(new Text(archive, at), at);
  } catch (error) {
    if (error instanceof Wrong) return error;
    throw error;
  }
}

/** Canonical JSON of this form has one spelling, so each text is the only one that may stand where it does. */
function readManifest(text: Text, start: number): Manifest {
  text.say('{"head":');
  const leaves: Buffer[] = [];
  const leaf = (from: number): void => void leaves.push(sha256(Buffer.concat([Buffer.of(0), text.since(from)])));
  const headStart = text.at;
  text.say('{"environment":"');
  const environment = text.letters(/[a-z]/, 1, 1) + text.letters(/[a-z0-9-]/, 0, 62);
  text.say(`","format":"${FORMAT}","previous":`);
  const previous = text.say('null', '"') === 'null' ? null : text.letters(/[0-9a-f]/, 64, 64);
  text.say(previous === null ? ',"sequence":1' : '","sequence":');
  const sequence = previous === null ? 1 : Number(text.letters(/[1-9]/, 1, 1) + text.letters(/[0-9]/, 0, 8));
  if (previous !== null && sequence === 1) wrong(text.at, 'in the manifest');
  text.say('}');
  leaf(headStart);
  text.say(',"parts":[');
  const entries: Manifest['entries'][number][] = [];
  const paths = new Set([FIRST, LAST]);
  let last = '';
  do {
    const from = text.at;
    text.say('{"kind":"');
    const kind = text.word(KINDS);
    text.say(',"mediaType":"');
    const mediaType = text.word(MEDIA_TYPES);
    text.say(',"path":"');
    const path = text.path(last, paths);
    text.say('","sha256":"');
    const digest = text.letters(/[0-9a-f]/, 64, 64);
    text.say('","size":');
    const isEmpty = digest === sha256(Buffer.of()).toString('hex');
    const size = Number(isEmpty ? text.say('0') : text.letters(/[1-9]/, 1, 1) + text.letters(/[0-9]/, 0, 8));
    text.say('}');
    leaf(from);
    entries.push({ path, kind, mediaType, sha256: digest, size });
    paths.add(path);
    last = path;
  } while (entries.length < PARTS_MAX && text.say(',', ']') === ',');
  if (entries.length === PARTS_MAX) text.say(']');
  const root = rootOf(leaves).toString('hex');
  text.say(`,"root":"${root}"}`);
  return { environment, sequence, previous, root, entries, length: text.at - start };
}

/** A text of ASCII characters that is read from one of its bytes on; what may not stand next is the wrong byte. */
class Text {
  public constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  public since(from: number): Uint8Array {
    return this.bytes.subarray(from, this.at);
  }

  /** One of these texts. */
  public say(...texts: readonly string[]): string {
    const counts = texts.map((one) => {
      const there = latin1(this.bytes.subarray(this.at, this.at + one.length));
      return common(one, there);
    });
    this.at += Math.max(...counts);
    return texts.find((one, index) => counts[index] === one.length) ?? wrong(this.at, 'in the manifest');
  }

  /** One of these words and the quotation mark after it. */
  public word(words: string): string {
    return this.say(...words.split(' ').map((one) => `${one}"`)).slice(0, -1);
  }

  /** As many letters as there are, from `min` to `max`. */
  public letters(letter: RegExp, min: number, max: number): string {
    const there = latin1(this.bytes.subarray(this.at, this.at + max));
    const end = [...there].findIndex((one) => !letter.test(one));
    const text = end === -1 ? there : there.slice(0, end);
    this.at += text.length;
    return text.length < min ? wrong(this.at, 'in the manifest') : text;
  }

  /** A path that may come after the last one: sorted, and neither a folder of one that is there nor below one. */
  public path(last: string, there: ReadonlySet<string>): string {
    const [text = ''] = latin1(this.bytes.subarray(this.at, this.at + 151)).split('"');
    const [path] = /^(?:[a-z0-9][a-z0-9._-]{0,99}\/)*(?:[a-z0-9][a-z0-9._-]{0,99})?/.exec(text.slice(0, 150)) ?? [''];
    const ends = path.split('/').map((_, index, names) => names.slice(0, index + 1).join('/'));
    const bad = [
      ...(path.length < text.length || path === '' || path.endsWith('/') ? [path.length] : []),
      ...(path > last ? [] : [common(path, last)]),
      ...ends.filter((one) => there.has(one)).map((one) => one.length),
    ];
    if (bad.length > 0) wrong(this.at + Math.min(...bad), 'in a path of the manifest');
    this.at += path.length;
    return path;
  }
}

/** The Merkle tree hash (RFC 9162 section 2.1.1), by joining finished trees of one height as leaves come. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  const trees: { hash: Buffer; leaves: number }[] = [];
  const join = (): void => {
    const [left, right] = trees.splice(-2);
    if (left === undefined || right === undefined) return;
    const hash = sha256(Buffer.concat([Buffer.of(1), left.hash, right.hash]));
    trees.push({ hash, leaves: left.leaves + right.leaves });
  };
  for (const hash of leaves) {
    trees.push({ hash, leaves: 1 });
    while (trees.length > 1 && trees.at(-1)?.leaves === trees.at(-2)?.leaves) join();
  }
  while (trees.length > 1) join();
  return trees[0]?.hash ?? sha256(Buffer.of());
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

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
