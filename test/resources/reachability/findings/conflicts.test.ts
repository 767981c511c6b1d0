import { findConflicts, type Conflict } from '../../../../resources/reachability/findings/conflicts';
import { endText, nameOf } from '../../../../resources/reachability/query/ends';
import type { Reachability } from '../../../../resources/reachability/solve/reachability';
import { clusterPolicy, pod } from '../agreement/expect-flows';
import { BruteRules, type AskedConflict } from '../oracle/brute-rules';
import { Chance } from '../oracle/chance';
import { randomCluster, type Objects } from '../oracle/random-cluster';
import { randomPolicy } from '../oracle/random-policies';
import { NAMESPACES } from '../oracle/vocabulary';
import { solve } from '../query/cluster-of';

const pods = [pod('a/caller', { app: 'caller' }), pod('a/called', { app: 'called' })];

/** A policy with one rule about all pods of a name that are called. */
function into(app: string, rule: string, name: string): Objects[number] {
  const subject = `{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: ${app}}}}}`;
  return clusterPolicy(`{subject: ${subject}, ingress: [${rule}]}`, name);
}

const from = (app: string): string =>
  `from: [{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: ${app}}}}}]`;
const port = (range: string): string => `protocols: [{tcp: {destinationPort: {range: ${range}}}}]`;

function told(objects: Objects): readonly string[] {
  const reachability = solve(objects);
  return findConflicts(reachability).map((one) => {
    const { subject, peer, protocol, port: number } = one.witness;
    const ends = `${nameOf(reachability, subject)} and ${endText(reachability, peer)}`;
    return `${rulesText(one)}: ${ends} on ${number}/${protocol}`;
  });
}

function rulesText({ rules }: Conflict): string {
  return rules.map(({ policy, rule }) => `${policy.resource.name} ${rule.where}`).join(' against ');
}

describe('findConflicts()', () => {
  it('rule 30: finds two policies of one priority that say otherwise of one flow, and shows it', () => {
    const accept = into('called', `{action: Accept, ${from('caller')}, ${port('{start: 80, end: 443}')}}`, 'one');
    const deny = into('called', `{action: Deny, from: [{namespaces: {}}], ${port('{start: 400, end: 500}')}}`, 'two');
    expect(told([...pods, accept, deny])).toEqual([
      'one spec.ingress[0] against two spec.ingress[0]: a/called[Pod] and a/caller[Pod] on 400/TCP',
    ]);
  });

  it('finds none where subjects, peers or ports are apart, actions are the same, or priorities differ', () => {
    const one = into('called', `{action: Accept, ${from('caller')}, ${port('{start: 1, end: 99}')}}`, 'one');
    const others = [
      into('caller', '{action: Deny, from: [{namespaces: {}}]}', 'two'),
      into('called', `{action: Deny, ${from('somebody')}}`, 'two'),
      into('called', `{action: Deny, ${from('caller')}, ${port('{start: 100, end: 200}')}}`, 'two'),
      into('called', `{action: Accept, ${from('caller')}}`, 'two'),
      clusterPolicy('{priority: 11, ingress: [{action: Deny, from: [{namespaces: {}}]}]}', 'two'),
      clusterPolicy('{tier: Baseline, ingress: [{action: Deny, from: [{namespaces: {}}]}]}', 'two'),
    ];
    expect(others.map((other) => told([...pods, one, other]))).toEqual(others.map(() => []));
  });

  it('finds none of a pod with itself, which no policy is about', () => {
    const one = into('called', `{action: Accept, ${from('called')}}`, 'one');
    const two = into('called', `{action: Deny, ${from('called')}}`, 'two');
    expect(told([...pods, one, two])).toEqual([]);
    expect(told([...pods, one, two, pod('a/other', { app: 'called' })])).toHaveLength(1);
  });

  it('finds none behind a rule that decides before both', () => {
    const one = into('called', '{action: Accept, from: [{namespaces: {}}]}', 'one');
    const two = into('called', '{action: Deny, from: [{namespaces: {}}]}', 'two');
    const first = clusterPolicy('{priority: 1, ingress: [{action: Pass, from: [{namespaces: {}}]}]}', 'first');
    expect(told([...pods, one, two])).toHaveLength(1);
    expect(told([...pods, one, two, first])).toEqual([]);
  });

  it('says whether a conflict is certain, or depends on what nobody can tell', () => {
    const out = (rule: string, name: string): Objects[number] => clusterPolicy(`{egress: [${rule}]}`, name);
    const names = out('{action: Accept, to: [{domainNames: [a.example.vn]}]}', 'names');
    const deny = out('{action: Deny, to: [{networks: [10.0.0.0/8]}]}', 'networks');
    const accept = out('{action: Accept, to: [{networks: [10.1.0.0/16]}]}', 'accepts');
    const found = findConflicts(solve([...pods, names, deny, accept])).map((one) => [rulesText(one), one.isCertain]);
    expect(found).toEqual([
      ['accepts spec.egress[0] against networks spec.egress[0]', true],
      ['names spec.egress[0] against networks spec.egress[0]', false],
    ]);
  });

  it('says of random clusters what trying every flow says', () => {
    const counts = { certain: 0, perhaps: 0, none: 0 };
    for (let seed = 1; seed <= 120; seed++) {
      const chance = new Chance(seed);
      const namespaces = NAMESPACES.slice(0, 2);
      const policies = chance.many(2, 4, () =>
        randomPolicy(chance, { kind: 'ClusterNetworkPolicy', name: `tier-${chance.below(1e6)}`, namespaces }),
      );
      const objects = [...randomCluster(seed), ...policies];
      const plugin = seed % 2 === 0 ? 'cilium' : 'unknown';
      const brute = new BruteRules(objects, plugin);
      if (brute.size > FLOWS_MAX) continue;
      const [expected, reachability] = [brute.conflicts(), solve(objects, plugin)];
      const found = findConflicts(reachability);
      for (const one of found) counts[one.isCertain ? 'certain' : 'perhaps'] += 1;
      if (found.length === 0) counts.none += 1;
      expect({ seed, found: found.map((one) => pairText(one)).toSorted() }).toEqual({ seed, found: expected });
      for (const one of found) expect(brute.conflicts(witnessOf(reachability, one))).toContain(pairText(one));
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(1);
  });
});

/** Clusters with more flows take too long to try. */
const FLOWS_MAX = 2500;

function pairText({ direction, rules, isCertain }: Conflict): string {
  const pair = rules
    .map(({ policy, rule }) => `${policy.resource.name} ${/\[(\d+)\]$/.exec(rule.where)?.[1] ?? ''}`)
    .toSorted();
  return `${direction} ${pair.join(' ')} ${isCertain ? 'certain' : 'perhaps'}`;
}

/** The witness of a conflict as a question to brute force. */
function witnessOf(reachability: Reachability, { direction, witness }: Conflict): AskedConflict {
  const { subject, peer, protocol, port: number } = witness;
  const [first = ''] = endText(reachability, peer).split('-');
  const other = peer.side === 'pods' ? nameOf(reachability, peer.member) : first;
  return { direction, pod: nameOf(reachability, subject), peer: other, protocol, port: number };
}
