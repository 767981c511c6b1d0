import { readCluster } from '../../../resources/reachability/cluster-input';
import { Reachability } from '../../../resources/reachability/solve/reachability';
import type { JsonObject } from '../../../resources/resource';
import { exposureOf, namespacesOf, withEveryPod, type Exposure } from '../../../resources/view/reachability/exposure';
import type { Plugin } from '../reachability/agreement/both-sides';
import { clusterPolicy, namespace, networkPolicy, pod } from '../reachability/agreement/expect-flows';
import { resourceOf } from '../reachability/agreement/resource-of';
import { judge, type Verdict } from '../reachability/oracle/brute-force';
import { podName } from '../reachability/oracle/brute-paths';
import { Chance } from '../reachability/oracle/chance';
import { podsOf } from '../reachability/oracle/matching';
import { portsOf, randomCluster, type Objects } from '../reachability/oracle/random-cluster';
import { profiles } from '../reachability/query/cluster-of';

function exposed(objects: Objects, place: string, plugin: Plugin = 'cilium'): Exposure {
  const input = withEveryPod(readCluster(objects.map(resourceOf)), place);
  return exposureOf(new Reachability(input, profiles[plugin]), place);
}

function told({ flows }: Exposure): readonly string[] {
  return flows.map(
    ({ from, to, protocol, ports, verdict }) => `${from} > ${to} ${ports.join()}/${protocol} ${verdict}`,
  );
}

const closed = networkPolicy('a', '{podSelector: {}, policyTypes: [Ingress, Egress]}', 'closed');

describe('exposureOf()', () => {
  it('finds nothing at a namespace that is closed, though no pod is in it', () => {
    expect(exposed([namespace('a'), pod('b/other'), closed], 'a')).toEqual({ name: 'a/*[any]', flows: [], open: [] });
  });

  it('tells what every pod gets from what depends on labels', () => {
    const every = networkPolicy(
      'a',
      '{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 80}]}]}',
      'every',
    );
    const some = networkPolicy(
      'a',
      '{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: red}}}], ports: [{port: 443}]}]}',
      'some',
    );
    const out = networkPolicy('b', '{podSelector: {}, policyTypes: [Ingress]}');
    expect(told(exposed([namespace('b', { team: 'red' }), pod('b/other'), closed, every, some, out], 'a'))).toEqual([
      'b/other[Pod] > a/*[any] 80,80/TCP allowed',
      'b/other[Pod] > a/*[any] 443,443/TCP depends',
    ]);
  });

  it('finds where a pod is open to everybody, whatever its labels are', () => {
    const ingress = networkPolicy('a', '{podSelector: {}, policyTypes: [Ingress]}');
    expect(exposed([namespace('a'), ingress], 'a').open).toEqual([
      { direction: 'egress', side: 'pods' },
      { direction: 'egress', side: 'outside' },
    ]);
    const labeled = networkPolicy('a', '{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress, Egress]}');
    expect(exposed([namespace('a'), labeled], 'a').open).toEqual([]);
    const deny = clusterPolicy('{tier: Baseline, ingress: [{action: Deny, from: [{namespaces: {}}]}]}');
    expect(exposed([namespace('a'), deny], 'a').open).toContainEqual({ direction: 'ingress', side: 'outside' });
    expect(exposed([namespace('a'), deny], 'a').open).not.toContainEqual({ direction: 'ingress', side: 'pods' });
  });

  it('knows the namespaces that are written, that have workloads, and that have policies', () => {
    expect(namespacesOf(readCluster([namespace('c'), pod('b/other'), closed].map(resourceOf)))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('says of random clusters nothing for certain that some labels contradict', () => {
    const counts = { allowed: 0, depends: 0, denied: 0 };
    for (let seed = 1; seed <= 60; seed++) {
      const [objects, chance] = [randomCluster(seed), new Chance(seed)];
      const plugin = seed % 2 === 0 ? 'cilium' : 'unknown';
      const place = chance.pick(namespacesOf(readCluster(objects.map(resourceOf))));
      const { flows } = exposed(objects, place, plugin);
      const protocol = chance.pick(['TCP', 'UDP'] as const);
      const port = chance.pick(portsOf(objects));
      for (const peer of podsOf(objects).map(podName)) {
        for (const isCaller of [true, false]) {
          const met = new Set<Verdict>(
            futurePods(place).map((future) => {
              const all = [...objects, future];
              const ends = podsOf(all);
              const own = ends.find((one) => one.name === FUTURE) ?? '';
              const other = ends.find((one) => podName(one) === peer) ?? '';
              const [from, to] = isCaller ? [own, other] : [other, own];
              return judge(all, { from, to, protocol, port }, plugin);
            }),
          );
          const [from, to] = isCaller ? [`${place}/*[any]`, peer] : [peer, `${place}/*[any]`];
          const found = flows.find(
            (one) =>
              one.from === from &&
              one.to === to &&
              one.protocol === protocol &&
              one.ports.some(([first, last]) => first <= port && port <= last),
          );
          const verdict = found?.verdict ?? 'denied';
          counts[verdict] += 1;
          if (verdict !== 'depends')
            expect({ seed, from, to, port, met: [...met] }).toEqual({ seed, from, to, port, met: [verdict] });
        }
      }
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(20);
  });
});

const FUTURE = 'future';

/** Pods with every labels of which the selectors of random clusters speak, and others, with names of ports and without. */
function futurePods(place: string): readonly JsonObject[] {
  const values = (known: readonly string[]) => [undefined, ...known, 'other'];
  const ports = [
    { name: 'web', containerPort: 80 },
    { name: 'dns', containerPort: 53, protocol: 'UDP' },
  ];
  return values(['shop', 'bank']).flatMap((app) =>
    values(['front', 'back']).map((tier) => {
      const labels = { ...(app === undefined ? {} : { app }), ...(tier === undefined ? {} : { tier }) };
      return pod(`${place}/${FUTURE}`, labels, app === 'other' ? { ports } : {});
    }),
  );
}
