import { isUnresolved, listAt, valueAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import type { NetworkRule } from '../../../resources/view/network-rule';

/** The rules of one NetworkPolicy in both directions, as the view has read them for its namespace. */
export function rulesOfPolicy({ network }: AssemblyView, policy: Resource): readonly NetworkRule[] {
  const place = { cluster: policy.cluster ?? '', namespace: policy.namespace ?? '' };
  const rules = [
    ...network.rulesOf({ ...place, direction: 'ingress' }),
    ...network.rulesOf({ ...place, direction: 'egress' }),
  ];
  return rules.filter((one) => one.policy === policy);
}

/** Whether Terraform alone can tell which rules a policy has; what stands in a rule is told rule by rule. */
export function hasUntoldRules({ body }: Resource): boolean {
  const parts = ['ingress', 'egress', 'policyTypes'].map((key) => valueAt(body, 'spec', key));
  return [valueAt(body, 'spec'), ...parts, ...listAt(body, 'spec', 'policyTypes')].some(isUnresolved);
}
