import fc from 'fast-check';
import type { BundlePart } from '../../../evidence/bundle/manifest/bundle-part';
import { verifyBundle } from '../../../evidence/bundle/verify-bundle';
import { writeBundle, type BundleInput } from '../../../evidence/bundle/write-bundle';
import { canonicalJson } from '../../../model/canonical-json';
import { valueOf } from '../../../model/problem';
import { anyParts, archiveOf, parts, textPart } from './sample-bundle';

function refusalsOf(input: Partial<BundleInput>): readonly string[] {
  const written = writeBundle({ environment: 'sandbox', previous: null, parts, ...input });
  return written.ok ? [] : written.problems.map(({ at, got, want }) => `${at.join('/')}: ${got}, not ${want}`);
}

describe('writeBundle()', () => {
  it('writes the same bytes for the same parts in any order', () => {
    fc.assert(
      fc.property(
        anyParts.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray([...given], { minLength: given.length })),
        ),
        ([given, shuffled]) => expect(archiveOf({ parts: shuffled }).equals(archiveOf({ parts: given }))).toBe(true),
      ),
      { seed: 21, numRuns: 50 },
    );
  });

  it('puts a canonical manifest first and last, and reads back what was put in', () => {
    const archive = archiveOf({ previous: { root: 'ab'.repeat(32), sequence: 6 } });
    const verdict = verifyBundle(archive);
    if (!verdict.isAccepted) throw new Error(verdict.refusal.at);
    const { manifest, parts: read } = verdict.bundle;
    const text = canonicalJson(manifest);
    expect(archive.toString('utf8', 512, 512 + text.length)).toBe(text);
    expect(archive.lastIndexOf(text)).toBe(archive.length - 1024 - Math.ceil(text.length / 512) * 512);
    expect(manifest.head).toEqual({
      environment: 'sandbox',
      format: 'ndc-evidence-bundle/1',
      previous: 'ab'.repeat(32),
      sequence: 7,
    });
    expect(read.map(({ path }) => path)).toEqual(parts.map(({ path }) => path).toSorted());
    expect(new Map(read.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]))).toEqual(
      new Map(parts.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])),
    );
  });

  it('tells how many bytes its chunks have', () => {
    const { chunks, size } = valueOf(writeBundle({ environment: 'sandbox', previous: null, parts }));
    expect(Buffer.concat(chunks)).toHaveLength(size);
    expect(size % 512).toBe(0);
  });

  it('refuses paths that lead elsewhere, clash or don’t fit, all together', () => {
    const paths = [
      '../up',
      '/root',
      'a//b',
      'a/./b',
      'a/..',
      'A',
      'đ',
      'bundle.json',
      'bundle-copy.json/x',
      'x/',
      '',
      'y\\z',
    ];
    const long = [`${'n'.repeat(101)}`, `${'m'.repeat(80)}/${'m'.repeat(80)}`];
    const clashing = ['k', 'k', 'k/l'];
    const given = [...paths, ...long, ...clashing].map((path) => textPart(path, 'x'));
    expect(refusalsOf({ parts: given })).toHaveLength(given.length - 1);
    expect(refusalsOf({ parts: [textPart('k', ''), textPart('k/l', '')] })).toEqual([
      'k/l: "/" after "k", not another name: k is a file already',
    ]);
  });

  it('takes the longest path that a header has room for', () => {
    const path = `${'f'.repeat(49)}/${'n'.repeat(100)}`;
    const verdict = verifyBundle(archiveOf({ parts: [textPart(path, 'x')] }));
    expect(verdict.isAccepted && verdict.bundle.parts.map((one) => one.path)).toEqual([path]);
  });

  it('refuses a head that no chain has', () => {
    const previous = { root: 'AB'.repeat(32), sequence: 0 };
    expect(refusalsOf({ environment: 'Sand box', previous })).toMatchInlineSnapshot(`
[
  "environment: Sand box, not a-z, 0-9 and -, a letter first, at most 63 bytes",
  "previous/root: ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB, not 64 digits 0-9 and a-f",
  "previous/sequence: 0, not a whole number from 1 to 999999998",
]
`);
  });

  it('refuses a bundle without parts, and one with too many', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => textPart(`p${String(index).padStart(5, '0')}`, 'x'));
    expect([refusalsOf({ parts: [] }), refusalsOf({ parts: many })]).toEqual([
      ['parts: 0 parts, not 1 to 10000 parts'],
      ['parts: 10001 parts, not 1 to 10000 parts'],
    ]);
  });

  it('refuses a part that holds a secret, and never tells it', () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    const said = refusalsOf({ parts: [textPart('tools.txt', `deployed with ${token}\n`)] });
    expect(said).toEqual(['tools.txt: a token of GitHub at byte 14, not evidence that anybody may read']);
    expect(said.join('')).not.toContain(token);
  });

  it('refuses parts in which secrets could hide: no UTF-8, and no JSON or YAML where these are promised', () => {
    const part = (path: string, mediaType: BundlePart['mediaType'], bytes: Uint8Array): BundlePart => ({
      ...textPart(path, ''),
      mediaType,
      bytes,
    });
    const given = [
      part('a', 'text/plain', Buffer.from('password', 'utf16le')),
      part('b', 'text/plain', Uint8Array.of(0xff)),
      part('c', 'application/json', Buffer.from('{"a":1}{"b":2}')),
      part('d', 'application/x-ndjson', Buffer.from('{"a":1}\n{"b"\n')),
      part('e', 'application/yaml', Buffer.from('a: [')),
      part('f', 'application/yaml', Buffer.from('a: *b')),
    ];
    expect(refusalsOf({ parts: given })).toEqual(
      given.map(({ path, mediaType }) => {
        const isText = mediaType.startsWith('text/');
        return `${path}: other bytes, not ${isText ? 'text in UTF-8 without zero bytes' : mediaType}`;
      }),
    );
  });
});
