import { AdmissionPolicy } from '../../../../constructs/cluster/admission/admission-policy';
import { nodeRule } from '../../../../constructs/cluster/admission/node-rule';
import { objectAt, textAt } from '../../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { renderConstruct } from '../../../support/render-construct';
import { change, type Path } from '../../kit/edit-objects';

const POLICY = 'ValidatingAdmissionPolicy';
const BINDING = `${POLICY}Binding`;

/** The policy and binding that keep people to marking nodes, as the product writes them. */
export function nodeGuard(): readonly JsonObject[] {
  const written = renderConstruct((scope) => void new AdmissionPolicy(scope, nodeRule));
  return JSON.parse(JSON.stringify(written)) as readonly JsonObject[];
}

/** The same as an API server gives it back, with what it fills in. */
export function servedNodeGuard(): readonly JsonObject[] {
  const filled = { namespaceSelector: {}, objectSelector: {}, matchPolicy: 'Equivalent' };
  const policy = nodeGuard().find((body) => textAt(body, 'kind') === POLICY);
  const constraints = objectAt(policy, 'spec', 'matchConstraints') ?? {};
  return bent(POLICY, ['spec', 'matchConstraints'], { ...constraints, ...filled });
}

/** The same, each changed so that it no longer keeps everybody to it. */
export const bentNodeGuards: Readonly<Record<string, () => readonly JsonObject[]>> = {
  'warns alone': () => bent(BINDING, ['spec', 'validationActions'], ['Warn']),
  'lets pass when it can’t tell': () => bent(POLICY, ['spec', 'failurePolicy'], 'Ignore'),
  'holds for some nodes': () =>
    bent(BINDING, ['spec', 'matchResources'], { objectSelector: { matchLabels: { a: 'b' } } }),
  'spares somebody': () =>
    bent(POLICY, ['spec', 'matchConditions', 0, 'expression'], "request.userInfo.username != 'x'"),
  'is about new nodes': () => bent(POLICY, [...rules, 'operations'], ['CREATE']),
  'is about something else': () => bent(POLICY, [...rules, 'resources'], ['namespaces']),
  'excludes nodes': () =>
    bent(POLICY, ['spec', 'matchConstraints', 'excludeResourceRules'], [{ resources: ['nodes'] }]),
  'holds for some nodes by their labels': () =>
    bent(POLICY, ['spec', 'matchConstraints', 'objectSelector'], { matchLabels: { a: 'b' } }),
  'is about one node': () => bent(POLICY, [...rules, 'resourceNames'], ['n1']),
  'is about nodes of another group': () => bent(POLICY, [...rules, 'apiGroups'], ['metrics.k8s.io']),
  'is about another version': () => bent(POLICY, [...rules, 'apiVersions'], ['v2']),
  'is about what lies in namespaces': () => bent(POLICY, [...rules, 'scope'], 'Namespaced'),
  'compares labels alone': () =>
    bent(POLICY, ['spec', 'validations', 0, 'expression'], 'object.metadata.labels == oldObject.metadata.labels'),
  'nobody bound': () => bent(BINDING, ['spec', 'policyName'], 'another'),
};

const rules: Path = ['spec', 'matchConstraints', 'resourceRules', 0];

function bent(target: string, path: Path, value: JsonValue): readonly JsonObject[] {
  return change(target, path, value)(nodeGuard().map((body) => ({ body }))).map(({ body }) => body);
}
