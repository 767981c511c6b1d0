import type { JsonObject } from '../../../../resources/resource';

const API = 'rbac.authorization.k8s.io';

/** A rule of a role; the core group unless it says another. */
export function rule(
  resources: readonly string[],
  verbs: readonly string[],
  apiGroups: readonly string[] = [''],
): JsonObject {
  return { apiGroups, resources, verbs };
}

/** A ClusterRole with these rules. */
export function clusterRole(name: string, ...rules: readonly JsonObject[]): JsonObject {
  return { apiVersion: `${API}/v1`, kind: 'ClusterRole', metadata: { name }, rules };
}

/** A group, as subject of a binding. */
export function group(name: string): JsonObject {
  return { apiGroup: API, kind: 'Group', name };
}

/** A RoleBinding of a ClusterRole. */
export function roleBinding(
  name: string,
  namespace: string,
  given: { role: string; subjects: readonly JsonObject[] },
): JsonObject {
  return {
    apiVersion: `${API}/v1`,
    kind: 'RoleBinding',
    metadata: { name, namespace },
    roleRef: { apiGroup: API, kind: 'ClusterRole', name: given.role },
    subjects: given.subjects,
  };
}

/** A ClusterRoleBinding. */
export function clusterRoleBinding(name: string, role: string, ...subjects: readonly JsonObject[]): JsonObject {
  return {
    apiVersion: `${API}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: API, kind: 'ClusterRole', name: role },
    subjects,
  };
}
