import { createHash } from 'node:crypto';
import fc from 'fast-check';

/** Bytes of an archive, from one to before another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A file in an archive: all of it, with its header and filling, and its content. */
export interface ArchivedFile {
  readonly whole: Span;
  readonly content: Span;
}

const BLOCK = 512;

/** The files of an archive as its own headers tell them. */
export function layoutOf(archive: Buffer): readonly ArchivedFile[] {
  const files: ArchivedFile[] = [];
  let at = 0;
  while (archive[at] !== 0 && at < archive.length) {
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 135), 8);
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    files.push({ whole: { start: at, end }, content: { start: at + BLOCK, end: at + BLOCK + size } });
    at = end;
  }
  return files;
}

/** An archive, and what became of it. */
export interface Mutation {
  readonly before: Buffer;
  readonly after: Buffer;
}

/** Archives that differ from a right one in a way that somebody could try. */
export function mutations(before: Buffer): fc.Arbitrary<Mutation> {
  const files = layoutOf(before);
  const pieces = files.map(({ whole }) => before.subarray(whole.start, whole.end));
  const end = before.subarray(files.at(-1)?.whole.end);
  const index = fc.nat({ max: pieces.length - 1 });
  const joined = (changed: readonly Buffer[]): Buffer => Buffer.concat([...changed, end]);
  return fc
    .oneof(
      fc
        .tuple(fc.nat({ max: before.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 40 }))
        .map(([at, bytes]) => overwritten(before, at, bytes)),
      fc
        .tuple(fc.nat({ max: before.length }), fc.uint8Array({ maxLength: 600 }))
        .map(([at, bytes]) => Buffer.concat([before.subarray(0, at), bytes, before.subarray(at)])),
      fc
        .tuple(fc.nat({ max: before.length }), fc.nat({ max: 600 }))
        .map(([at, length]) => Buffer.concat([before.subarray(0, at), before.subarray(at + length)])),
      index.map((at) => joined(pieces.toSpliced(at, 1))),
      fc.tuple(index, index).map(([at, other]) => joined(pieces.toSpliced(at, 0, ...pieces.slice(other, other + 1)))),
      fc.tuple(index, index).map(([at, other]) => joined(swapped(pieces, at, other))),
      fc
        .tuple(index, fc.nat({ max: 0o7777 }))
        .map(([at, size]) => joined(pieces.with(at, resized(pieces[at] ?? end, size)))),
      fc
        .tuple(index, fc.stringMatching(/^[a-zA-Z0-9./_-]{1,20}$/))
        .map(([at, name]) => joined(pieces.with(at, renamed(pieces[at] ?? end, name)))),
      fc
        .tuple(index, fc.constantFrom('1', '2', '3', '5', 'x', 'L'))
        .map(([at, type]) => joined(pieces.with(at, summed(overwritten(pieces[at] ?? end, 156, Buffer.from(type)))))),
      textual(before, files),
    )
    .map((after) => ({ before, after }));
}

/** Edits of the manifest's text, in its first place, its last or both, with the sizes in the headers made to fit. */
function textual(before: Buffer, files: readonly ArchivedFile[]): fc.Arbitrary<Buffer> {
  const [first, last] = [files[0], files.at(-1)];
  if (first === undefined || last === undefined) return fc.constant(before);
  const text = before.toString('latin1', first.content.start, first.content.end);
  const edit = fc.oneof(
    fc
      .tuple(fc.nat({ max: text.length - 1 }), fc.stringMatching(/^[ -~]{0,3}$/))
      .map(([at, put]) => text.slice(0, at) + put + text.slice(at + 1)),
    fc.constantFrom(
      text.replace('"head":{', '"head": {'),
      text.replace('"sequence":1', '"sequence":01'),
      text.replace('"sequence":1', '"sequence":2'),
      text.replace('"plan"', '"proof"'),
      text.replace(/"path":"/, '"path":"../'),
      text.replace(/"path":"/, '"path":"/'),
      text.replace(/"path":"./, '"path":"é'),
      text.replace(/"size":/, '"size":0'),
      text.replace(/"size":(\d+)/, '"size":9999999999'),
      text.replace(/"parts":\[(\{.*?\})/, '"parts":[$1,$1'),
      text.replace(/(\{"kind[^}]*\}),(\{"kind[^}]*\})/, '$2,$1'),
      text.replace(/\{"kind[^}]*\},?/, ''),
    ),
  );
  return fc.tuple(edit, fc.constantFrom('first', 'last', 'both'), fc.boolean()).map(([changed, where, isSigned]) => {
    const told = Buffer.from(isSigned ? withRoot(changed) : changed, 'latin1');
    const put = (file: ArchivedFile, isPut: boolean): Buffer => {
      const whole = before.subarray(file.whole.start, file.whole.end);
      if (!isPut) return whole;
      const filling = Buffer.alloc(Math.ceil(told.length / BLOCK) * BLOCK - told.length);
      return Buffer.concat([resized(whole, told.length).subarray(0, BLOCK), told, filling]);
    };
    const middle = before.subarray(first.whole.end, last.whole.start);
    return Buffer.concat([
      put(first, where !== 'last'),
      middle,
      put(last, where !== 'first'),
      before.subarray(last.whole.end),
    ]);
  });
}

/** The text with the root that its own head and parts have, as somebody writes who knows the format. */
function withRoot(text: string): string {
  const head = /^\{"head":(\{[^}]*\})/.exec(text)?.[1] ?? '';
  const leaves = [head, ...(text.match(/\{"kind[^}]*\}/g) ?? [])].map((leaf) =>
    sha256(Buffer.from(`\0${leaf}`, 'latin1')),
  );
  return text.replace(/"root":"[0-9a-f]*"/, `"root":"${treeHash(leaves).toString('hex')}"`);
}

/** The Merkle tree hash of the hashes of leaves. */
export function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length <= 1) return leaves[0] ?? Buffer.of();
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256(Buffer.concat([Buffer.of(1), treeHash(leaves.slice(0, half)), treeHash(leaves.slice(half))]));
}

/** The SHA-256 of bytes. */
export function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function overwritten(bytes: Buffer, at: number, put: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy.set(put.subarray(0, copy.length - at), at);
  return copy;
}

function swapped(pieces: readonly Buffer[], at: number, other: number): readonly Buffer[] {
  return pieces.map((piece, index) => (index === at ? pieces[other] : index === other ? pieces[at] : piece) ?? piece);
}

function resized(file: Buffer, size: number): Buffer {
  return summed(overwritten(file, 124, Buffer.from(size.toString(8).padStart(11, '0'))));
}

function renamed(file: Buffer, name: string): Buffer {
  return summed(overwritten(file, 0, Buffer.from(name.padEnd(100, '\0'))));
}

/** A file with the checksum that its header should have. */
export function summed(file: Buffer): Buffer {
  const blank = overwritten(file, 148, Buffer.from(' '.repeat(8)));
  const sum = blank.subarray(0, BLOCK).reduce((total, byte) => total + byte, 0);
  return overwritten(blank, 148, Buffer.from(`${sum.toString(8).padStart(6, '0')}\0 `));
}
