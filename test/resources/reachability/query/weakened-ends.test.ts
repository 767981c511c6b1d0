import { readCluster } from '../../../../resources/reachability/cluster-input';
import { weakenedEnds, type WeakenedFlow } from '../../../../resources/reachability/compare/weakened-ends';
import { BothStates, type SolvableCluster } from '../../../../resources/reachability/query/changes';
import type { Verdict } from '../../../../resources/reachability/solve/answers';
import type { JsonObject } from '../../../../resources/resource';
import { namespace, yaml } from '../agreement/expect-flows';
import { resourceOf } from '../agreement/resource-of';
import { Chance } from '../oracle/chance';
import { portsOf, randomCluster } from '../oracle/random-cluster';

const cluster = (objects: readonly JsonObject[]): SolvableCluster => ({
  input: readCluster(objects.map(resourceOf)),
  profile: { blocksTakePods: 'never' },
});

const both = (before: readonly JsonObject[], after: readonly JsonObject[]): BothStates =>
  new BothStates(cluster(before), cluster(after));

const flows = (states: BothStates): readonly WeakenedFlow[] =>
  [...weakenedEnds(states)].flatMap((one) => [...one.flows]);

const pods = yaml(`
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: a, labels: {app: web}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: b, labels: {app: db}}
`);
const base = [namespace('a'), namespace('b'), ...pods];

const policy = (home: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'p', namespace: home },
  spec: { podSelector: {}, ...spec },
});
const shut = policy('a', { policyTypes: ['Egress'] });
const database = (port?: number): JsonObject =>
  policy('b', {
    policyTypes: ['Ingress'],
    ingress: port === undefined ? [] : [{ from: [{ namespaceSelector: {} }], ports: [{ port }] }],
  });
const cilium: JsonObject = {
  apiVersion: 'cilium.io/v2',
  kind: 'CiliumNetworkPolicy',
  metadata: { name: 'shut', namespace: 'b' },
  spec: { endpointSelector: {}, ingress: [{}] },
};

describe('weakenedEnds()', () => {
  it('tells the port that one end opens while the other still refuses it', () => {
    expect(flows(both([...base, shut, database()], [...base, shut, database(5432)]))).toEqual([
      {
        by: 'ends',
        from: 'a/web[Pod]',
        to: 'b/db[Pod]',
        protocol: 'TCP',
        ports: [[5432, 5432]],
        before: ['egress', 'ingress'],
        after: ['egress'],
      },
    ]);
  });

  it('tells nothing where a path opens, where an end closes, and of a state beside itself', () => {
    expect(flows(both([...base, database()], [...base, database(5432)]))).toEqual([]);
    expect(flows(both([...base, shut, database(5432)], [...base, shut, database()]))).toEqual([]);
    expect(flows(both([...base, shut, database()], [...base, shut, database()]))).toEqual([]);
  });

  it('tells of an end that one kind of policies closes where two did', () => {
    const found = flows(both([...base, cilium, database()], [...base, cilium]));
    expect(found.map(({ by, from, to, before, after }) => ({ by, from, to, before, after }))).toContainEqual({
      by: 'kinds',
      from: 'a/web[Pod]',
      to: 'b/db[Pod]',
      before: ['CiliumNetworkPolicy', 'NetworkPolicy'],
      after: ['CiliumNetworkPolicy'],
    });
    expect(flows(both([...base, cilium], [...base, cilium, database()]))).toEqual([]);
  });

  it('agrees on random clusters, of which one policy is taken out, with what each end says by itself', () => {
    let [compared, weakened] = [0, 0];
    for (let seed = 1; seed <= 240; seed++) {
      const chance = new Chance(seed);
      const before = randomCluster(seed);
      const policies = before.filter(({ kind }) => typeof kind === 'string' && kind.endsWith('NetworkPolicy'));
      if (policies.length === 0) continue;
      const gone = chance.pick(policies);
      const states = both(
        before,
        before.filter((one) => one !== gone),
      );
      const told = flows(states).filter(({ by }) => by === 'ends');
      const port = chance.pick(portsOf(before));
      for (const [from, to] of pairsOf(states)) {
        const [was, is] = [endsOf(states, 'before', { from, to, port }), endsOf(states, 'after', { from, to, port })];
        const isWeaker = was.every((one) => one === 'denied') && is.filter((one) => one === 'denied').length === 1;
        const isTold = told.some(
          (one) =>
            one.from === from &&
            one.to === to &&
            one.protocol === 'TCP' &&
            one.ports.some(([first, last]) => first <= port && port <= last),
        );
        compared += 1;
        if (isWeaker) weakened += 1;
        expect({ seed, from, to, port, isTold }).toEqual({ seed, from, to, port, isTold: isWeaker });
      }
    }
    expect(compared).toBeGreaterThan(1_000);
    expect(weakened).toBeGreaterThan(10);
  });
});

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly port: number;
}

/** What each of the two ends says of a flow by itself: the one that calls, then the one that is called. */
function endsOf({ states, numbers }: BothStates, state: 'before' | 'after', asked: Asked): readonly Verdict[] {
  const [from = -1, to = -1] = [asked.from, asked.to].map((one) => numbers[state].get(one));
  const flow = { side: 'pods', protocol: 'TCP', port: asked.port } as const;
  return [
    states[state].explain('egress', from, { ...flow, member: to }).verdict,
    states[state].explain('ingress', to, { ...flow, member: from }).verdict,
  ];
}

/** Every two workloads that no node lends its address. */
function pairsOf({ states }: BothStates): readonly (readonly [string, string])[] {
  const { workloads } = states.after;
  const names = workloads
    .filter(({ hostNetwork }) => hostNetwork !== true)
    .map(({ namespace: home, name, kind }) => `${home}/${name}[${kind}]`);
  return names.flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to] as const));
}
