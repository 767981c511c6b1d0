import { labels } from '../../../model/naming';
import { listAt, objectAt, textAt, textMapAt, textsAt } from '../../../resources/json-path';
import { selectsAll } from '../../../resources/label-selector';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import { fail, pass, type Judgement } from '../../define-policy';
import type { GuardrailNeeds } from './guardrail-needs';

const KIND = 'ClusterNetworkPolicy';
const everywhere = ['0.0.0.0/0', '::/0'] as const;

/** Whether ClusterNetworkPolicy objects (policy.networking.k8s.io) hold what a cluster needs, and accept nothing. */
export function checkClusterGuardrails(policies: readonly Resource[], { blocks, systems }: GuardrailNeeds): Judgement {
  const specs = policies.map((one) => ({ name: one.name, spec: objectAt(one.body, 'spec') ?? {} }));
  const opening = specs.find(({ spec }) => accepts(spec));
  if (opening !== undefined) return fail(`${KIND} ${opening.name}`, 'an Accept rule', 'Pass and Deny alone');
  const admin = specs.map(({ spec }) => spec).filter((spec) => textAt(spec, 'tier') === 'Admin');
  const ofTenants = admin.filter(isOfTenants);
  const denied = new Set(
    ofTenants.flatMap((spec) => denials(spec, 'egress').flatMap((peer) => textsAt(peer, 'networks'))),
  );
  const free = blocks.find((one) => !denied.has(one));
  if (free !== undefined)
    return fail(`${KIND} egress`, `${free} is not denied`, 'metadata and management networks denied');
  if (!ofTenants.some((spec) => denials(spec, 'ingress').some((peer) => hasExpression(peer, 'DoesNotExist')))) {
    return fail(`${KIND} ingress`, 'no denial of namespaces without tenant', 'namespaces of nobody denied');
  }
  const baseline = specs.map(({ spec }) => spec).filter((spec) => textAt(spec, 'tier') === 'Baseline');
  if (!baseline.some((spec) => isOfTenants(spec) && isDefaultDeny(spec))) {
    return fail(`${KIND} Baseline`, 'no default denial', 'ingress and egress of every tenant denied by default');
  }
  const bare = systems.find((system) => !admin.some((spec) => guardsDatabase(spec, system)));
  return bare === undefined
    ? pass
    : fail(`${KIND} ingress`, `${bare} is not guarded`, 'databases closed to other systems');
}

function accepts(spec: JsonObject): boolean {
  return [...listAt(spec, 'ingress'), ...listAt(spec, 'egress')].some((one) => textAt(one, 'action') === 'Accept');
}

function isOfTenants(spec: JsonObject): boolean {
  const subject = objectAt(spec, 'subject');
  const selector = objectAt(subject, 'namespaces');
  return selector !== undefined && (selectsAll(selector) || hasExpression(subject ?? {}, 'Exists'));
}

function denials(spec: JsonObject, direction: 'ingress' | 'egress'): readonly JsonValue[] {
  const rules = listAt(spec, direction).filter((one) => textAt(one, 'action') === 'Deny');
  return rules.flatMap((one) => listAt(one, direction === 'ingress' ? 'from' : 'to'));
}

/** A selector of namespaces by the tenant label alone. */
function hasExpression(peer: JsonValue, operator: string): boolean {
  const [first, ...rest] = listAt(peer, 'namespaces', 'matchExpressions');
  return rest.length === 0 && textAt(first, 'key') === labels.tenant && textAt(first, 'operator') === operator;
}

function isDefaultDeny(spec: JsonObject): boolean {
  const everyNamespace = (peer: JsonValue): boolean => selectsAll(objectAt(peer, 'namespaces'));
  const networks = denials(spec, 'egress').flatMap((peer) => textsAt(peer, 'networks'));
  return (
    denials(spec, 'ingress').some(everyNamespace) &&
    denials(spec, 'egress').some(everyNamespace) &&
    everywhere.every((one) => networks.includes(one))
  );
}

function guardsDatabase(spec: JsonObject, system: string): boolean {
  const wanted = textMapAt(spec, 'subject', 'namespaces', 'matchLabels');
  return (
    wanted.size === 2 &&
    wanted.get(labels.system) === system &&
    wanted.get(labels.zone) === 'database' &&
    denials(spec, 'ingress').some((peer) => selectsAll(objectAt(peer, 'namespaces')))
  );
}
