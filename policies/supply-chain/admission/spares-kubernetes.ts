import { listAt, textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';

/** Names of Kubernetes' own components and of service accounts begin so. The identity provider hands out none of them. */
export const SYSTEM = 'system:';

/** The one condition by which a policy is asked about people alone; CEL of a ValidatingAdmissionPolicy. */
export const isOfPeople = `!request.userInfo.username.startsWith('${SYSTEM}')`;

/** Whether a policy is never asked about what kubelets and controllers do, whatever else it says. */
export function sparesKubernetes(policy: JsonObject): boolean {
  return listAt(policy, 'spec', 'matchConditions').some((one) => textAt(one, 'expression') === isOfPeople);
}
