import { labelPrefix } from '../../../model/naming';
import { fieldNames, type FieldPath } from './field-path';

/** Why a change of a field matters beyond the object itself. */
export type Concern = 'pod-security' | 'whose-it-is' | 'network' | 'access' | 'admission' | 'quota' | 'secret';

const NETWORK_KINDS = new Set([
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'CiliumNetworkPolicy',
  'ClusterNetworkPolicy',
  'NetworkPolicy',
]);
const ACCESS_KINDS = new Set(['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding']);
const ADMISSION_KINDS = new Set([
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);
const QUOTA_KINDS = new Set(['LimitRange', 'ResourceQuota']);
const POD_SECURITY = /^pod-security\.kubernetes\.io\//;

/** What a change of a field touches; undefined when it is nobody's concern but the object's. */
export function concernOf(kind: string, path: FieldPath): Concern | undefined {
  const [first = '', second = '', label = ''] = fieldNames(path);
  if (first === 'metadata') return second === 'labels' ? concernOfLabel(kind, label) : undefined;
  if (NETWORK_KINDS.has(kind)) return 'network';
  if (ACCESS_KINDS.has(kind)) return 'access';
  if (ADMISSION_KINDS.has(kind)) return 'admission';
  if (QUOTA_KINDS.has(kind)) return 'quota';
  return kind === 'Secret' ? 'secret' : undefined;
}

/** Labels of a namespace decide how its pods are held and what may reach them; all of them may have gone at once. */
function concernOfLabel(kind: string, label: string): Concern | undefined {
  if (kind === 'Namespace' && (label === '' || POD_SECURITY.test(label))) return 'pod-security';
  return label.startsWith(`${labelPrefix}/`) ? 'whose-it-is' : undefined;
}
