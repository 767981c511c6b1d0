import { findNeedlessRules, type NeedlessRule } from '../../../../resources/reachability/findings/needless-rules';
import { ciliumPolicy, clusterPolicy, networkPolicy, pod } from '../agreement/expect-flows';
import { BruteRules, placeText } from '../oracle/brute-rules';
import { randomCluster, type Objects } from '../oracle/random-cluster';
import { solve } from '../query/cluster-of';

const pods = [pod('a/caller', { app: 'caller' }), pod('a/called', { app: 'called' })];

/** Clusters with more flows take too long to try. */
const FLOWS_MAX = 2000;

function told(objects: Objects): readonly string[] {
  return findNeedlessRules(solve(objects)).map(({ policy, rule, kind, isSpare, coveredBy }) => {
    const covers = coveredBy.map((one) => `${one.policy.resource.name} ${one.rule.where}`);
    return `${policy.resource.name} ${rule.where} ${kind}${isSpare ? '' : ', not spare'}: ${covers.join(', ')}`;
  });
}

describe('findNeedlessRules()', () => {
  it('finds a rule behind one that decides all that it matches', () => {
    const wide = '{action: Deny, from: [{namespaces: {}}]}';
    const narrow = '{action: Accept, from: [{namespaces: {}}], protocols: [{tcp: {destinationPort: {number: 443}}}]}';
    expect(told([...pods, clusterPolicy(`{ingress: [${wide}, ${narrow}]}`)])).toEqual([
      'policy spec.ingress[1] shadowed: policy spec.ingress[0]',
    ]);
    expect(told([...pods, clusterPolicy(`{ingress: [${narrow}, ${wide}]}`)])).toEqual([]);
  });

  it('finds a rule that several earlier rules cover together', () => {
    const ports = (range: string): string => `protocols: [{tcp: {destinationPort: {range: ${range}}}}]`;
    const deny = (range: string): string => `{action: Deny, from: [{namespaces: {}}], ${ports(range)}}`;
    const first = clusterPolicy(`{priority: 1, ingress: [${deny('{start: 1, end: 99}')}]}`, 'first');
    const second = clusterPolicy(`{priority: 2, ingress: [${deny('{start: 100, end: 200}')}]}`, 'second');
    const third = clusterPolicy(`{priority: 3, ingress: [${deny('{start: 50, end: 150}')}]}`, 'third');
    expect(told([...pods, first, second, third])).toEqual([
      'third spec.ingress[0] shadowed: first spec.ingress[0], second spec.ingress[0]',
    ]);
  });

  it('finds that rules of the last tier are never asked where a namespace isolates', () => {
    const baseline = clusterPolicy('{tier: Baseline, ingress: [{action: Deny, from: [{namespaces: {}}]}]}', 'baseline');
    const closed = networkPolicy('a', '{podSelector: {}}', 'closed');
    expect(told([...pods, baseline, closed])).toEqual(['baseline spec.ingress[0] shadowed: ']);
    expect(told([...pods, baseline])).toEqual([]);
  });

  it('finds of two rules that accept the same that each may go', () => {
    const accept = '{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}';
    expect(told([...pods, networkPolicy('a', accept, 'one'), networkPolicy('a', accept, 'two')])).toEqual([
      'one spec.ingress[0] redundant: two spec.ingress[0]',
      'two spec.ingress[0] redundant: one spec.ingress[0]',
    ]);
  });

  it('finds that a rule changes nothing where the other end stays closed', () => {
    const out = networkPolicy(
      'a',
      '{podSelector: {matchLabels: {app: caller}}, policyTypes: [Egress], egress: [{to: [{podSelector: {matchLabels: {app: called}}}]}]}',
      'out',
    );
    const closed = networkPolicy('a', '{podSelector: {matchLabels: {app: called}}, policyTypes: [Ingress]}', 'closed');
    expect(told([...pods, out, closed])).toEqual(['out spec.egress[0] redundant: ']);
    expect(told([...pods, out])).toEqual([]);
  });

  it('finds a rule that matches nobody, and keeps one by which alone its policy governs', () => {
    const nobody = '{podSelector: {}, egress: [{to: [{podSelector: {matchLabels: {app: nobody}}}]}]}';
    expect(told([...pods, networkPolicy('a', nobody)])).toEqual(['policy spec.egress[0] idle, not spare: ']);
    const typed = nobody.replace('podSelector: {},', 'podSelector: {}, policyTypes: [Egress],');
    expect(told([...pods, networkPolicy('a', typed)])).toEqual(['policy spec.egress[0] idle: ']);
  });

  it('finds what Cilium accepts in vain, for what it denies is stronger', () => {
    const spec = '{endpointSelector: {}, ingress: [{fromEndpoints: [{}]}], ingressDeny: [{fromEntities: [all]}]}';
    expect(told([...pods, ciliumPolicy('a', spec)])).toEqual([
      'policy spec.ingress[0] shadowed: policy spec.ingressDeny[0]',
    ]);
  });

  it('says of random clusters what trying every flow with and without each rule says', () => {
    const counts: Record<string, number> = { idle: 0, shadowed: 0, redundant: 0, needed: 0 };
    for (let seed = 1; seed <= 45; seed++) {
      const objects = randomCluster(seed);
      const plugin = seed % 2 === 0 ? 'cilium' : 'unknown';
      const brute = new BruteRules(objects, plugin);
      if (brute.size > FLOWS_MAX) continue;
      const rules = brute.rules();
      const expected = rules.flatMap((place) => {
        const { use, isSpare } = brute.useOf(place);
        const kind = use !== 'decides' ? use : isSpare ? 'redundant' : 'needed';
        counts[kind] = (counts[kind] ?? 0) + 1;
        return kind === 'needed' ? [] : [`${placeText(place)} ${kind} ${isSpare}`];
      });
      const found = findNeedlessRules(solve(objects, plugin));
      expect({ seed, found: found.map(textOf).toSorted() }).toEqual({ seed, found: expected.toSorted() });
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(3);
  });
});

function textOf({ policy, rule, kind, isSpare }: NeedlessRule): string {
  return `${policy.resource.id} ${rule.where} ${kind} ${isSpare}`;
}
