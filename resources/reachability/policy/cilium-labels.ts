import { NAMESPACE_NAME_LABEL } from '../../../model/naming';
import { isObject, listAt, objectAt, textAt, valueAt } from '../../json-path';
import type { JsonObject, JsonValue } from '../../resource';
import type { Peer, PodSelection, Selector } from './policy';
import { readSelector } from './read-parts';
import type { Troubles } from './troubles';

/** Before a label stands where it comes from; those of pods come from Kubernetes, and `any` leaves it open. */
const SOURCES = /^(?:k8s|any):/;

/** Labels by which Cilium gives endpoints what isn't a label of their pod. */
const NAMESPACE = 'io.kubernetes.pod.namespace';
const NAMESPACE_LABELS = 'io.cilium.k8s.namespace.labels.';
const OTHER_OWN = /^(?:io\.cilium\.|reserved:)/;

/**
 * Pods that a selector of Cilium takes: in the policy's own namespace unless it names another, or everywhere in a policy
 * of the whole cluster. What it says of anything but labels of pods and namespaces can't be told from files.
 */
export function readEndpoints(
  value: JsonValue,
  { where, own, troubles }: { readonly where: string; readonly own: boolean; readonly troubles: Troubles },
): PodSelection | Extract<Peer, { kind: 'untold' }> | undefined {
  const selector = readSelector(value, where, troubles);
  if (selector === undefined) return undefined;
  const labels = Object.entries(objectAt(selector, 'matchLabels') ?? {}).map(([key, label]) => ({
    key: key.replace(SOURCES, ''),
    value: label,
  }));
  const expressions = listAt(selector, 'matchExpressions').filter(isObject);
  const keys = [...labels.map(({ key }) => key), ...expressions.map((one) => keyOf(one))];
  if (keys.some((key) => OTHER_OWN.test(key) && !key.startsWith(NAMESPACE_LABELS)))
    return { kind: 'untold', of: 'pods', why: 'labels that Cilium makes itself' };
  const part = (isOfNamespace: boolean): Selector => ({
    matchLabels: Object.fromEntries(
      labels.filter(({ key }) => isNamespaceKey(key) === isOfNamespace).map((one) => [ownKey(one.key), one.value]),
    ),
    matchExpressions: expressions
      .filter((one) => isNamespaceKey(keyOf(one)) === isOfNamespace)
      .map((one) => ({ ...one, key: ownKey(keyOf(one)) })),
  });
  const namesOne = keys.some(isNamespaceKey);
  return { kind: 'pods', namespaces: namesOne ? part(true) : own ? 'own' : {}, pods: part(false), onNodes: 'perhaps' };
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
  return known ?? troubles.add(where, value, `one of ${Object.keys(entities).join(', ')}`) ?? [];
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
