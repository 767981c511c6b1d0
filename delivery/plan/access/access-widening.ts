import { widenedAdmission, widenedBinding } from './admission';
import type { BeforeAfter, WideningTest } from './before-after';
import { widenedNamespace } from './namespace';
import { widenedNetwork } from './network';
import { widenedRole, widenedSubjects } from './rights';

const tests: Readonly<Record<string, WideningTest>> = {
  CiliumClusterwideNetworkPolicy: widenedNetwork,
  CiliumNetworkPolicy: widenedNetwork,
  ClusterNetworkPolicy: widenedNetwork,
  ClusterRole: widenedRole,
  ClusterRoleBinding: widenedSubjects,
  Namespace: widenedNamespace,
  NetworkPolicy: widenedNetwork,
  Role: widenedRole,
  RoleBinding: widenedSubjects,
  ValidatingAdmissionPolicy: widenedAdmission,
  ValidatingAdmissionPolicyBinding: widenedBinding,
};

/** Kinds whose change can let somebody reach or do more. */
export const accessKinds: readonly string[] = Object.keys(tests);

/** Kinds that give somebody rights. */
export const rightsKinds: readonly string[] = ['ClusterRoleBinding', 'RoleBinding'];

/** How a change widens access; empty when it doesn't, or when the kind has nothing to do with access. */
export function findWidening(kind: string, change: BeforeAfter): readonly string[] {
  return tests[kind]?.(change) ?? [];
}
