import { isObject, listAt, textAt, textsAt, valueAt } from '../../../resources/json-path';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import type { AccessSubject } from '../../../resources/permissions/read/access-rule';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { isOfPeople, SYSTEM } from '../../supply-chain/admission/spares-kubernetes';

const POLICY = 'ValidatingAdmissionPolicy';

/** Fields of a node that decide which pods it takes. */
const fields = ['oldObject.metadata.labels', 'oldObject.spec.taints'] as const;

/** Whether the API server of a cluster itself holds what this subject changes of nodes against what stood there before. */
export function boundsNodeChanges({ resources }: AssemblyView, cluster: string, subject: AccessSubject): boolean {
  if (subject.kind === 'ServiceAccount' || subject.name.startsWith(SYSTEM)) return false;
  const bindings = resources.inCluster(cluster, `${POLICY}Binding`);
  return resources
    .inCluster(cluster, POLICY)
    .some((policy) => comparesNodes(policy) && bindings.some((one) => denies(one, policy.name)));
}

function comparesNodes({ body }: Resource): boolean {
  const asksEverybody = listAt(body, 'spec', 'matchConditions').every(
    (one) => textAt(one, 'expression') === isOfPeople,
  );
  const expressions = listAt(body, 'spec', 'validations').map((one) =>
    (textAt(one, 'expression') ?? '').replaceAll('?', ''),
  );
  const comparesAll = fields.every((field) => expressions.some((one) => one.includes(field)));
  return (
    isAskedOfNodes(body) && asksEverybody && comparesAll && (textAt(body, 'spec', 'failurePolicy') ?? 'Fail') === 'Fail'
  );
}

/** Whether every change of every node is brought before a policy. */
function isAskedOfNodes(body: JsonObject): boolean {
  const constraints = valueAt(body, 'spec', 'matchConstraints');
  const asks = (rule: JsonValue, field: string, value: string): boolean =>
    textsAt(rule, field).some((one) => one === value || one === '*');
  const isAsked = listAt(constraints, 'resourceRules').some(
    (rule) =>
      asks(rule, 'apiGroups', '') &&
      asks(rule, 'apiVersions', 'v1') &&
      asks(rule, 'operations', 'UPDATE') &&
      asks(rule, 'resources', 'nodes') &&
      listAt(rule, 'resourceNames').length === 0 &&
      textAt(rule, 'scope') !== 'Namespaced',
  );
  return (
    isAsked &&
    listAt(constraints, 'excludeResourceRules').length === 0 &&
    ['namespaceSelector', 'objectSelector'].every((field) => takesAll(valueAt(constraints, field)))
  );
}

/** An API server fills an empty selector in where none is written; both take everything. */
function takesAll(selector: JsonValue | undefined): boolean {
  return selector === undefined || (isObject(selector) && Object.keys(selector).length === 0);
}

function denies({ body }: Resource, policy: string): boolean {
  return (
    textAt(body, 'spec', 'policyName') === policy &&
    textsAt(body, 'spec', 'validationActions').includes('Deny') &&
    valueAt(body, 'spec', 'matchResources') === undefined
  );
}
