import { listAt, textAt, textsAt, valueAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
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
  const isAsked = listAt(body, 'spec', 'matchConstraints', 'resourceRules').some(
    (rule) => textsAt(rule, 'resources').includes('nodes') && textsAt(rule, 'operations').includes('UPDATE'),
  );
  const asksEverybody = listAt(body, 'spec', 'matchConditions').every(
    (one) => textAt(one, 'expression') === isOfPeople,
  );
  const expressions = listAt(body, 'spec', 'validations').map((one) =>
    (textAt(one, 'expression') ?? '').replaceAll('?', ''),
  );
  const comparesAll = fields.every((field) => expressions.some((one) => one.includes(field)));
  const isWhole = ['namespaceSelector', 'objectSelector', 'excludeResourceRules'].every(
    (field) => valueAt(body, 'spec', 'matchConstraints', field) === undefined,
  );
  return (
    isAsked && isWhole && asksEverybody && comparesAll && (textAt(body, 'spec', 'failurePolicy') ?? 'Fail') === 'Fail'
  );
}

function denies({ body }: Resource, policy: string): boolean {
  return (
    textAt(body, 'spec', 'policyName') === policy &&
    textsAt(body, 'spec', 'validationActions').includes('Deny') &&
    valueAt(body, 'spec', 'matchResources') === undefined
  );
}
