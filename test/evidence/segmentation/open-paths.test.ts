import { readRules } from '../../../evidence/kubernetes/read-rules';
import { addressSet, portSet, shared } from '../../../evidence/kubernetes/numbers';
import { Refused } from '../../../evidence/kubernetes/refuse';
import { readObjects } from '../../../evidence/kubernetes/read-objects';
import { OpenPaths, type OpenPath } from '../../../evidence/segmentation/open-paths';
import type { CertifiedEnd } from '../../../model/segmentation/segmentation-certificate';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { judge } from '../../resources/reachability/oracle/brute-force';
import { Chance } from '../../resources/reachability/oracle/chance';
import { podsOf, type End, type Pod } from '../../resources/reachability/oracle/matching';
import { portsOf } from '../../resources/reachability/oracle/random-cluster';
import { randomPolicy } from '../../resources/reachability/oracle/random-policies';
import { BLOCK_EDGES, NAMESPACES, randomLabels } from '../../resources/reachability/oracle/vocabulary';

const CLUSTERS = 300;
const FLOWS = 120;
/** Addresses that no policy of these clusters names apart. */
const NODES = '203.0.113.0/24';

const KINDS = ['NetworkPolicy', 'CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'] as const;

function cluster(chance: Chance): readonly JsonObject[] {
  const namespaces = NAMESPACES.map((name): JsonObject => {
    const labels = randomLabels(chance, ['team', 'zone']);
    return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
  });
  const closed = NAMESPACES.map((namespace): JsonObject => {
    const spec = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };
    return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'closed', namespace }, spec };
  });
  const policies = chance
    .many(1, 4, () => chance.pick(KINDS))
    .map((kind, index) => randomPolicy(chance, { kind, name: `policy-${index}`, namespaces: NAMESPACES }));
  return [...namespaces, ...closed, ...policies.map(plain)];
}

/** The same policy without most of what the checker refuses: names of ports, several policies in one, endpoints of any place. */
function plain(policy: JsonObject): JsonObject {
  const isWide = policy['kind'] === 'CiliumClusterwideNetworkPolicy';
  const place = { key: 'io.kubernetes.pod.namespace', operator: 'Exists' };
  const { specs, spec = (specs as readonly JsonObject[])[0], ...rest } = policy;
  const text = JSON.stringify(spec, (key, value: JsonValue) => {
    if (key === 'port' && typeof value === 'string' && /^(?:[a-z]+|0)$/.test(value))
      return policy['kind'] === 'NetworkPolicy' ? 80 : '80';
    if (!isWide || !/^(?:from|to)Endpoints$/.test(key)) return value;
    return (value as readonly JsonObject[]).map(({ matchExpressions = [], ...one }) => ({
      ...one,
      matchExpressions: [...(matchExpressions as readonly JsonObject[]), place],
    }));
  });
  return { ...rest, spec: JSON.parse(text) as JsonObject };
}

/** Pods of every namespace with labels that no one foresaw. */
function podsIn(objects: readonly JsonObject[], chance: Chance): readonly Pod[] {
  const made = NAMESPACES.flatMap((namespace) =>
    Array.from({ length: 3 }, (_, index): JsonObject => {
      const metadata = { name: `pod-${index}`, namespace, labels: randomLabels(chance, ['app', 'tier']) };
      return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [] } };
    }),
  );
  return podsOf([...objects, ...made]);
}

function openPathsOf(objects: readonly JsonObject[]): readonly OpenPath[] | string {
  try {
    const settings = { plugin: 'cilium', withoutPolicy: 'open', blocksTakeNodes: true } as const;
    const nodes = addressSet(NODES, 'nodes');
    return [...new OpenPaths(readRules(readObjects('cluster', objects), { ...settings, nodes }), nodes).all()];
  } catch (error) {
    if (error instanceof Refused) return error.refusal.what;
    throw error;
  }
}

function isAt(end: CertifiedEnd, asked: End): boolean {
  if (typeof asked === 'string') {
    const address = addressSet(`${asked}/${asked.includes(':') ? 128 : 32}`, asked);
    return 'block' in end && shared(addressSet(end.block, end.block), address).length > 0;
  }
  const { namespace, labels } = asked;
  const isTaken = 'namespace' in end && end.namespace === namespace;
  return isTaken && Object.entries(end.labels ?? {}).every(([key, value]) => labels[key] === value);
}

interface Asked {
  readonly from: End;
  readonly to: End;
  readonly protocol: string;
  readonly port: number;
}

function isOpen(paths: readonly OpenPath[], { from, to, protocol, port }: Asked): boolean {
  const asked = portSet(protocol, [port, port], 'asked');
  return paths.some((path) => isAt(path.from, from) && isAt(path.to, to) && shared(path.ports, asked).length > 0);
}

function someFlow(chance: Chance, pods: readonly Pod[], ports: readonly number[]): Asked | undefined {
  const [one, other] = [chance.pick(pods), chance.once(3) ? chance.pick(BLOCK_EDGES) : chance.pick(pods)];
  const [from, to] = chance.once(2) ? [one, other] : [other, one];
  const flow = { from, to, protocol: chance.pick(['TCP', 'UDP', 'SCTP']), port: chance.pick(ports) };
  return from === to ? undefined : flow;
}

describe('paths that are open by the checker', () => {
  const judged = Array.from({ length: CLUSTERS }, (_, seed) => {
    const chance = new Chance(seed);
    const objects = cluster(chance);
    const paths = openPathsOf(objects);
    if (typeof paths === 'string') return { refused: paths, flows: [], differing: [] };
    const [pods, ports] = [podsIn(objects, chance), portsOf(objects)];
    const flows = Array.from({ length: FLOWS }, () => someFlow(chance, pods, ports) ?? []).flat();
    const answers = flows.map((flow) => ({
      seed,
      flow,
      open: isOpen(paths, flow),
      judged: judge(objects, flow, 'cilium'),
    }));
    const differing = answers.filter(({ open, flow, judged: verdict }) => {
      // Whether an address is that of a node the evaluator can't tell.
      const isOutside = typeof flow.from === 'string' || typeof flow.to === 'string';
      return open ? verdict !== 'allowed' : verdict === 'allowed' || (verdict === 'depends' && !isOutside);
    });
    return { refused: undefined, flows: answers, differing };
  });

  it('are those that an evaluator written from the specification alone lets pass, whatever labels pods have', () => {
    expect(judged.flatMap(({ differing }) => differing).slice(0, 2)).toEqual([]);
  });

  it('are found in a good part of random clusters, and are open in some and closed in others', () => {
    const flows = judged.flatMap((one) => one.flows);
    expect(judged.filter(({ refused }) => refused === undefined).length).toBeGreaterThan(CLUSTERS / 4);
    expect(flows.filter(({ open }) => open).length).toBeGreaterThan(flows.length / 100);
    expect(flows.filter(({ open }) => !open).length).toBeGreaterThan(flows.length / 2);
  });
});
