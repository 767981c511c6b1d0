import { parseIp } from '../../../../model/address/ip';
import { closureOf, podEnd } from '../../../../resources/reachability/query/closure';
import type { End } from '../../../../resources/reachability/query/ends';
import { tryShortestChain } from '../../../../resources/reachability/query/shortest-chain';
import { StepIndex } from '../../../../resources/reachability/query/steps';
import type { Reachability } from '../../../../resources/reachability/solve/reachability';
import { networkPolicy, pod } from '../agreement/expect-flows';
import { bestVerdict, leastSteps, podName } from '../oracle/brute-paths';
import { Chance } from '../oracle/chance';
import { podsOf, type End as OracleEnd } from '../oracle/matching';
import { randomAddresses, randomCluster } from '../oracle/random-cluster';
import { chainText, numberOf, solve } from './cluster-of';

function addressEnd({ outside }: Reachability, text: string): End {
  const address = parseIp(text);
  if (!address.ok) throw new Error(`${text} is no address`);
  return { side: 'outside', member: outside.numberOf(address.value) };
}

describe('tryShortestChain()', () => {
  const pods = [pod('a/first', { app: 'first' }), pod('a/last', { app: 'last' })];
  const first = networkPolicy(
    'a',
    '{podSelector: {matchLabels: {app: first}}, policyTypes: [Egress], egress: [{to: [{podSelector: {matchLabels: {app: last}}}]}]}',
  );

  it('goes out of the cluster by a workload that may', () => {
    const solved = solve([...pods, first]);
    const { verdict, chain } = tryShortestChain(solved, numberOf(solved, 'a/first'), addressEnd(solved, '203.0.113.7'));
    expect({ verdict, chain: chainText(solved, chain) }).toEqual({
      verdict: 'allowed',
      chain: [
        'a/first[Pod] > a/last[Pod] 1/TCP allowed: policy spec.egress[0], - -',
        'a/last[Pod] > 0.0.0.0-255.255.255.255 1/TCP allowed: - -',
      ],
    });
  });

  it('says that no chain leads to what is closed, and that a workload is at itself without a step', () => {
    const solved = solve([...pods, networkPolicy('a', '{podSelector: {}, policyTypes: [Ingress]}')]);
    const start = numberOf(solved, 'a/first');
    expect(tryShortestChain(solved, start, podEnd(numberOf(solved, 'a/last')))).toEqual({
      verdict: 'denied',
      chain: [],
    });
    expect(tryShortestChain(solved, start, podEnd(start))).toEqual({ verdict: 'allowed', chain: [] });
  });

  it('says of random clusters what trying every way says, in the cluster and out of it', () => {
    const counts = { allowed: 0, depends: 0, denied: 0 };
    for (let seed = 1; seed <= 80; seed++) {
      const [objects, chance] = [randomCluster(seed), new Chance(seed)];
      const plugin = seed % 2 === 0 ? 'cilium' : 'unknown';
      const [address = ''] = randomAddresses(chance, 1);
      const pods = new Map<string, OracleEnd>(podsOf(objects).map((one) => [podName(one), one]));
      const [from] = pods.keys();
      if (from === undefined) continue;
      const names = [...pods.keys(), address];
      const judged = new Map<string, string>();
      for (const one of pods.keys())
        for (const other of names)
          judged.set(`${one} ${other}`, bestVerdict(objects, [pods.get(one) ?? '', pods.get(other) ?? other], plugin));
      const steps = (enough: readonly string[]) =>
        leastSteps(names, (one, other) => enough.includes(judged.get(`${one} ${other}`) ?? ''));
      const [certain, possible] = [steps(['allowed']), steps(['allowed', 'depends'])];
      const solved = solve(objects, plugin);
      for (const to of names.filter((one) => one !== from)) {
        const goal = to === address ? addressEnd(solved, to) : podEnd(numberOf(solved, to));
        const { verdict, chain } = tryShortestChain(solved, numberOf(solved, from), goal);
        const [sure, perhaps] = [certain.get(`${from} ${to}`), possible.get(`${from} ${to}`)];
        const expected = sure !== undefined ? 'allowed' : perhaps !== undefined ? 'depends' : 'denied';
        counts[expected] += 1;
        expect({ seed, to, verdict, steps: chain.length }).toEqual({
          seed,
          to,
          verdict: expected,
          steps: sure ?? perhaps ?? 0,
        });
      }
      const outside = closureOf(new StepIndex(solved, 'allowed'), numberOf(solved, from)).hopsOutside;
      expect({ seed, hops: outside.get(addressEnd(solved, address).member) }).toEqual({
        seed,
        hops: certain.get(`${from} ${address}`),
      });
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(10);
  });
});
