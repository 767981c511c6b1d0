import { parseCidr, type Cidr } from '../../../../model/address/cidr';
import { valueOf } from '../../../../model/problem';
import { nameOf } from '../../../../resources/reachability/query/ends';
import { proveWaypoint, type WaypointClaim } from '../../../../resources/reachability/query/waypoint';
import type { Reachability } from '../../../../resources/reachability/solve/reachability';
import { networkPolicy, pod } from '../agreement/expect-flows';
import { bestVerdict, leastSteps, podName } from '../oracle/brute-paths';
import { Chance } from '../oracle/chance';
import { podsOf, type End } from '../oracle/matching';
import { randomAddresses, randomCluster } from '../oracle/random-cluster';
import { segmentedCluster } from '../oracle/segmented-cluster';
import { chainText, numberOf, solve } from './cluster-of';

const pods = [
  pod('edge/gateway', { app: 'gateway' }),
  pod('shop/front', { layer: 'front' }),
  pod('shop/data', { layer: 'data' }),
];
const fromGateway = networkPolicy(
  'shop',
  '{podSelector: {matchLabels: {layer: front}}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: edge}}}]}]}',
  'front',
);
const fromFront = networkPolicy(
  'shop',
  '{podSelector: {matchLabels: {layer: data}}, ingress: [{from: [{podSelector: {}}], ports: [{port: 5432}]}]}',
  'data',
);
const leak = networkPolicy(
  'shop',
  '{podSelector: {matchLabels: {layer: front}}, ingress: [{from: [{ipBlock: {cidr: 203.0.113.0/24}}], ports: [{port: 22}]}]}',
  'leak',
);
const INTERNET = ['0.0.0.0/0', '::/0'].map(block);

function block(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text} is no block`);
  return parsed.value;
}

/** The claim that the Internet reaches the data only through some workloads. */
function claim(reachability: Reachability, through: readonly string[]): WaypointClaim {
  return {
    from: { workloads: [], blocks: INTERNET },
    to: { workloads: [numberOf(reachability, 'shop/data')], blocks: [] },
    through: through.map((one) => numberOf(reachability, one)),
  };
}

describe('proveWaypoint()', () => {
  it('proves that the Internet reaches the data only through the gateway', () => {
    const reachability = solve([...pods, fromGateway, fromFront]);
    expect(valueOf(proveWaypoint(reachability, claim(reachability, ['edge/gateway'])))).toEqual({
      verdict: 'holds',
      chain: [],
    });
  });

  it('shows the shortest chain around a waypoint that can be left out', () => {
    const reachability = solve([...pods, fromGateway, fromFront, leak]);
    const { verdict, chain } = valueOf(proveWaypoint(reachability, claim(reachability, ['edge/gateway'])));
    expect({ verdict, chain: chainText(reachability, chain) }).toEqual({
      verdict: 'broken',
      chain: [
        '203.0.113.0-203.0.113.255 > shop/front[Pod] 22/TCP allowed: leak spec.ingress[0]',
        'shop/front[Pod] > shop/data[Pod] 5432/TCP allowed: - -, data spec.ingress[0]',
      ],
    });
  });

  it('follows chains out of the cluster too', () => {
    const reachability = solve([...pods, fromGateway, fromFront]);
    const { verdict, chain } = valueOf(
      proveWaypoint(reachability, {
        from: { workloads: [numberOf(reachability, 'shop/data')], blocks: [] },
        to: { workloads: [], blocks: [block('198.51.100.0/24')] },
        through: [numberOf(reachability, 'edge/gateway')],
      }),
    );
    expect({ verdict, steps: chain.length }).toEqual({ verdict: 'broken', steps: 1 });
  });

  it('says that it depends where every chain around has a flow that depends', () => {
    const perhaps = networkPolicy(
      'shop',
      '{podSelector: {matchLabels: {layer: data}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}',
    );
    const reachability = solve([...pods, perhaps], 'unknown');
    const { verdict, chain } = valueOf(
      proveWaypoint(reachability, {
        from: { workloads: [numberOf(reachability, 'shop/front')], blocks: [] },
        to: { workloads: [numberOf(reachability, 'shop/data')], blocks: [] },
        through: [numberOf(reachability, 'edge/gateway')],
      }),
    );
    expect({ verdict, verdicts: chain.map((one) => one.verdict) }).toEqual({
      verdict: 'depends',
      verdicts: ['depends'],
    });
  });

  it('refuses a claim about nobody, and one with a workload on both sides', () => {
    const reachability = solve(pods);
    const data = { workloads: [numberOf(reachability, 'shop/data')], blocks: [] };
    const refused = [
      proveWaypoint(reachability, { from: { workloads: [], blocks: [] }, to: data, through: [] }),
      proveWaypoint(reachability, { from: data, to: data, through: [] }),
    ];
    expect(refused.map((one) => (one.ok ? [] : one.problems.map(({ got }) => got)))).toEqual([
      ['nobody'],
      ['shop/data[Pod] on both sides'],
    ]);
  });

  it('says of random clusters what trying every way says', () => {
    const counts = { holds: 0, broken: 0, depends: 0 };
    for (let seed = 1; seed <= 150; seed++) {
      const chance = new Chance(seed);
      const objects = seed % 3 === 0 ? segmentedCluster(chance) : randomCluster(seed);
      const plugin = seed % 2 === 0 ? 'cilium' : 'unknown';
      const ends = new Map<string, End>(podsOf(objects).map((one) => [podName(one), one]));
      const names = [...ends.keys()];
      const [caller, called, ...others] = names;
      if (caller === undefined || called === undefined) continue;
      const [outside = ''] = randomAddresses(chance, 1);
      const through = chance.some(others);
      const isFromOutside = chance.once(2);
      const isToOutside = !isFromOutside && chance.once(3);
      const [from, to] = [isFromOutside ? outside : caller, isToOutside ? outside : called];
      const kept = [...new Set([...names.filter((one) => !through.includes(one)), outside])];
      const verdicts = new Map(
        kept.flatMap((one) =>
          kept.map((other) => {
            const both = [ends.get(one) ?? one, ends.get(other) ?? other] as const;
            const isOutside = both.every((end) => typeof end === 'string');
            return [`${one} ${other}`, isOutside ? 'denied' : bestVerdict(objects, both, plugin)] as const;
          }),
        ),
      );
      // An address is where a chain begins or ends, and hands nothing on.
      const steps = (enough: readonly string[]): number | undefined =>
        leastSteps(kept, (one, other) => {
          const isHandedOn = (one === outside && from !== outside) || (other === outside && to !== outside);
          return !isHandedOn && enough.includes(verdicts.get(`${one} ${other}`) ?? '');
        }).get(`${from} ${to}`);
      const [certain, possible] = [steps(['allowed']), steps(['allowed', 'depends'])];
      const expected = certain !== undefined ? 'broken' : possible !== undefined ? 'depends' : 'holds';
      counts[expected] += 1;
      const solved = solve(objects, plugin);
      const select = (one: string): WaypointClaim['from'] =>
        one === outside
          ? { workloads: [], blocks: [block(`${one}/${one.includes(':') ? 128 : 32}`)] }
          : { workloads: [numberOf(solved, one)], blocks: [] };
      const deleted = through.map((one) => numberOf(solved, one));
      const { verdict, chain } = valueOf(
        proveWaypoint(solved, { from: select(from), to: select(to), through: deleted }),
      );
      const passed = chain.flatMap(({ to: end }) => (end.side === 'pods' ? [nameOf(solved, end.member)] : []));
      expect({ seed, verdict, steps: chain.length }).toEqual({
        seed,
        verdict: expected,
        steps: certain ?? possible ?? 0,
      });
      expect(passed.filter((one) => through.includes(one))).toEqual([]);
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(8);
  });
});
