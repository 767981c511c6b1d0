import type { JsonObject } from '../../../../resources/resource';
import { judge, judgeEnd, type Verdict } from '../oracle/brute-force';
import { get, NAMESPACE, NAMESPACE_LABELS, type End, type Pod } from '../oracle/matching';
import type { Objects } from '../oracle/random-cluster';
import { BLOCK_EDGES, NAMESPACES } from '../oracle/vocabulary';
import type { OracleWay } from './oracle-ways';

type Plugin = 'cilium' | 'unknown';
type Arrival = Pick<OracleWay, 'pod' | 'protocol' | 'port' | 'families'>;

/** What every address in and beside the blocks of policies meets at a pod. */
export function judgeAddresses(objects: Objects, arrival: Arrival, plugin: Plugin): Verdict {
  const { v4, v6 } = arrival.families;
  const peers = BLOCK_EDGES.filter((one) => (one.includes(':') ? v6 : v4));
  return joint(peers.map((peer) => answersFor(objects, { arrival, peer, plugin })));
}

/** What pods meet at a pod that aren't there: of every namespace, with every label that a policy could speak of. */
export function judgeUnnamedPods(objects: Objects, arrival: Arrival, plugin: Plugin): Verdict {
  const onNode = arrival.pod.hostNetwork ? [[true]] : [];
  return joint([...onNode, ...unnamedPods(objects).map((peer) => answersFor(objects, { arrival, peer, plugin }))]);
}

/** What one workload meets that calls a pod, its own policies among it. */
export function judgeWorkload(
  objects: Objects,
  from: Pod,
  { arrival, plugin }: { arrival: Arrival; plugin: Plugin },
): Verdict {
  const { pod, protocol, port } = arrival;
  const isSame = from.kind === pod.kind && from.namespace === pod.namespace && from.name === pod.name;
  return judge(objects, { from: isSame ? pod : from, to: pod, protocol, port }, plugin);
}

/** One verdict of all outcomes. */
export function joint(outcomes: readonly (readonly boolean[])[]): Verdict {
  const all = outcomes.flat();
  if (!all.includes(false)) return 'allowed';
  return all.includes(true) ? 'depends' : 'denied';
}

function answersFor(
  objects: Objects,
  { arrival: { pod, protocol, port }, peer, plugin }: { arrival: Arrival; peer: End; plugin: Plugin },
): readonly boolean[] {
  return judgeEnd(objects, { direction: 'ingress', pod, peer, traffic: { protocol, port, to: pod }, plugin });
}

function unnamedPods(objects: Objects): readonly Pod[] {
  const spaces = [...NAMESPACES, 'unseen'].flatMap((namespace) => {
    const written = objects.find((one) => one['kind'] === 'Namespace' && get(one, 'metadata', 'name') === namespace);
    const known = (get(written, 'metadata', 'labels') ?? {}) as JsonObject;
    const labels = written === undefined ? combinations({ team: ['red', 'blue'], zone: ['edge', 'core'] }) : [known];
    return labels.map((own) => ({ namespace, labels: { ...own, 'kubernetes.io/metadata.name': namespace } }));
  });
  const ofPods = combinations({ app: ['shop', 'bank'], tier: ['front', 'back'] });
  return spaces.flatMap(({ namespace, labels: namespaceLabels }) =>
    ofPods.map((labels): Pod => {
      const prefixed = Object.entries(namespaceLabels).map(([key, value]) => [NAMESPACE_LABELS + key, value] as const);
      const endpointLabels = { ...labels, ...Object.fromEntries(prefixed), [NAMESPACE]: namespace };
      return {
        kind: 'Pod',
        name: 'unnamed',
        namespace,
        labels,
        namespaceLabels,
        endpointLabels,
        hostNetwork: false,
        ports: [],
      };
    }),
  );
}

/** Every set of labels of some keys: each is absent, has a value that policies name, or another. */
function combinations(values: Readonly<Record<string, readonly string[]>>): readonly JsonObject[] {
  return Object.entries(values).reduce<readonly JsonObject[]>(
    (sets, [key, named]) =>
      sets.flatMap((one) => [one, ...[...named, 'other'].map((value): JsonObject => ({ ...one, [key]: value }))]),
    [{}],
  );
}
