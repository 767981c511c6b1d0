import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { judgeClusters, knownClusters, type ClusterIdentity } from '../../../delivery/ledger/known-clusters';

const [north, south] = ['dc-north-shared-0', 'dc-south-shared-0'];

function brought(cluster: string, uid: string): JournalEntry {
  return { kind: 'cluster', run: 1, at: '2026-11-26T00:00:00Z', cluster, uid };
}

/** The clusters to note, or the codes and names of what is wrong. */
function judged(entries: readonly JournalEntry[], found: readonly ClusterIdentity[], ...madeAnew: string[]): unknown {
  const result = judgeClusters(knownClusters(entries), found, new Set(madeAnew));
  return result.ok ? result.value : result.problems.map(({ code, what }) => `${code}: ${what}`);
}

describe('knownClusters()', () => {
  it('knows each name by what it stood for last', () => {
    const entries = [brought(north, 'a'), brought(south, 'b'), brought(north, 'c')];
    expect([...knownClusters(entries)]).toEqual([
      [north, 'c'],
      [south, 'b'],
    ]);
  });
});

describe('judgeClusters()', () => {
  it('gives those that nothing was brought to yet, and none that is as it was', () => {
    const found = [
      { cluster: north, uid: 'a' },
      { cluster: south, uid: 'b' },
    ];
    expect(judged([], found)).toEqual(found);
    expect(judged([brought(north, 'a')], found)).toEqual([{ cluster: south, uid: 'b' }]);
  });

  it('refuses another cluster under a known name, and tells every one of them', () => {
    const found = [
      { cluster: north, uid: 'x' },
      { cluster: south, uid: 'y' },
    ];
    expect(judged([brought(north, 'a'), brought(south, 'b')], found)).toEqual([
      `other-cluster: ${north} is another cluster than the one that was deployed to`,
      `other-cluster: ${south} is another cluster than the one that was deployed to`,
    ]);
  });

  it('takes another cluster when a person says that it was made anew, and only that one', () => {
    const known = [brought(north, 'a'), brought(south, 'b')];
    const found = { cluster: north, uid: 'x' };
    expect(judged(known, [found], north)).toEqual([found]);
    expect(judged(known, [found, { cluster: south, uid: 'y' }], north)).toEqual([
      `other-cluster: ${south} is another cluster than the one that was deployed to`,
    ]);
  });

  it.each([
    ['is the one that was deployed to', [{ cluster: north, uid: 'a' }]],
    ['doesn’t answer', []],
  ])('refuses to take a cluster as made anew that %s', (_, found) => {
    expect(judged([brought(north, 'a')], found, north)).toEqual([
      `cluster-not-made-anew: --made-anew names ${north}, which was not made anew`,
    ]);
  });

  it('refuses a name to which nothing was brought', () => {
    expect(judged([], [{ cluster: north, uid: 'a' }], north)).toEqual([
      `cluster-not-made-anew: --made-anew names ${north}, which was not made anew`,
    ]);
  });
});
