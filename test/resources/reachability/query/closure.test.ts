import { closureOf } from '../../../../resources/reachability/query/closure';
import { nameOf } from '../../../../resources/reachability/query/ends';
import { StepIndex, type LeastVerdict } from '../../../../resources/reachability/query/steps';
import type { Reachability } from '../../../../resources/reachability/solve/reachability';
import { clusterPolicy, networkPolicy, pod } from '../agreement/expect-flows';
import { bestVerdict, leastSteps, podName } from '../oracle/brute-paths';
import { Chance } from '../oracle/chance';
import { podsOf } from '../oracle/matching';
import { randomCluster } from '../oracle/random-cluster';
import { segmentedCluster } from '../oracle/segmented-cluster';
import { chainText, numberOf, solve } from './cluster-of';

const shop = [
  pod('shop/front', { layer: 'front' }),
  pod('shop/middle', { layer: 'middle' }),
  pod('shop/data', { layer: 'data' }),
  pod('shop/apart', { layer: 'apart' }),
];
const closed = networkPolicy('shop', '{podSelector: {}, policyTypes: [Ingress]}', 'closed');
const into = (layer: string, from: string, port: number): ReturnType<typeof networkPolicy> =>
  networkPolicy(
    'shop',
    `{podSelector: {matchLabels: {layer: ${layer}}}, ingress: [{from: [{podSelector: {matchLabels: {layer: ${from}}}}], ports: [{port: ${port}}]}]}`,
    `into-${layer}`,
  );

function reachedFrom(reachability: Reachability, start: string, least: LeastVerdict): readonly string[] {
  const { reached } = closureOf(new StepIndex(reachability, least), numberOf(reachability, start));
  return reached.map((one) => nameOf(reachability, one));
}

describe('closureOf()', () => {
  const reachability = solve([...shop, closed, into('middle', 'front', 8080), into('data', 'middle', 5432)]);

  it('finds what can be reached over several steps, nearest first', () => {
    expect(reachedFrom(reachability, 'shop/front', 'allowed')).toEqual(['shop/middle[Pod]', 'shop/data[Pod]']);
    expect(reachedFrom(reachability, 'shop/middle', 'allowed')).toEqual(['shop/data[Pod]']);
    expect(reachedFrom(reachability, 'shop/data', 'allowed')).toEqual([]);
  });

  it('tells the chain to each with the deciding rule of both ends of every step', () => {
    const closure = closureOf(new StepIndex(reachability, 'allowed'), numberOf(reachability, 'shop/front'));
    const chain = closure.tryChainTo(numberOf(reachability, 'shop/data'));
    expect(chain === undefined ? undefined : chainText(reachability, chain)).toEqual([
      'shop/front[Pod] > shop/middle[Pod] 8080/TCP allowed: - -, into-middle spec.ingress[0]',
      'shop/middle[Pod] > shop/data[Pod] 5432/TCP allowed: - -, into-data spec.ingress[0]',
    ]);
    expect(closure.tryChainTo(numberOf(reachability, 'shop/apart'))).toBeUndefined();
    expect(closure.tryChainTo(numberOf(reachability, 'shop/front'))).toEqual([]);
  });

  it('takes a step only where both ends let the same port pass', () => {
    const out = '{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 443}]}]}';
    const other = solve([...shop, closed, into('middle', 'front', 8080), networkPolicy('shop', out, 'out')]);
    expect(reachedFrom(other, 'shop/front', 'allowed')).toEqual([]);
  });

  it('counts flows that depend only where it is told to', () => {
    const perhaps = networkPolicy('shop', '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}');
    const open = solve([...shop.slice(0, 2), perhaps], 'unknown');
    expect(reachedFrom(open, 'shop/front', 'allowed')).toEqual([]);
    expect(reachedFrom(open, 'shop/front', 'depends')).toEqual(['shop/middle[Pod]']);
  });

  it('goes past what administrators keep apart only by a way around', () => {
    const deny = clusterPolicy(
      '{subject: {pods: {namespaceSelector: {}, podSelector: {matchLabels: {layer: data}}}}, ingress: [{action: Deny, from: [{pods: {namespaceSelector: {}, podSelector: {matchLabels: {layer: front}}}}]}]}',
    );
    const apart = solve([...shop.slice(0, 3), deny]);
    const closure = closureOf(new StepIndex(apart, 'allowed'), numberOf(apart, 'shop/front'));
    expect(closure.tryChainTo(numberOf(apart, 'shop/data'))).toHaveLength(2);
  });

  it('says of random clusters what trying every way says, with chains that are as short', () => {
    let [longest, dependent] = [0, 0];
    for (let seed = 1; seed <= 75; seed++) {
      const objects = seed % 3 === 0 ? segmentedCluster(new Chance(seed)) : randomCluster(seed);
      const plugin = seed % 2 === 0 ? 'cilium' : 'unknown';
      const pods = new Map(podsOf(objects).map((one) => [podName(one), one] as const));
      const names = [...pods.keys()];
      const verdicts = new Map(
        names.flatMap((from) =>
          names.map((to) => {
            const [caller, called] = [pods.get(from) ?? '', pods.get(to) ?? ''];
            return [`${from} ${to}`, bestVerdict(objects, [caller, called], plugin)] as const;
          }),
        ),
      );
      const solved = solve(objects, plugin);
      for (const least of ['allowed', 'depends'] as const) {
        const counts = leastSteps(names, (from, to) => {
          const verdict = verdicts.get(`${from} ${to}`);
          return verdict === 'allowed' || (least === 'depends' && verdict === 'depends');
        });
        const index = new StepIndex(solved, least);
        const found = names.flatMap((from) => {
          const closure = closureOf(index, numberOf(solved, from));
          return closure.reached.map(
            (to) => [`${from} ${nameOf(solved, to)}`, closure.tryChainTo(to)?.length] as const,
          );
        });
        expect({ seed, least, steps: sorted(found) }).toEqual({ seed, least, steps: sorted(counts) });
        const hops = names.flatMap((from) => {
          const closure = closureOf(index, numberOf(solved, from));
          return closure.reached.map((to) => [`${from} ${nameOf(solved, to)}`, closure.hops.get(to)] as const);
        });
        expect({ seed, least, hops: sorted(hops) }).toEqual({ seed, least, hops: sorted(counts) });
        longest = Math.max(longest, ...counts.values());
        if (least === 'depends') dependent += [...verdicts.values()].filter((one) => one === 'depends').length;
      }
    }
    expect(longest).toBeGreaterThanOrEqual(3);
    expect(dependent).toBeGreaterThan(100);
  });
});

function sorted(
  steps: Iterable<readonly [string, number | undefined]>,
): readonly (readonly [string, number | undefined])[] {
  return [...steps].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
