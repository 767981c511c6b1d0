import { valueOf } from '../../../../model/problem';
import { readCluster } from '../../../../resources/reachability/cluster-input';
import { checkResistance, type ResistanceAnswer } from '../../../../resources/reachability/query/check-resistance';
import { couldOpen } from '../../../../resources/reachability/query/could-open';
import { readEnd } from '../../../../resources/reachability/query/ends';
import { passedBetween } from '../../../../resources/reachability/query/hop';
import { protocols } from '../../../../resources/reachability/traffic/traffic';
import type { Plugin } from '../agreement/both-sides';
import { ciliumPolicy, clusterPolicy, networkPolicy, pod } from '../agreement/expect-flows';
import { resourceOf } from '../agreement/resource-of';
import { judge, type Verdict } from '../oracle/brute-force';
import { bestVerdict, podName } from '../oracle/brute-paths';
import { Chance } from '../oracle/chance';
import { podsOf, type End } from '../oracle/matching';
import { portsOf, randomAddresses, randomCluster, type Objects } from '../oracle/random-cluster';
import { randomPolicy } from '../oracle/random-policies';
import { NAMESPACES } from '../oracle/vocabulary';
import { profiles } from './cluster-of';

const [caller, called] = [pod('a/caller', { app: 'caller' }), pod('b/called', { app: 'called' })];
const closed = (place: string): Objects[number] =>
  networkPolicy(place, '{podSelector: {}, policyTypes: [Ingress, Egress]}', 'closed');

interface Asked {
  readonly objects: Objects;
  readonly namespaces: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
  readonly plugin: Plugin;
}

function resistance({ objects, namespaces, pairs, plugin }: Asked): readonly ResistanceAnswer[] {
  const cluster = readCluster(objects.map(resourceOf));
  const named = pairs.map(([from, to]) => ({ from, to }));
  return valueOf(checkResistance({ cluster, namespaces, profile: profiles[plugin], pairs: named }));
}

function one(objects: Objects, namespaces: readonly string[], to = 'b/called'): ResistanceAnswer {
  const [found] = resistance({ objects, namespaces, pairs: [['a/caller', to]], plugin: 'cilium' });
  if (found === undefined) throw new Error('nothing was answered');
  return found;
}

describe('checkResistance()', () => {
  it('finds that a namespace opens what only namespaces keep closed, with a policy at each end that needs one', () => {
    const objects = [caller, called, closed('a'), closed('b')];
    const { verdict, witness } = one(objects, ['a', 'b']);
    expect(verdict).toBe('opens');
    expect(witness.map(({ spec }) => JSON.stringify(spec))).toMatchInlineSnapshot(`
[
  "{"podSelector":{"matchLabels":{"app":"caller"}},"policyTypes":["Egress"],"egress":[{"to":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"b"}},"podSelector":{"matchLabels":{"app":"called"}}}],"ports":[{"protocol":"TCP","port":1}]}]}",
  "{"podSelector":{"matchLabels":{"app":"called"}},"policyTypes":["Ingress"],"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"a"}},"podSelector":{"matchLabels":{"app":"caller"}}}],"ports":[{"protocol":"TCP","port":1}]}]}",
]
`);
    expect(one([...objects, ...witness], []).verdict).toBe('open');
  });

  it('finds that one end alone opens nothing where the other end stays closed', () => {
    expect(one([caller, called, closed('a'), closed('b')], ['a']).verdict).toBe('resistant');
    expect(one([caller, called, closed('a'), closed('b')], ['b']).verdict).toBe('resistant');
    expect(one([caller, called, closed('b')], ['b']).verdict).toBe('opens');
  });

  it('finds that what the first tier of administrators denies resists, but for what it passes on', () => {
    const deny = clusterPolicy('{ingress: [{action: Deny, from: [{namespaces: {}}]}]}');
    expect(one([caller, called, deny], ['a', 'b']).verdict).toBe('resistant');
    const pass = clusterPolicy(
      '{ingress: [{action: Pass, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 443}}}]}, {action: Deny, from: [{namespaces: {}}]}]}',
    );
    const { verdict, flow } = one([caller, called, closed('b'), pass], ['b']);
    expect({ verdict, flow }).toEqual({ verdict: 'opens', flow: { protocol: 'TCP', port: 443 } });
  });

  it('finds that any policy opens what the last tier denies, for its pods never get there', () => {
    const baseline = clusterPolicy('{tier: Baseline, ingress: [{action: Deny, from: [{namespaces: {}}]}]}');
    const { verdict, witness } = one([caller, called, baseline], ['b']);
    expect(verdict).toBe('opens');
    expect(one([caller, called, baseline, ...witness], []).verdict).toBe('open');
  });

  it('finds that a rule of Cilium that denies resists', () => {
    const deny = ciliumPolicy(undefined, '{endpointSelector: {}, ingressDeny: [{fromEndpoints: [{}]}]}');
    expect(one([caller, called, deny], ['a', 'b']).verdict).toBe('resistant');
  });

  it('opens flows to and from addresses outside by a block of one address', () => {
    const { verdict, witness } = one([caller, called, closed('a')], ['a'], '203.0.113.7');
    expect(verdict).toBe('opens');
    expect(witness.map(({ spec }) => JSON.stringify(spec))).toEqual([
      expect.stringContaining('"egress":[{"to":[{"ipBlock":{"cidr":"203.0.113.7/32"}}]') as unknown,
    ]);
  });

  it('says which ends can’t be asked about', () => {
    const cluster = readCluster([caller].map(resourceOf));
    const pairs = [
      { from: 'a/nobody', to: 'a/caller' },
      { from: '10.0.0.1', to: '10.0.0.2' },
    ];
    const refused = checkResistance({ cluster, namespaces: [], profile: profiles.cilium, pairs });
    expect(refused.ok ? [] : refused.problems.map(({ got }) => got)).toEqual(['a/nobody', '10.0.0.1 and 10.0.0.2']);
  });
});

describe('couldOpen() and checkResistance() on random clusters', () => {
  it('say what brute force says, and witnesses open what they are said to open', () => {
    const counts = { resistant: 0, opens: 0, 'may-open': 0, open: 0 };
    for (let seed = 1; seed <= 20; seed++) {
      const asked = randomQuestion(seed);
      for (const { from, to, verdict, flow, witness } of resistance(asked)) {
        counts[verdict] += 1;
        const ends = endsOf(asked.objects, [from, to]);
        const now = bestVerdict(asked.objects, ends, asked.plugin);
        const then = additionsFor(asked, ends).map((added) =>
          bestVerdict([...asked.objects, ...added], ends, asked.plugin),
        );
        expect({ seed, from, to, verdict }).toEqual({ seed, from, to, verdict: expectedOf(now, then) });
        if (flow === undefined) continue;
        const opened = judge([...asked.objects, ...witness], { from: ends[0], to: ends[1], ...flow }, asked.plugin);
        expect({ seed, from, to, opened }).toEqual({
          seed,
          from,
          to,
          opened: verdict === 'may-open' ? 'depends' : 'allowed',
        });
      }
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(4);
  });

  it('say of no flow that it is kept closed which some addition opens', () => {
    let opened = 0;
    for (let seed = 1; seed <= 120; seed++) {
      const { objects, namespaces, pairs, plugin } = randomQuestion(seed);
      const chance = new Chance(seed);
      const worst = couldOpen(readCluster(objects.map(resourceOf)), namespaces, profiles[plugin]);
      const added = chance.many(1, 4, () =>
        randomPolicy(chance, { kind: 'NetworkPolicy', name: `added-${chance.below(1e9)}`, namespaces }),
      );
      for (const [from, to] of pairs) {
        const flow = { protocol: chance.pick(protocols), port: chance.pick(portsOf(objects)) };
        const ends = endsOf(objects, [from, to]);
        const verdict = (all: Objects): Verdict => judge(all, { from: ends[0], to: ends[1], ...flow }, plugin);
        const [before, after] = [verdict(objects), verdict([...objects, ...added])];
        if (before === 'denied' && after !== 'denied') opened += 1;
        const answer = passedBetween(worst, {
          from: valueOf(readEnd(worst, '', from)),
          to: valueOf(readEnd(worst, '', to)),
        });
        const bound = worst.answers.verdictOf(answer, flow.protocol, flow.port);
        const isBelow = after === 'denied' || bound === 'allowed' || (after === 'depends' && bound === 'depends');
        expect({ seed, from, to, flow, after, bound, isBelow }).toEqual({
          seed,
          from,
          to,
          flow,
          after,
          bound,
          isBelow: true,
        });
      }
    }
    expect(opened).toBeGreaterThan(8);
  });
});

function expectedOf(now: Verdict, then: readonly Verdict[]): ResistanceAnswer['verdict'] {
  if (now === 'allowed') return 'open';
  return then.includes('allowed') ? 'opens' : then.includes('depends') ? 'may-open' : 'resistant';
}

/** Nothing, or a policy that accepts anything at one end or at both, where one may be added. */
function additionsFor({ namespaces }: Asked, [from, to]: readonly [End, End]): readonly Objects[] {
  const at = (end: End, type: string): Objects => {
    if (typeof end === 'string' || !namespaces.includes(end.namespace)) return [];
    return [
      networkPolicy(end.namespace, `{podSelector: {}, policyTypes: [${type}], ingress: [{}], egress: [{}]}`, type),
    ];
  };
  const [egress, ingress] = [at(from, 'Egress'), at(to, 'Ingress')];
  return [[], egress, ingress, [...egress, ...ingress]];
}

function randomQuestion(seed: number): Asked {
  const [objects, chance] = [randomCluster(seed), new Chance(seed)];
  const names = podsOf(objects).map(podName);
  const [address = ''] = randomAddresses(chance, 1);
  const inside = names.flatMap((from) => names.map((to) => [from, to] as const));
  const across = names.flatMap((name) => [[name, address] as const, [address, name] as const]);
  const namespaces = [chance.pick(NAMESPACES), chance.pick(NAMESPACES)];
  return {
    objects,
    namespaces: [...new Set(namespaces)],
    pairs: [...inside, ...across],
    plugin: seed % 2 === 0 ? 'cilium' : 'unknown',
  };
}

function endsOf(objects: Objects, names: readonly [string, string]): readonly [End, End] {
  const pods = podsOf(objects);
  const find = (name: string): End => pods.find((one) => podName(one) === name) ?? name;
  return [find(names[0]), find(names[1])];
}
