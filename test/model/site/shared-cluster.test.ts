import fc from 'fast-check';
import { sharedClusterOf, sharedSlots } from '../../../model/site/shared-cluster';

type Entries = readonly { readonly slot: number; readonly from: string }[];

const siteWith = (sharedClusters?: Entries) =>
  sharedClusters === undefined
    ? { id: 'ndc-1', fact: {} }
    : { id: 'ndc-1', fact: { sharedClusters: [...sharedClusters] } };

const code = fc.oneof(
  fc.integer({ min: 1, max: 96 }).map((number) => String(number).padStart(2, '0')),
  fc.constantFrom('BO-01', 'BO-14', 'NB-03', 'QG-02'),
);

/** Up to three further clusters, each slot and each start once. */
const entries = fc
  .uniqueArray(code, { maxLength: 3 })
  .chain((starts) =>
    fc
      .shuffledSubarray([1, 2, 3], { minLength: starts.length, maxLength: starts.length })
      .map((slots) => starts.map((from, index) => ({ slot: slots[index] ?? 0, from }))),
  );

describe('sharedClusterOf()', () => {
  test('gives every block of a site to its only shared cluster', () => {
    expect(sharedSlots(siteWith())).toEqual([0]);
    expect(['01', '96', 'BO-01'].map((block) => sharedClusterOf(siteWith(), block))).toEqual([
      'ndc-1-shared-0',
      'ndc-1-shared-0',
      'ndc-1-shared-0',
    ]);
  });

  test.each([
    ['01', 0],
    ['39', 0],
    ['40', 2],
    ['74', 2],
    ['75', 1],
    ['96', 1],
    ['BO-01', 1],
    ['NB-01', 3],
    ['QG-02', 3],
  ])('gives the block %s to the slot %i by the code at which each cluster begins', (block, slot) => {
    const site = siteWith([
      { slot: 1, from: '75' },
      { slot: 2, from: '40' },
      { slot: 3, from: 'NB-01' },
    ]);
    expect(sharedClusterOf(site, block)).toBe(`ndc-1-shared-${slot}`);
  });

  test('never depends on the order in which clusters are declared', () => {
    fc.assert(
      fc.property(entries, code, (list, block) => {
        expect(sharedClusterOf(siteWith(list.toReversed()), block)).toBe(sharedClusterOf(siteWith(list), block));
      }),
    );
  });

  test('moves nobody but into the new cluster when one is added, and only from one', () => {
    const grown = entries.filter((list) => list.length > 0);
    fc.assert(
      fc.property(grown, fc.uniqueArray(code, { maxLength: 20 }), (list, blocks) => {
        const before = siteWith(list.slice(0, -1));
        const after = siteWith(list);
        const moved = blocks.filter((block) => sharedClusterOf(before, block) !== sharedClusterOf(after, block));
        const added = `ndc-1-shared-${list.at(-1)?.slot}`;
        expect(moved.map((block) => sharedClusterOf(after, block))).toEqual(moved.map(() => added));
        expect(new Set(moved.map((block) => sharedClusterOf(before, block))).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
