import { NAMESPACE_NAME_LABEL } from '../../../model/naming';
import { hasUnresolved, isObject, listAt, objectAt, textAt, valueAt } from '../../json-path';
import type { JsonObject, JsonValue } from '../../resource';
import { isLabelValue } from './label-syntax';
import { anybody, type Peer, type PodSelection, type Selector } from './policy';
import { readSelector } from './read-selector';
import type { Troubles } from './troubles';

/** Before a label stands where it comes from; those of pods come from Kubernetes, and `any` leaves it open. */
const SOURCES = /^(?:k8s|any):/;

/** Labels by which Cilium gives endpoints what isn't a label of their pod. */
const NAMESPACE = 'io.kubernetes.pod.namespace';
const NAMESPACE_LABELS = 'io.cilium.k8s.namespace.labels.';
const OTHER_OWN = /^io\.cilium\./;

/** Labels of what is no pod whose labels are known: nodes, the probes between them, pods that start. */
const RESERVED = /^reserved:/;

/** What a selector of Cilium takes. */
export interface Endpoints {
  /** Pods in the policy's own namespace unless it names another, or everywhere in a policy of the whole cluster. */
  readonly pods: PodSelection;
  /** Whether it says something that can't be told from files, by which it may take fewer of them. */
  readonly isUntold: boolean;
  /** Whether it speaks of labels that no pod has; then it may take what is no pod. */
  readonly isReserved: boolean;
}

/** Reads a selector of Cilium; undefined when it is none. */
export function readEndpoints(
  value: JsonValue,
  { where, own, troubles }: { readonly where: string; readonly own: boolean; readonly troubles: Troubles },
): Endpoints | undefined {
  const selector = readSelector(value, where, troubles);
  if (selector === undefined) return undefined;
  const labels = Object.entries(objectAt(selector, 'matchLabels') ?? {}).map(([key, label]) => ({
    key: key.replace(SOURCES, ''),
    value: label,
  }));
  const wrong = labels.find((one) => typeof one.value === 'string' && !isLabelValue(one.value));
  if (wrong !== undefined) return troubles.add(`${where}.matchLabels`, wrong.value, 'values as labels have them');
  const expressions = listAt(selector, 'matchExpressions').filter(isObject);
  const keys = [...labels.map(({ key }) => key), ...expressions.map((one) => keyOf(one))];
  const part = (isOf: (key: string) => boolean): Selector => ({
    matchLabels: Object.fromEntries(labels.filter(({ key }) => isOf(key)).map((one) => [ownKey(one.key), one.value])),
    matchExpressions: expressions.filter((one) => isOf(keyOf(one))).map((one) => ({ ...one, key: ownKey(keyOf(one)) })),
  });
  const namespaces = keys.some(isNamespaceKey) ? part(isNamespaceKey) : own ? 'own' : {};
  const pods = part((key) => !isNamespaceKey(key) && !isUntoldKey(key));
  return {
    pods: { kind: 'pods', namespaces, pods, onNodes: 'perhaps' },
    isUntold: keys.some(isUntoldKey) || hasUnresolved(selector),
    isReserved: keys.some((key) => RESERVED.test(key)),
  };
}

/** Whom a selector of Cilium means where it names peers. */
export function readEndpointPeers(
  value: JsonValue,
  place: { readonly where: string; readonly own: boolean; readonly troubles: Troubles },
): readonly Peer[] {
  const endpoints = readEndpoints(value, place);
  if (endpoints === undefined) return anybody;
  const { pods, isUntold, isReserved } = endpoints;
  const inside: readonly Peer[] = isUntold ? untold : [pods];
  return isReserved ? [...inside, ...nodes] : inside;
}

/** Such labels name accounts of pods, and clusters, of which another one's pods are outside of this one. */
const untold: readonly Peer[] = (['pods', 'outside'] as const).map((of) => ({
  kind: 'untold',
  of,
  why: 'labels that Cilium makes itself',
}));

function isUntoldKey(key: string): boolean {
  return OTHER_OWN.test(key) && !isNamespaceKey(key);
}

/** The subjects of a policy of a namespace: pods there, whatever namespace its selector names. */
export function withinNamespace(selection: PodSelection, namespace: string): PodSelection {
  if (selection.namespaces === 'own') return selection;
  const matchLabels = { ...objectAt(selection.namespaces, 'matchLabels'), [NAMESPACE_NAME_LABEL]: namespace };
  return { ...selection, namespaces: { ...selection.namespaces, matchLabels } };
}

function keyOf(expression: JsonObject): string {
  return (textAt(expression, 'key') ?? '').replace(SOURCES, '');
}

function isNamespaceKey(key: string): boolean {
  return key === NAMESPACE || key.startsWith(NAMESPACE_LABELS);
}

/** The label of the namespace, or of the pod, that a key of Cilium speaks of. */
function ownKey(key: string): string {
  if (key === NAMESPACE) return NAMESPACE_NAME_LABEL;
  return key.startsWith(NAMESPACE_LABELS) ? key.slice(NAMESPACE_LABELS.length) : key;
}

/** Whom each entity of Cilium means, as far as files tell (EntitySelectorMapping of its API). */
export function readEntity(value: JsonValue, where: string, troubles: Troubles): readonly Peer[] {
  const name = typeof value === 'string' ? value : '';
  const known = Object.hasOwn(entities, name) ? entities[name] : undefined;
  return known ?? troubles.add(where, value, `one of ${Object.keys(entities).join(', ')}`) ?? anybody;
}

const nodes: readonly Peer[] = [{ kind: 'untold', of: 'nodes', why: 'addresses of nodes' }];

const entities: Readonly<Record<string, readonly Peer[]>> = {
  all: [{ kind: 'everybody' }],
  world: [{ kind: 'world', families: [4, 6] }],
  'world-ipv4': [{ kind: 'world', families: [4] }],
  'world-ipv6': [{ kind: 'world', families: [6] }],
  cluster: [{ kind: 'cluster' }, ...nodes],
  host: nodes,
  'remote-node': nodes,
  'kube-apiserver': nodes,
  ingress: nodes,
  health: nodes,
  init: [{ kind: 'untold', of: 'pods', why: 'pods that start' }],
  unmanaged: [{ kind: 'untold', of: 'pods', why: 'pods that Cilium does not manage' }],
  none: [{ kind: 'nobody' }],
};

/** The members of a rule that are there, as the API takes them: what is null isn't. */
export function isWritten(rule: JsonValue, key: string): boolean {
  return (valueAt(rule, key) ?? undefined) !== undefined;
}
