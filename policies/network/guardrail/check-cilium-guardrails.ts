import { labels } from '../../../model/naming';
import { booleanAt, listAt, objectAt, textAt, textMapAt, textsAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import { fail, pass, type Judgement } from '../../define-policy';
import type { GuardrailNeeds } from './guardrail-needs';

const KIND = 'CiliumClusterwideNetworkPolicy';
const namespaceLabel = (label: string): string => `k8s:io.cilium.k8s.namespace.labels.${label}`;
const TENANT = namespaceLabel(labels.tenant);
const POD_NAMESPACE = 'k8s:io.kubernetes.pod.namespace';

/** Whether cluster-wide policies of Cilium hold what a cluster needs, and open nothing to tenants. */
export function checkCiliumGuardrails(policies: readonly Resource[], { blocks, systems }: GuardrailNeeds): Judgement {
  const specs = policies.map((one) => ({ name: one.name, spec: objectAt(one.body, 'spec') ?? {} }));
  const opening = specs.find(({ spec }) => mayTakeTenants(spec) && opens(spec));
  if (opening !== undefined) return fail(`${KIND} ${opening.name}`, 'a rule that allows', 'deny rules alone');
  const ofTenants = specs.map(({ spec }) => spec).filter((spec) => isOfTenants(spec));
  const denied = new Set(
    ofTenants.flatMap((spec) => listAt(spec, 'egressDeny').flatMap((one) => textsAt(one, 'toCIDR'))),
  );
  const free = blocks.find((one) => !denied.has(one));
  if (free !== undefined)
    return fail(`${KIND} egressDeny`, `${free} is not denied`, 'metadata and management networks denied');
  if (!ofTenants.some((spec) => denies(spec, TENANT, 'DoesNotExist'))) {
    return fail(`${KIND} ingressDeny`, 'no denial of namespaces without tenant', 'namespaces of nobody denied');
  }
  if (!ofTenants.some(isDefaultDeny)) {
    return fail(
      `${KIND} enableDefaultDeny`,
      'no default denial',
      'ingress and egress of every tenant denied by default',
    );
  }
  const bare = systems.find((system) => !specs.some(({ spec }) => guardsDatabase(spec, system)));
  return bare === undefined
    ? pass
    : fail(`${KIND} ingressDeny`, `${bare} is not guarded`, 'databases closed to other systems');
}

/** Policies of hosts and of endpoints of Cilium itself, and of one namespace of the platform, take no tenant. */
function mayTakeTenants(spec: JsonObject): boolean {
  if (objectAt(spec, 'nodeSelector') !== undefined) return false;
  const keys = [...textMapAt(spec, 'endpointSelector', 'matchLabels').keys()];
  const named = keys.some((key) => key === POD_NAMESPACE || key.startsWith('reserved:'));
  const outside = expressions(spec['endpointSelector']).some(
    (one) => is(one, POD_NAMESPACE, 'In') || is(one, TENANT, 'DoesNotExist'),
  );
  return !named && !outside;
}

/** An empty rule allows nothing in Cilium's own policies. */
function opens(spec: JsonObject): boolean {
  return [...listAt(spec, 'ingress'), ...listAt(spec, 'egress')].some(
    (one) => Object.keys(objectAt(one) ?? { one }).length > 0,
  );
}

function isOfTenants(spec: JsonObject): boolean {
  const rest = textMapAt(spec, 'endpointSelector', 'matchLabels').size;
  const wanted = expressions(spec['endpointSelector']);
  return (
    rest === 0 && objectAt(spec, 'endpointSelector') !== undefined && wanted.every((one) => is(one, TENANT, 'Exists'))
  );
}

function denies(spec: JsonObject, key: string, operator: string): boolean {
  const peers = listAt(spec, 'ingressDeny').flatMap((one) => listAt(one, 'fromEndpoints'));
  return peers.some((peer) => expressions(peer).some((one) => is(one, key, operator)));
}

function isDefaultDeny(spec: JsonObject): boolean {
  return (
    booleanAt(spec, 'enableDefaultDeny', 'ingress') === true && booleanAt(spec, 'enableDefaultDeny', 'egress') === true
  );
}

function guardsDatabase(spec: JsonObject, system: string): boolean {
  const wanted = textMapAt(spec, 'endpointSelector', 'matchLabels');
  const selects =
    wanted.size === 2 &&
    wanted.get(namespaceLabel(labels.system)) === system &&
    wanted.get(namespaceLabel(labels.zone)) === 'database' &&
    expressions(spec['endpointSelector']).length === 0;
  const peers = listAt(spec, 'ingressDeny').flatMap((one) => listAt(one, 'fromEndpoints'));
  const others = peers
    .flatMap((peer) => expressions(peer))
    .filter((one) => is(one, namespaceLabel(labels.system), 'NotIn'));
  return selects && others.some((one) => textsAt(one, 'values').join() === system);
}

function expressions(selector: JsonValue | undefined): readonly JsonValue[] {
  return listAt(selector, 'matchExpressions');
}

function is(expression: JsonValue, key: string, operator: string): boolean {
  return textAt(expression, 'key') === key && textAt(expression, 'operator') === operator;
}
