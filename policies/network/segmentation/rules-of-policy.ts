import { isUnresolved, listAt, valueAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import type { NetworkRule } from '../../../resources/view/network-rule';

/** The rules of one NetworkPolicy in both directions, as the view has read them for its namespace. */
export function rulesOfPolicy({ network }: AssemblyView, policy: Resource): readonly NetworkRule[] {
  const { ingress, egress } = network.rulesOfPolicy(policy);
  return ingress.length === 0 ? egress : egress.length === 0 ? ingress : [...ingress, ...egress];
}

/** Whether Terraform alone can tell which rules a policy has; what stands in a rule is told rule by rule. */
export function hasUntoldRules({ body }: Resource): boolean {
  const parts = ['ingress', 'egress', 'policyTypes'].map((key) => valueAt(body, 'spec', key));
  return [valueAt(body, 'spec'), ...parts, ...listAt(body, 'spec', 'policyTypes')].some(isUnresolved);
}
