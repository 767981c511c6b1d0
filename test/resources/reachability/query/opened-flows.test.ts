import { parseIp } from '../../../../model/address/ip';
import { readCluster } from '../../../../resources/reachability/cluster-input';
import { openedFlows, type OpenedFlow } from '../../../../resources/reachability/query/opened-flows';
import type { Plugin } from '../agreement/both-sides';
import { networkPolicy, pod } from '../agreement/expect-flows';
import { resourceOf } from '../agreement/resource-of';
import { judge, type OracleFlow, type Verdict } from '../oracle/brute-force';
import { podName } from '../oracle/brute-paths';
import { Chance } from '../oracle/chance';
import { podsOf, type End } from '../oracle/matching';
import { portsOf, randomAddresses, randomCluster, type Objects } from '../oracle/random-cluster';
import { NAMESPACES } from '../oracle/vocabulary';
import { profiles } from './cluster-of';

function opened(objects: Objects, namespaces: readonly string[], plugin: Plugin = 'cilium'): readonly OpenedFlow[] {
  const cluster = { input: readCluster(objects.map(resourceOf)), profile: profiles[plugin] };
  return [...openedFlows(cluster, new Set(namespaces))];
}

describe('openedFlows()', () => {
  const closed = networkPolicy('a', '{podSelector: {}, policyTypes: [Ingress]}', 'closed');
  const some = networkPolicy(
    'a',
    '{podSelector: {}, ingress: [{from: [{podSelector: {}}], ports: [{port: 80}]}]}',
    'some',
  );

  it('lists what could be opened beside what is open already, with a policy for the first of its ports', () => {
    const found = opened([pod('a/called'), pod('a/caller'), closed, some], ['a']).filter(
      ({ from, to, protocol }) => from === 'a/caller[Pod]' && to === 'a/called[Pod]' && protocol === 'TCP',
    );
    expect(found.map(({ ports, before, after }) => ({ ports, before, after }))).toEqual([
      {
        ports: [
          [1, 79],
          [81, 65_535],
        ],
        before: 'denied',
        after: 'allowed',
      },
    ]);
    expect(found.flatMap((one) => one.witness().map(({ spec }) => JSON.stringify(spec)))).toEqual([
      expect.stringContaining('"ports":[{"protocol":"TCP","port":1}]') as unknown,
    ]);
  });

  it('lists nothing where nobody may add anything', () => {
    expect(opened([pod('a/called'), pod('a/caller'), closed], [])).toEqual([]);
  });

  it('lists in random clusters exactly what some addition opens, and its witnesses do', () => {
    const counts = { allowed: 0, depends: 0, unlisted: 0 };
    for (let seed = 1; seed <= 60; seed++) {
      const [objects, chance] = [randomCluster(seed), new Chance(seed)];
      const plugin = seed % 2 === 0 ? 'cilium' : 'unknown';
      const namespaces = [...new Set([chance.pick(NAMESPACES), chance.pick(NAMESPACES)])];
      const flows = opened(objects, namespaces, plugin);
      const pods = new Map<string, End>(podsOf(objects).map((one) => [podName(one), one]));
      const [address = ''] = randomAddresses(chance, 1);
      for (const from of [...pods.keys(), address]) {
        for (const to of from === address ? pods.keys() : [...pods.keys(), address]) {
          const traffic = { protocol: chance.pick(['TCP', 'UDP', 'SCTP']), port: chance.pick(portsOf(objects)) };
          const asked = { from: pods.get(from) ?? from, to: pods.get(to) ?? to, ...traffic };
          const found = flows.find((one) => isAbout(one, { from, to, ...traffic }));
          const before = judge(objects, asked, plugin);
          const best = bestOf(additionsFor(namespaces, asked).map((one) => judge([...objects, ...one], asked, plugin)));
          const isMore = before !== best && before !== 'allowed' && best !== 'denied';
          expect({
            seed,
            from,
            to,
            traffic,
            change: found === undefined ? undefined : [found.before, found.after],
          }).toEqual({
            seed,
            from,
            to,
            traffic,
            change: isMore ? [before, best] : undefined,
          });
          counts[found === undefined ? 'unlisted' : found.after === 'allowed' ? 'allowed' : 'depends'] += 1;
        }
      }
      for (const one of chance.some(flows, 20)) {
        const [port = 0] = one.ports.flat();
        const asked = { from: endOf(one.from, pods), to: endOf(one.to, pods), protocol: one.protocol, port };
        const shown = judge([...objects, ...one.witness()], asked, plugin);
        expect({ seed, from: one.from, to: one.to, port, shown }).toEqual({
          seed,
          from: one.from,
          to: one.to,
          port,
          shown: one.after,
        });
      }
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(4);
  });
});

function bestOf(verdicts: readonly Verdict[]): Verdict {
  return (['allowed', 'depends'] as const).find((one) => verdicts.includes(one)) ?? 'denied';
}

/** Nothing, or a policy that accepts anything at one end or at both, where one may be added. */
function additionsFor(namespaces: readonly string[], { from, to }: OracleFlow): readonly Objects[] {
  const at = (end: End, type: string): Objects =>
    typeof end === 'string' || !namespaces.includes(end.namespace)
      ? []
      : [networkPolicy(end.namespace, `{podSelector: {}, policyTypes: [${type}], ingress: [{}], egress: [{}]}`, type)];
  const [egress, ingress] = [at(from, 'Egress'), at(to, 'Ingress')];
  return [[], egress, ingress, [...egress, ...ingress]];
}

interface NamedPacket {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly port: number;
}

function isAbout({ ports, ...flow }: OpenedFlow, { from, to, protocol, port }: NamedPacket): boolean {
  const isPort = ports.some(([first, last]) => first <= port && port <= last);
  return isPort && flow.protocol === protocol && isEnd(flow.from, from) && isEnd(flow.to, to);
}

/** Whether an end is the workload of a name, or some addresses with the one of it. */
function isEnd(text: string, name: string): boolean {
  const address = parseIp(name);
  if (!address.ok || text.includes('/')) return text === name;
  const [first, last] = text.split('-').map((one) => parseIp(one));
  if (first?.ok !== true || last?.ok !== true || first.value.family !== address.value.family) return false;
  return first.value.value <= address.value.value && address.value.value <= last.value.value;
}

/** A pod by its name, or the first of some addresses. */
function endOf(text: string, pods: ReadonlyMap<string, End>): End {
  return pods.get(text) ?? text.split('-')[0] ?? text;
}
