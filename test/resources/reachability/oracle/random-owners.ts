import type { JsonObject } from '../../../../resources/resource';
import { Chance } from './chance';
import { get, list, text } from './matching';
import { randomPolicy, type PolicyKind } from './random-policies';
import type { Objects } from './random-cluster';
import { randomLabels } from './vocabulary';

const NAMESPACES = ['amber', 'birch'];

/** A kind that makes pods, what stands between it and them, and the label that its controller gives each pod. */
interface Maker {
  readonly kind: string;
  readonly between?: string;
  readonly label: string;
}

const MAKERS: readonly Maker[] = [
  { kind: 'Deployment', between: 'ReplicaSet', label: 'pod-template-hash' },
  { kind: 'StatefulSet', label: 'apps.kubernetes.io/pod-index' },
  { kind: 'DaemonSet', label: 'controller-revision-hash' },
  { kind: 'CronJob', between: 'Job', label: 'batch.kubernetes.io/job-name' },
];

const POLICIES: readonly PolicyKind[] = [
  'NetworkPolicy',
  'NetworkPolicy',
  'ClusterNetworkPolicy',
  'CiliumNetworkPolicy',
];

/** A living cluster: pods beside those of their owners that somebody wrote out, and policies of which some speak of labels of controllers. */
export function randomLivingCluster(seed: number): Objects {
  const chance = new Chance(seed);
  const owned = ['one', 'two', 'three'].flatMap((name) => ownedPods(chance, name));
  const policies = chance
    .many(1, 4, () => chance.pick(POLICIES))
    .map((kind, index) => randomPolicy(chance, { kind, name: `policy-${index}`, namespaces: NAMESPACES }));
  return [...owned, ...policies, ...(chance.once(2) ? [aboutControllers(chance)] : [])];
}

function apiVersionOf(kind: string): string {
  return kind.endsWith('Job') ? 'batch/v1' : 'apps/v1';
}

function ownedPods(chance: Chance, name: string): Objects {
  const { kind, between, label } = chance.pick(MAKERS);
  const namespace = chance.pick(NAMESPACES);
  const labels = randomLabels(chance, ['app', 'tier']);
  const ports = chance.once(2) ? [{ name: 'web', containerPort: chance.pick([80, 8080]) }] : [];
  const spec = { hostNetwork: chance.once(8), containers: [{ name: 'main', ports }] };
  const template = { metadata: { labels }, spec };
  const made = (makerKind: string, makerName: string, owner?: JsonObject): JsonObject => ({
    apiVersion: apiVersionOf(makerKind),
    kind: makerKind,
    metadata: { name: makerName, namespace, ...(owner === undefined ? {} : { ownerReferences: [owner] }) },
    spec: makerKind === 'CronJob' ? { jobTemplate: { spec: { template } } } : { template },
  });
  const top = made(kind, name);
  const middle = between === undefined ? [] : [made(between, `${name}-middle`, referenceTo(top))];
  const owner = referenceTo(middle[0] ?? top);
  const pods = chance
    .many(0, 3, () => 0)
    .map((_, index): JsonObject => {
      const own = { [label]: String(chance.below(2)), ...(chance.once(5) ? randomLabels(chance, ['app']) : {}) };
      const metadata = { name: `${name}-${index}`, namespace, labels: { ...labels, ...own }, ownerReferences: [owner] };
      const other = chance.once(8)
        ? { ...spec, containers: [{ name: 'main', ports: [{ name: 'web', containerPort: 443 }] }] }
        : spec;
      return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata,
        spec: other,
        status: { phase: chance.once(9) ? 'Failed' : 'Running' },
      };
    });
  const makers = [top, ...middle].filter(() => !chance.once(4));
  return [...makers, ...pods];
}

function referenceTo(maker: JsonObject): JsonObject {
  const [apiVersion, kind] = [text(maker, 'apiVersion'), text(maker, 'kind')];
  return { apiVersion, kind, name: text(maker, 'metadata', 'name'), controller: true };
}

function aboutControllers(chance: Chance): JsonObject {
  const { label: key } = chance.pick(MAKERS);
  const expression = chance.pick<JsonObject>([
    { key, operator: 'In', values: ['0'] },
    { key, operator: 'NotIn', values: ['1'] },
    { key, operator: 'Exists' },
  ]);
  const podSelector: JsonObject = { matchExpressions: [expression] };
  const spec: JsonObject = chance.once(2)
    ? { podSelector }
    : { podSelector: {}, ingress: [{ from: [{ namespaceSelector: {}, podSelector }] }] };
  const metadata = { name: 'controllers', namespace: chance.pick(NAMESPACES) };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec };
}

/** The name of the owner after which pods are called: the last that names its own owner, though nobody wrote that out. */
export function nameByOwner(objects: Objects, pod: JsonObject): string {
  const [owner] = list(get(pod, 'metadata'), 'ownerReferences');
  const namespace = text(pod, 'metadata', 'namespace');
  if (owner === undefined) return `${namespace}/${text(pod, 'metadata', 'name')}[${text(pod, 'kind')}]`;
  const found = objects.find(
    (one) =>
      one['kind'] === get(owner, 'kind') &&
      get(one, 'metadata', 'name') === get(owner, 'name') &&
      get(one, 'metadata', 'namespace') === namespace,
  );
  return found === undefined
    ? `${namespace}/${text(owner, 'name')}[${text(owner, 'kind')}]`
    : nameByOwner(objects, found);
}
