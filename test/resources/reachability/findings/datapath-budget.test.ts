import {
  predictDatapathBudget,
  type DatapathBudget,
} from '../../../../resources/reachability/findings/datapath-budget';
import { prefixesOf } from '../../../../resources/reachability/findings/port-prefixes';
import { readCluster } from '../../../../resources/reachability/cluster-input';
import { workloadName } from '../../../../resources/reachability/peers/workload';
import { Reachability } from '../../../../resources/reachability/solve/reachability';
import { ciliumPolicy, clusterPolicy, namespace, networkPolicy, pod } from '../agreement/expect-flows';
import { resourceOf } from '../agreement/resource-of';
import { saidBy } from '../oracle/brute-force';
import { entriesOf, identityOf, ruleOf } from '../oracle/brute-entries';
import { podName } from '../oracle/brute-paths';
import { BruteRules } from '../oracle/brute-rules';
import { podsOf, type Pod } from '../oracle/matching';
import { randomCluster, type Objects } from '../oracle/random-cluster';
import { words } from '../oracle/verdicts';
import { profiles } from '../query/cluster-of';

function budget(objects: Objects): DatapathBudget {
  const cluster = readCluster(objects.map(resourceOf));
  return predictDatapathBudget(cluster, new Reachability(cluster, profiles.cilium));
}

const pods = [pod('a/one', { app: 'one' }), pod('a/two', { app: 'two' })];

/** Entries of what comes in to each of two pods, for one policy. */
function entriesInto(policy: Objects[number], more: Objects = []): readonly number[] {
  return budget([...pods, ...more, policy]).maps.map(({ byDirection }) => byDirection.ingress);
}

describe('predictDatapathBudget()', () => {
  it('counts identities by labels of pods and namespaces, the namespace and the account', () => {
    const same = [pod('a/one', { app: 'x' }), pod('a/two', { app: 'x' })];
    const others = [
      pod('b/one', { app: 'x' }),
      pod('a/three', { app: 'y' }),
      pod('a/four', { app: 'x' }, { serviceAccountName: 'robot' }),
    ];
    const plain = pod('a/five', { app: 'x' }, { serviceAccountName: 'default' });
    const onNode = pod('a/six', { app: 'z' }, { hostNetwork: true });
    expect(budget([...same, ...others, plain, onNode]).identities.used).toBe(4);
  });

  it('counts an entry for each identity of a peer and each prefix of its ports', () => {
    const ports = '[{port: 80}, {port: 8080, endPort: 8083}, {port: 53, protocol: UDP}]';
    const policy = networkPolicy('a', `{podSelector: {}, ingress: [{from: [{podSelector: {}}], ports: ${ports}}]}`);
    expect(entriesInto(policy)).toEqual([6]);
    expect(entriesInto(policy, [pod('a/three', { app: 'three' })])).toEqual([9]);
  });

  it('counts one entry for everybody, for all ports of a peer, and for a direction that nothing isolates', () => {
    expect(entriesInto(networkPolicy('a', '{podSelector: {}, ingress: [{}]}'))).toEqual([1]);
    expect(entriesInto(networkPolicy('a', '{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}'))).toEqual([2]);
    expect(entriesInto(networkPolicy('a', '{podSelector: {}, ingress: []}'))).toEqual([0]);
    expect(entriesInto(namespace('a'))).toEqual([1]);
  });

  it('counts blocks of addresses, and those that lie in them, once', () => {
    const blocks = '[{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}, {ipBlock: {cidr: 10.2.0.0/16}}]';
    expect(entriesInto(networkPolicy('a', `{podSelector: {}, ingress: [{from: ${blocks}}]}`))).toEqual([2]);
    const world = '{endpointSelector: {}, ingress: [{fromEntities: [world]}, {fromCIDR: [192.0.2.0/24]}]}';
    expect(entriesInto(ciliumPolicy('a', world))).toEqual([3]);
  });

  it('counts the same entry of several tiers once, and says where files tell nothing of peers', () => {
    const rule = 'from: [{namespaces: {}}]';
    const admin = clusterPolicy(`{ingress: [{action: Pass, ${rule}}]}`, 'admin');
    const last = clusterPolicy(`{tier: Baseline, ingress: [{action: Deny, ${rule}}]}`, 'last');
    expect(entriesInto(admin, [last])).toEqual([3]);
    const names = clusterPolicy('{egress: [{action: Accept, to: [{domainNames: [a.example.vn]}]}]}');
    expect(budget([...pods, names]).maps.map(({ hasUntold }) => hasUntold)).toEqual([true]);
    expect(budget([...pods, admin]).maps.map(({ hasUntold }) => hasUntold)).toEqual([false]);
  });

  it('finds a map that uses more than 80 % of its size, with what is left', () => {
    const many = Array.from({ length: 140 }, (_, index) => pod(`b/pod-${index}`, { app: `app-${index}` }));
    const rule = (last: number): string =>
      `{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}], ports: [${Array.from({ length: last }, (_, port) => `{port: ${port * 2 + 1}}`).join(', ')}]}]}`;
    const full = budget([...pods, ...many, networkPolicy('a', rule(100))]);
    expect(full.findings.map(({ of, used, headroomPercent, ends }) => ({ of, used, headroomPercent, ends }))).toEqual([
      { of: 'policy map', used: 14_201, headroomPercent: 13, ends: [0, 1] },
    ]);
    expect(full.identities.headroomPercent).toBe(99);
    expect(budget([...pods, ...many, networkPolicy('a', rule(92))]).findings).toEqual([]);
  });

  it('cuts a range of ports into as few prefixes as there can be', () => {
    expect(prefixesOf({ protocol: 'TCP', first: 1, last: 6 })).toEqual([
      'TCP 1/16',
      'TCP 2/15',
      'TCP 4/15',
      'TCP 6/16',
    ]);
    expect(prefixesOf({ protocol: 'TCP', first: 1, last: 65_534 })).toHaveLength(30);
    expect(prefixesOf({ protocol: 'UDP', first: 1, last: 65_535 })).toEqual(['UDP 0/0']);
  });

  it('counts in random clusters what writing out every entry counts', () => {
    let most = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const objects = randomCluster(seed);
      const expected = bruteSizes(objects);
      const { maps, identities } = budget(objects);
      const names = readCluster(objects.map(resourceOf)).workloads.map(workloadName);
      const sizes = maps.flatMap(({ ends, byDirection: { ingress, egress } }) =>
        ends.map((end) => `${names[end]} ${ingress} ${egress}`),
      );
      const count = new Set(podsOf(objects).filter(isOnNetwork).map(identityOf)).size;
      expect({ seed, sizes: sizes.toSorted(), identities: identities.used }).toEqual({
        seed,
        sizes: expected.toSorted(),
        identities: count,
      });
      most = Math.max(most, ...maps.map(({ entries }) => entries));
    }
    expect(most).toBeGreaterThan(50);
  });
});

function isOnNetwork({ hostNetwork }: Pod): boolean {
  return !hostNetwork;
}

function bruteSizes(objects: Objects): readonly string[] {
  const [everyPod, rules] = [podsOf(objects), new BruteRules(objects, 'cilium').rules()];
  const blocks = [...new Set(JSON.stringify(rules.map(ruleOf)).match(/"[0-9a-f.:]+\/\d+"/g))].map((one) =>
    one.slice(1, -1),
  );
  const cluster = { pods: everyPod, rules, blocks };
  return everyPod.filter(isOnNetwork).map((one) => {
    const [ingress, egress] = (['ingress', 'egress'] as const).map((direction) => {
      const entries = new Set(entriesOf(cluster, one, direction));
      const traffic = { protocol: 'TCP', port: 1, to: one };
      const said = objects.flatMap((object) =>
        saidBy(object, { direction, pod: one, peer: one, traffic, plugin: 'cilium' }),
      );
      if (!said.some(({ word }) => word === words.isolates)) entries.add('* *');
      return entries.size;
    });
    return `${podName(one)} ${ingress} ${egress}`;
  });
}
