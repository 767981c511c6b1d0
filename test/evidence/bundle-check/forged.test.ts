import fc from 'fast-check';
import { checkBundle } from '../../../evidence/bundle-check/check-bundle';
import { verifyBundle } from '../../../evidence/bundle/verify-bundle';
import { forgeArchive, type Forged, type ForgedPart } from './forged-archive';

const EMPTY: ForgedPart = { path: 'a', kind: 'plan', mediaType: 'text/plain', text: '' };
const FIRST: Forged = { environment: 'sandbox', previous: null, sequence: 1, parts: [EMPTY] };

/** What both say, which must be one thing: accepted, or the text of the manifest up to the wrong byte. */
function verdictOf(forged: Forged): string {
  const archive = forgeArchive(forged);
  const [one, other] = [verifyBundle(archive), checkBundle(archive)];
  const places = [one.isAccepted ? -1 : one.refusal.offset, other.isAccepted ? -1 : other.wrong.offset];
  expect(places[0]).toBe(places[1]);
  return places[0] === -1 ? 'accepted' : archive.toString('latin1', 512, places[0]);
}

function withPaths(...paths: readonly string[]): Forged {
  return { ...FIRST, parts: paths.map((path) => ({ ...EMPTY, path })) };
}

/** Whether a bundle may say this, by its rules one after the other and not by its bytes. */
function isAllowed({ environment, previous, sequence, parts }: Forged): boolean {
  const paths = parts.map(({ path }) => path);
  const taken = new Set([...paths, 'bundle.json', 'bundle-copy.json']);
  const kinds =
    'approval assembly certificate evaluations journal live plan review rules segmentation signers summary tools';
  return [
    /^[a-z][a-z0-9-]{0,62}$/.test(environment),
    previous === null
      ? sequence === 1
      : Number.isInteger(sequence) && /^[0-9a-f]{64}$/.test(previous) && sequence > 1 && sequence < 1e9,
    parts.length > 0 && taken.size === parts.length + 2,
    paths.every((path, index) => index === 0 || path > (paths[index - 1] ?? '')),
    paths.every(
      (path) => path.length <= 150 && path.split('/').every((name) => /^[a-z0-9][a-z0-9._-]{0,99}$/.test(name)),
    ),
    paths.every((path) => [...taken].every((other) => !path.startsWith(`${other}/`))),
    parts.every(({ kind }) => kinds.split(' ').includes(kind)),
    parts.every(({ mediaType }) => ['text/plain', 'application/json'].includes(mediaType)),
  ].every(Boolean);
}

const path = fc.constantFrom(
  'a',
  'a-b',
  'a/b',
  'a/b/c',
  'a/C/d',
  'aB',
  'aB/c',
  'b/cD',
  'b',
  'b/',
  '/b',
  'b//c',
  'b/..',
  '.b',
  'B',
  'c.d',
  'c/d',
  'bundle.json',
  'bundle.json/x',
  'bundle-copy.json',
  'bundle-copy.jsonx',
  'n'.repeat(100),
  'n'.repeat(101),
  `${'n'.repeat(75)}/${'m'.repeat(74)}`,
  `${'n'.repeat(75)}/${'m'.repeat(75)}`,
  `x/${'n'.repeat(101)}/y`,
  `x/${'n'.repeat(100)}/y`,
  'z z',
  'z\u007f',
);
const part = fc.record({
  path,
  kind: fc.oneof(
    { arbitrary: fc.constantFrom('plan', 'live', 'tools'), weight: 9 },
    fc.constantFrom('plot', '', 'planx', 'Plan'),
  ),
  mediaType: fc.oneof(
    { arbitrary: fc.constantFrom('text/plain', 'application/json'), weight: 9 },
    fc.constantFrom('text/plane', 'application/js', 'image/png', ''),
  ),
  text: fc.constantFrom('', 'x', 'y'.repeat(600)),
});
const chain: fc.Arbitrary<readonly [string | null, number]> = fc.oneof(
  {
    arbitrary: fc.constantFrom<readonly [string | null, number]>(
      [null, 1],
      ['ab'.repeat(32), 2],
      ['ab'.repeat(32), 999_999_999],
    ),
    weight: 9,
  },
  fc.tuple(
    fc.constantFrom(null, '', 'ab'.repeat(32), 'AB'.repeat(32), 'a'.repeat(63), 'a'.repeat(65)),
    fc.constantFrom(-1, 0, 1, 2, 10, 1.5, 1e9, 1e21),
  ),
);
const forged: fc.Arbitrary<Forged> = fc
  .record({
    environment: fc.oneof(
      { arbitrary: fc.constant('sandbox'), weight: 9 },
      fc.constantFrom('', '9', 'a_b', 'e'.repeat(63), 'e'.repeat(64)),
    ),
    chain,
    parts: fc.array(part, { maxLength: 4 }),
    isSorted: fc.boolean(),
  })
  .map(({ environment, chain: [previous, sequence], parts, isSorted }) => {
    const sorted = isSorted ? parts.toSorted((a, b) => (a.path < b.path ? -1 : 1)) : parts;
    return { environment, previous, sequence, parts: sorted };
  });

describe('archives that somebody forges with right digests and a right root', () => {
  it('are accepted by both verifiers or refused by both at one byte, as the rules say', () => {
    const counts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(forged, (given) => {
        const isAccepted = verdictOf(given) === 'accepted';
        counts[isAccepted ? 'accepted' : 'refused'] += 1;
        expect(isAccepted).toBe(isAllowed(given));
      }),
      { seed: 51, numRuns: 3000 },
    );
    expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(150);
  });

  it('are refused where two paths clash or stand in the wrong order', () => {
    const given = [
      withPaths('a', 'a/b'),
      withPaths('a', 'a-b', 'a/b'),
      withPaths('a', 'a'),
      withPaths('ab', 'aa'),
      withPaths('abc', 'ab'),
      withPaths('bundle.json'),
      withPaths('bundle.json/x'),
      withPaths('a/B/c'),
    ];
    expect(given.map((one) => verdictOf(one).replace(/^.*"path":/, ''))).toEqual([
      '"a',
      '"a',
      '"a',
      '"a',
      '"ab',
      '"bundle.json',
      '"bundle.json',
      '"a/',
    ]);
  });

  it('are refused where the place in the chain is none', () => {
    const previous = 'ab'.repeat(32);
    const given = [
      { ...FIRST, sequence: 2 },
      { ...FIRST, previous, sequence: 1 },
      { ...FIRST, previous, sequence: 0 },
      { ...FIRST, previous, sequence: 1_000_000_000 },
    ];
    expect(given.map((one) => verdictOf(one).replace(/^.*"sequence":/, ''))).toEqual(['', '1', '', '100000000']);
  });

  it('may have 10,000 parts and not one more', () => {
    const many = (count: number): Forged =>
      withPaths(...Array.from({ length: count }, (_, index) => `p${String(index).padStart(5, '0')}`));
    expect(verdictOf(many(10_000))).toBe('accepted');
    expect(verdictOf(many(10_001))).toMatch(/"path":"p09999".*\}$/);
  });
});
