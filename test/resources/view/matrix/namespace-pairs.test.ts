import type { DeclaredPath } from '../../../../model/segmentation/declared-path';
import { podsOf as everyPodOf } from '../../../../model/segmentation/declared-path';
import { readCluster } from '../../../../resources/reachability/cluster-input';
import { Reachability } from '../../../../resources/reachability/solve/reachability';
import { protocols } from '../../../../resources/reachability/traffic/traffic';
import { namespacePairs } from '../../../../resources/view/reachability/matrix/namespace-pairs';
import { resourceOf } from '../../reachability/agreement/resource-of';
import { judge } from '../../reachability/oracle/brute-force';
import { podsOf, type End } from '../../reachability/oracle/matching';
import { portsOf, randomCluster, type Objects } from '../../reachability/oracle/random-cluster';
import { BLOCK_EDGES } from '../../reachability/oracle/vocabulary';

const CLUSTERS = 25;

/** Pairs of places that the oracle leaves open on some port, as `from > to`; what is outside is a star. */
function judgedPairs(objects: Objects): readonly string[] {
  const pods = podsOf(objects).filter(({ hostNetwork }) => !hostNetwork);
  const ports = portsOf(objects);
  const isOpen = (from: End, to: End): boolean =>
    protocols.some((protocol) =>
      ports.some((port) => judge(objects, { from, to, protocol, port }, 'unknown') !== 'denied'),
    );
  const found = new Set<string>();
  for (const pod of pods) {
    for (const other of pods) if (isOpen(pod, other)) found.add(`${pod.namespace} > ${other.namespace}`);
    if (BLOCK_EDGES.some((address) => isOpen(pod, address))) found.add(`${pod.namespace} > *`);
    if (BLOCK_EDGES.some((address) => isOpen(address, pod))) found.add(`* > ${pod.namespace}`);
  }
  return [...found].toSorted();
}

function solvedPairs(objects: Objects, declared: readonly DeclaredPath[] = []) {
  const reachability = new Reachability(readCluster(objects.map(resourceOf)), { blocksTakePods: 'unknown' });
  return namespacePairs({ cluster: { id: 'cluster' }, reachability, declared }, []);
}

describe('namespacePairs()', () => {
  it('finds the pairs of namespaces that brute force finds, in random clusters', () => {
    let [pairs, most] = [0, 0];
    for (let seed = 1; seed <= CLUSTERS; seed++) {
      const objects = randomCluster(seed);
      const solved = solvedPairs(objects).map(({ from = '*', to = '*' }) => `${from} > ${to}`);
      const judged = judgedPairs(objects);
      expect({ seed, pairs: solved.toSorted() }).toEqual({ seed, pairs: judged });
      const places = new Set(podsOf(objects).map(({ namespace }) => namespace)).size;
      pairs += judged.length;
      most += places * places + 2 * places;
    }
    expect(pairs).toBeGreaterThan(CLUSTERS);
    expect(pairs).toBeLessThan(most);
  });

  it('lists what is declared beside what is open, sorted, with what is outside last', () => {
    const path = { from: everyPodOf('b'), to: everyPodOf('a'), ports: 'all', wantedBy: 'flow/x' } as const;
    const out: DeclaredPath = { ...path, to: { kind: 'name', fqdn: 'x.test.gov.vn' } };
    const back: DeclaredPath = { ...path, from: { kind: 'nodes' } };
    const pairs = solvedPairs([], [back, out, path]);
    expect(pairs.map(({ from, to }) => [from, to])).toEqual([
      ['b', 'a'],
      ['b', undefined],
      [undefined, 'a'],
    ]);
    expect(pairs[0]).toEqual({
      cluster: 'cluster',
      from: 'b',
      to: 'a',
      declared: true,
      proved: false,
      undeclared: false,
      closed: false,
    });
  });
});
