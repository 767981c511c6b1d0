import { parseIp } from '../../../model/address/ip';
import { readCluster } from '../../../resources/reachability/cluster-input';
import { changesBetween, type FlowChange, type SolvableCluster } from '../../../resources/reachability/query/changes';
import type { JsonObject } from '../../../resources/resource';
import { namespace, yaml } from './agreement/expect-flows';
import { resourceOf } from './agreement/resource-of';
import { judge, type Verdict } from './oracle/brute-force';
import { Chance } from './oracle/chance';
import { podsOf, type End } from './oracle/matching';
import { portsOf, randomAddresses, randomCluster } from './oracle/random-cluster';

const cluster = (objects: readonly JsonObject[]): SolvableCluster => ({
  input: readCluster(objects.map(resourceOf)),
  profile: { blocksTakePods: 'never' },
});

const pods = yaml(`
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: a, labels: {app: web}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: b, labels: {app: db}}
`);

const policy = (spec: JsonObject): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'p', namespace: 'b' },
  spec: { podSelector: {}, ...spec },
});

const changes = (before: readonly JsonObject[], after: readonly JsonObject[]): readonly FlowChange[] => [
  ...changesBetween(
    cluster([namespace('a'), namespace('b'), ...before]),
    cluster([namespace('a'), namespace('b'), ...after]),
  ),
];

describe('changesBetween()', () => {
  it('tells no change between a state and itself', () => {
    expect(changes([...pods, policy({ ingress: [] })], [...pods, policy({ ingress: [] })])).toEqual([]);
  });

  it('tells which port opens and which closes, and the rule that does it', () => {
    const rule = (port: number): JsonObject =>
      policy({ ingress: [{ from: [{ namespaceSelector: {} }], ports: [{ port }] }] });
    expect(changes([...pods, rule(5432)], [...pods, rule(5433)])).toEqual([
      {
        from: 'a/web[Pod]',
        to: 'b/db[Pod]',
        protocol: 'TCP',
        ports: [[5433, 5433]],
        before: 'denied',
        after: 'allowed',
        because: [
          'egress: no policy says anything, so it is open',
          'ingress: NetworkPolicy b/p: spec.ingress[0] accepts it',
        ],
        objects: ['cluster/NetworkPolicy/b/p'],
      },
      {
        from: 'a/web[Pod]',
        to: 'b/db[Pod]',
        protocol: 'TCP',
        ports: [[5432, 5432]],
        before: 'allowed',
        after: 'denied',
        because: [
          'egress: no policy says anything, so it is open',
          'ingress: NetworkPolicy b/p: policies govern this end, and no rule of theirs lets the flow pass',
        ],
        objects: ['cluster/NetworkPolicy/b/p'],
      },
    ]);
  });

  it('joins addresses that change alike, and no others', () => {
    const rule = (cidr: string): JsonObject =>
      policy({ ingress: [{ from: [{ ipBlock: { cidr } }], ports: [{ port: 443 }] }] });
    const found = changes([...pods, rule('10.0.0.0/24')], [...pods, rule('10.0.0.0/23')]);
    expect(found.map(({ from, to, before, after }) => [from, to, before, after])).toEqual([
      ['10.0.1.0-10.0.1.255', 'b/db[Pod]', 'denied', 'allowed'],
    ]);
  });

  it('tells of a workload that is gone that nothing passes any more', () => {
    const [web] = pods;
    const found = changes(pods, web === undefined ? [] : [web]);
    expect(found.filter(({ after }) => after !== 'denied')).toEqual([]);
    expect(found.find(({ from, to }) => from === 'a/web[Pod]' && to === 'b/db[Pod]')?.because).toEqual([
      'b/db[Pod] is there no more',
    ]);
  });

  it('agrees with brute force on random clusters of which one policy is taken out', () => {
    let [compared, changed] = [0, 0];
    for (let seed = 1; seed <= 90; seed++) {
      const chance = new Chance(seed);
      const before = randomCluster(seed);
      const policies = before.filter(({ kind }) => typeof kind === 'string' && kind.endsWith('NetworkPolicy'));
      if (policies.length === 0) continue;
      const gone = chance.pick(policies);
      const after = before.filter((one) => one !== gone);
      const told = new Map<string, Verdict>();
      for (const one of changesBetween(cluster(before), cluster(after)))
        for (const [first, last] of one.ports)
          told.set(`${one.from} ${one.to} ${one.protocol} ${first}-${last}`, one.after);
      const [ends, ports, addresses] = [podsOf(before), portsOf(before), randomAddresses(chance, 1)];
      const name = (end: End): string => (typeof end === 'string' ? end : `${end.namespace}/${end.name}[${end.kind}]`);
      const pairs = ends.flatMap((from) => [...ends, ...addresses].map((to) => ({ from, to })));
      for (const { from, to } of pairs) {
        const port = chance.pick(ports);
        const protocol = chance.pick(['TCP', 'UDP'] as const);
        const judged = (objects: readonly JsonObject[]): Verdict =>
          judge(objects, { from, to, protocol, port }, 'cilium');
        const [was, is] = [judged(before), judged(after)];
        const found = findChange(told, { from: name(from), to: name(to), protocol, port });
        compared += 1;
        if (was !== is) changed += 1;
        expect({ seed, from: name(from), to: name(to), protocol, port, after: found ?? was }).toEqual({
          seed,
          from: name(from),
          to: name(to),
          protocol,
          port,
          after: is,
        });
      }
    }
    expect(compared).toBeGreaterThan(1_000);
    expect(changed).toBeGreaterThan(20);
  });
});

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly port: number;
}

/** What the changes say of one flow; undefined where they tell none. */
function findChange(told: ReadonlyMap<string, Verdict>, { from, to, protocol, port }: Asked): Verdict | undefined {
  for (const [key, verdict] of told) {
    const [caller = '', called = '', of, range = ''] = key.split(' ');
    const [first = 0, last = 0] = range.split('-').map(Number);
    const isMeant = caller === from && holds(called, to) && of === protocol && first <= port && port <= last;
    if (isMeant) return verdict;
  }
  return undefined;
}

/** Whether an end is another one, or a range of addresses that holds it. */
function holds(end: string, asked: string): boolean {
  if (end === asked) return true;
  const [first, last] = end.split('-').map((one) => parseIp(one));
  const address = parseIp(asked);
  if (first?.ok !== true || last?.ok !== true || !address.ok || first.value.family !== address.value.family)
    return false;
  return first.value.value <= address.value.value && address.value.value <= last.value.value;
}
