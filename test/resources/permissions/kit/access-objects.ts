import { readPermissions } from '../../../../resources/permissions/read-permissions';
import type { Permissions } from '../../../../resources/permissions/permissions';
import type { JsonObject, Resource } from '../../../../resources/resource';
import { resourceOf } from '../../reachability/agreement/resource-of';

const GROUP = 'rbac.authorization.k8s.io';

/** A rule in short: `create,get pods,pods/exec` of the core group, or `patch deployments.apps`, or with a name after `=`. */
export function rule(text: string): JsonObject {
  const [verbs = '', places = ''] = text.split(' ');
  const [kinds = '', names] = places.split('=');
  const parts = kinds.split(',').map((one) => {
    const dot = one.includes('.') ? one.indexOf('.') : one.length;
    return { resource: one.slice(0, dot), group: one.slice(dot + 1) };
  });
  return {
    apiGroups: [...new Set(parts.map(({ group }) => group))],
    resources: parts.map(({ resource }) => resource),
    verbs: verbs.split(','),
    ...(names === undefined ? {} : { resourceNames: names.split(',') }),
  };
}

/** A Role of a namespace, or a ClusterRole. */
export function role(name: string, rules: readonly string[], namespace?: string): Resource {
  return resourceOf({
    apiVersion: `${GROUP}/v1`,
    kind: namespace === undefined ? 'ClusterRole' : 'Role',
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    rules: rules.map(rule),
  });
}

/** A binding of a role, in a namespace or the whole cluster, to `Group g`, `User u` or `ServiceAccount ns/name`. */
export function bind(subject: string, roleRef: string, namespace?: string): Resource {
  const [kind = '', who = ''] = subject.split(' ');
  const [home, account] = who.split('/');
  const [roleKind = '', name = ''] = roleRef.split('/');
  return resourceOf({
    apiVersion: `${GROUP}/v1`,
    kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
    metadata: {
      name: `${roleRef}-${who}`.replaceAll(/[^\w.]/gu, '-'),
      ...(namespace === undefined ? {} : { namespace }),
    },
    roleRef: { apiGroup: GROUP, kind: roleKind, name },
    subjects: [kind === 'ServiceAccount' ? { kind, name: account ?? '', namespace: home ?? '' } : { kind, name: who }],
  });
}

/** A namespace of a tenant, with a level of Pod Security. */
export function namespace(name: string, tenant: string, level = 'restricted'): Resource {
  const labels = { 'pod-security.kubernetes.io/enforce': level };
  return { ...resourceOf({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }), tenant };
}

/** The rights that objects give, in one cluster. */
export function permissionsOf(...objects: readonly Resource[]): Permissions {
  return readPermissions(objects);
}
