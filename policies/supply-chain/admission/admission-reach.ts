import { listAt, objectAt, textAt, textMapAt, textsAt } from '../../../resources/json-path';
import { selects } from '../../../resources/label-selector';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { fail, pass, unknown, type Judgement } from '../../define-policy';
import { sparesKubernetes } from './spares-kubernetes';

/** What an admission rule is asked about, and in which namespaces. */
export interface AdmissionReach {
  readonly where: string;
  /** Rules with `apiGroups` and `resources`. */
  readonly rules: readonly JsonValue[];
  /** Selectors that must all take a namespace; none takes every one. */
  readonly namespaceSelectors: readonly (JsonObject | undefined)[];
  /** Whether kubelets and controllers pass unasked, so that a fault stops people alone. */
  readonly sparesKubernetes: boolean;
}

/** Something that a cluster lives by. */
interface Untouchable {
  readonly group: string;
  readonly resource: string;
  /** Whether people may be held to a rule on it: whoever repairs the rule itself doesn't need it.
   * @default false
   */
  readonly isForPeople?: true;
}

/** What no admission rule may stand in front of: a fault there could never be undone. */
const UNTOUCHABLE: readonly Untouchable[] = [
  { group: '', resource: 'nodes', isForPeople: true },
  { group: 'coordination.k8s.io', resource: 'leases' },
  { group: 'admissionregistration.k8s.io', resource: 'validatingadmissionpolicies' },
  { group: 'admissionregistration.k8s.io', resource: 'validatingadmissionpolicybindings' },
  { group: 'admissionregistration.k8s.io', resource: 'validatingwebhookconfigurations' },
  { group: 'admissionregistration.k8s.io', resource: 'mutatingwebhookconfigurations' },
];

/** Resources that lie in no namespace, so that a selector of namespaces doesn’t tell where a rule holds. */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'namespaces',
  'nodes',
  'persistentvolumes',
  'storageclasses',
  'priorityclasses',
  'customresourcedefinitions',
  'clusterroles',
  'clusterrolebindings',
  'apiservices',
  'clusternetworkpolicies',
  'ciliumclusterwidenetworkpolicies',
]);

const KUBE_SYSTEM: ReadonlyMap<string, string> = new Map([['kubernetes.io/metadata.name', 'kube-system']]);

/** Whether an admission rule leaves alone what a cluster needs to live and to be repaired. */
export function judgeReach({ where, rules, namespaceSelectors, sparesKubernetes: spares }: AdmissionReach): Judgement {
  for (const { group, resource, isForPeople = false } of UNTOUCHABLE) {
    if (isForPeople && spares) continue;
    const hit = rules.find((rule) => takes(rule, group, resource));
    if (hit !== undefined) return fail(`${where}: rules`, `matches ${resource}`, `no ${resource}`);
  }
  if (rules.every((rule) => isClusterScoped(rule))) return pass;
  const answers = namespaceSelectors.map((one) => (one === undefined ? 'yes' : selects(one, KUBE_SYSTEM)));
  if (answers.includes('no')) return pass;
  const field = `${where}: namespaceSelector`;
  return answers.includes('unknown')
    ? unknown(field, 'can’t be told', 'not kube-system')
    : fail(field, 'takes kube-system', 'not kube-system');
}

function takes(rule: JsonValue, group: string, resource: string): boolean {
  const groups = textsAt(rule, 'apiGroups');
  const isGroup = groups.includes(group) || groups.includes('*');
  const named = textsAt(rule, 'resources').some(
    (one) => one === '*' || one === '*/*' || one.split('/')[0] === resource,
  );
  return isGroup && named;
}

function isClusterScoped(rule: JsonValue): boolean {
  const resources = textsAt(rule, 'resources');
  const isNamed = resources.length > 0 && resources.every((one) => CLUSTER_SCOPED.has(one.split('/')[0] ?? ''));
  return isNamed || textAt(rule, 'scope') === 'Cluster';
}

/** The reach of each webhook of a configuration. */
export function reachOfWebhooks(configuration: JsonObject): readonly AdmissionReach[] {
  return listAt(configuration, 'webhooks').map((one, index) => ({
    where: `webhooks[${index}]`,
    rules: listAt(one, 'rules'),
    namespaceSelectors: [selectorAt(one, 'namespaceSelector')],
    // What it would say is outside of the cluster, so nothing of it is taken on trust.
    sparesKubernetes: false,
  }));
}

/** The reach of an admission policy through one of its bindings. */
export function reachOfBinding(policy: JsonObject, binding: JsonObject): AdmissionReach {
  return {
    where: textMapAt(policy, 'metadata').get('name') ?? '',
    rules: listAt(policy, 'spec', 'matchConstraints', 'resourceRules'),
    namespaceSelectors: [
      selectorAt(policy, 'spec', 'matchConstraints', 'namespaceSelector'),
      selectorAt(binding, 'spec', 'matchResources', 'namespaceSelector'),
    ],
    sparesKubernetes: sparesKubernetes(policy),
  };
}

function selectorAt(value: JsonValue, ...path: readonly string[]): JsonObject | undefined {
  return objectAt(value, ...path);
}
