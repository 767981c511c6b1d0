import type { Namespace } from '../../../model/tenancy/namespace';
import { hasUnresolved } from '../../../resources/json-path';
import type { Direction } from '../../../resources/view/network-rule';
import { fail, pass, unknown, type Judgement, type PolicyContext } from '../../define-policy';

/** Whether a NetworkPolicy of the namespace denies a direction for every pod and opens nothing itself. */
export function checkDefaultDeny(
  { cluster, name }: Pick<Namespace, 'cluster' | 'name'>,
  direction: Direction,
  { view }: Pick<PolicyContext, 'view'>,
): Judgement {
  if (view.network.tryDefaultDeny({ cluster, namespace: name, direction }) !== undefined) return pass;
  const want = `a NetworkPolicy that selects every pod, governs ${direction} and has no rule`;
  const policies = view.network.policiesOf(cluster, name);
  if (policies.some((one) => hasUnresolved(one.body['spec']))) {
    return unknown('NetworkPolicy', 'a policy that Terraform alone can tell', want);
  }
  const got = policies.length === 0 ? 'no NetworkPolicy' : policies.map((one) => one.name).join(', ');
  return fail('NetworkPolicy', got, want);
}
