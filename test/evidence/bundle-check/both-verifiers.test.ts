import fc from 'fast-check';
import { checkBundle } from '../../../evidence/bundle-check/check-bundle';
import { verifyBundle } from '../../../evidence/bundle/verify-bundle';
import { anyParts, archiveOf, parts } from '../bundle/sample-bundle';
import { layoutOf, mutations, type Span } from './mutations';

/** What both say of an archive: accepted with its root, or the first wrong bytes. */
function bothSay(archive: Uint8Array): readonly [unknown, unknown] {
  const [one, other] = [verifyBundle(archive), checkBundle(archive)];
  return [
    one.isAccepted ? one.bundle.manifest.root : [one.refusal.offset, one.refusal.end],
    other.isAccepted ? other.bundle.root : [other.wrong.offset, other.wrong.end],
  ];
}

function spanAt(spans: readonly Span[], offset: number): Span | undefined {
  return spans.find(({ start, end }) => start <= offset && offset < end);
}

describe('the two verifiers of bundles', () => {
  it('accept every bundle that is written, with one root', () => {
    fc.assert(
      fc.property(anyParts, (given) => {
        const [one, other] = bothSay(archiveOf({ parts: given }));
        expect(typeof one).toBe('string');
        expect(one).toBe(other);
      }),
      { seed: 11, numRuns: 100 },
    );
  });

  it.each([
    ['the first of a chain', null],
    ['one in a chain', { root: '0123456789abcdef'.repeat(4), sequence: 41 }],
  ])('refuse every changed byte of a bundle at that byte, or at the content that holds it: %s', (_name, previous) => {
    const whole = archiveOf({ previous, parts: parts.slice(0, 1) });
    const contents = layoutOf(whole)
      .map(({ content }) => content)
      .slice(1, -1);
    const changes = [1, 2, 0x20, 0x80, 0xff];
    const told = [...whole.entries()].map(([offset, byte]) => {
      const changed = Buffer.from(whole);
      changed[offset] = byte ^ (changes[offset % changes.length] ?? 1);
      return bothSay(changed);
    });
    const spans = [...whole.keys()].map((offset) => spanAt(contents, offset) ?? { start: offset, end: offset + 1 });
    expect(told).toEqual(
      spans.map(({ start, end }) => [
        [start, end],
        [start, end],
      ]),
    );
  });

  it('refuse a bundle that is cut short at its end', () => {
    const whole = archiveOf({ parts: parts.slice(0, 2) });
    const told = [...whole.keys()].map((length) => bothSay(whole.subarray(0, length)));
    expect(told).toEqual(
      [...whole.keys()].map((length) => [
        [length, length + 1],
        [length, length + 1],
      ]),
    );
  });

  it('refuse every mutation, at one byte', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        anyParts.chain((given) => mutations(archiveOf({ parts: given }))),
        ({ before, after }) => {
          const [one, other] = bothSay(after);
          expect(one).toEqual(other);
          expect(Array.isArray(one)).toBe(!before.equals(after));
          refused += Array.isArray(one) ? 1 : 0;
        },
      ),
      { seed: 12, numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(1600);
  });

  it('throw at no bytes whatever', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const [one, other] = bothSay(bytes);
        expect(one).toEqual(other);
        expect(Array.isArray(one)).toBe(true);
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});
