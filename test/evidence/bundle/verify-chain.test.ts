import { checkBundle } from '../../../evidence/bundle-check/check-bundle';
import { compareCopies, comparePart } from '../../../evidence/bundle/compare-copies';
import { verifyBundle } from '../../../evidence/bundle/verify-bundle';
import { verifyChain } from '../../../evidence/bundle/verify-chain';
import { archiveOf, parts, textPart } from './sample-bundle';

function rootOf(archive: Uint8Array): string {
  const verdict = verifyBundle(archive);
  return verdict.isAccepted ? verdict.bundle.manifest.root : 'refused';
}

const first = archiveOf({});
const second = archiveOf({ previous: { root: rootOf(first), sequence: 1 }, parts: [textPart('tools.txt', 'two')] });
const third = archiveOf({ previous: { root: rootOf(second), sequence: 2 }, parts: [textPart('tools.txt', 'three')] });
const HEAD = 512 + '{"head":{"environment":"'.length;

/** What both verifiers say of an archive that shall follow another. */
function linked(before: Uint8Array, archive: Uint8Array): unknown {
  const chain = verifyChain([before, archive]);
  const previous = checkBundle(before);
  const check = checkBundle(archive, previous.isAccepted ? previous.bundle : undefined);
  return [chain.isAccepted || chain.refusal.offset, check.isAccepted || check.wrong.offset];
}

describe('verifyChain()', () => {
  it('accepts bundles that follow one another, and tells whether the first is there', () => {
    expect(verifyChain([first, second, third])).toMatchObject({ isAccepted: true, isWhole: true });
    expect(verifyChain([second, third])).toMatchObject({ isAccepted: true, isWhole: false });
    expect(linked(first, second)).toEqual([true, true]);
  });

  it('refuses another environment, another bundle before, a gap, and a first one in the middle', () => {
    const elsewhere = archiveOf({ environment: 'national', previous: { root: rootOf(first), sequence: 1 } });
    const other = archiveOf({ previous: { root: rootOf(third), sequence: 1 } });
    const gap = archiveOf({ previous: { root: rootOf(first), sequence: 2 } });
    const previous = HEAD + 'sandbox","format":"ndc-evidence-bundle/1","previous":'.length;
    const differs = [...rootOf(first)].findIndex((digit, index) => digit !== rootOf(third)[index]);
    const sequence = previous + `"${rootOf(first)}","sequence":`.length;
    expect([elsewhere, other, gap, first].map((one) => linked(first, one))).toEqual(
      [HEAD, previous + 1 + differs, sequence, previous].map((offset) => [offset, offset]),
    );
  });

  it('shows each bundle that is accepted before it takes the next one, and none that is refused', () => {
    const told: string[] = [];
    function* taken(): Generator<Uint8Array> {
      for (const [index, archive] of [first, second, first].entries()) {
        told.push(`taken ${index}`);
        yield archive;
      }
    }
    const chain = verifyChain(taken(), ({ manifest }) => told.push(`shown ${manifest.head.sequence}`));
    expect(chain).toMatchObject({ isAccepted: false, index: 2 });
    expect(told).toEqual(['taken 0', 'shown 1', 'taken 1', 'shown 2', 'taken 2']);
  });

  it('refuses the archive that is no bundle, by its place in the chain', () => {
    const cut = second.subarray(0, -1);
    expect(verifyChain([first, cut, third])).toMatchObject({
      isAccepted: false,
      index: 1,
      refusal: { offset: cut.length },
    });
  });
});

describe('compareCopies()', () => {
  const content = first.indexOf('a deploy began');
  const changed = Buffer.from(first);
  changed[content + 17] = 0x58;

  it('names the first byte that differs, where a digest alone can’t', () => {
    expect(compareCopies(first, changed)).toEqual({
      offset: content + 17,
      at: 'byte 17 of journal.ndjson',
      one: `${String.fromCharCode(first[content + 17] ?? 0)} (0x${(first[content + 17] ?? 0).toString(16)})`,
      other: 'X (0x58)',
    });
    expect(compareCopies(first, first)).toBeUndefined();
  });

  it('names headers, fillings, the end and what is missing', () => {
    const at = (offset: number): string | undefined => {
      const copy = Buffer.from(first);
      copy[offset] = (copy[offset] ?? 0) ^ 1;
      return compareCopies(copy, first)?.at;
    };
    const filling =
      content + parts.map(({ path, bytes }) => (path === 'journal.ndjson' ? bytes.length : 0)).reduce((a, b) => a + b);
    expect([at(600), at(content - 512 + 136), at(filling), at(first.length - 1)]).toEqual([
      'byte 88 of bundle.json',
      'mtime in the header of journal.ndjson',
      'the zeros that fill up journal.ndjson',
      'the end of the archive',
    ]);
    expect(compareCopies(first, first.subarray(0, -1))).toMatchObject({
      offset: first.length - 1,
      other: 'the end of the archive',
    });
    expect(compareCopies(Buffer.from('a'), Buffer.from('b'))).toMatchObject({
      offset: 0,
      at: 'no manifest tells what',
    });
  });

  it('compares one part with a copy of it from elsewhere', () => {
    const journal = parts.find(({ path }) => path === 'journal.ndjson')?.bytes ?? Buffer.of();
    expect(comparePart(changed, 'journal.ndjson', journal)).toMatchObject({ offset: content + 17, one: 'X (0x58)' });
    expect(comparePart(first, 'journal.ndjson', journal)).toBeUndefined();
    expect(comparePart(first, 'journal.ndjson', journal.subarray(1))).toMatchObject({ offset: content });
  });
});
