import { groupBy } from '../../../model/group-by';
import { labelPrefix } from '../../../model/naming';
import { textAt } from '../../../resources/json-path';
import type { JsonObject, Resource } from '../../../resources/resource';
import { apiGroupOf, resourceNameOf } from './resource-name';

/** A rule of a role; nothing is ever a wildcard. */
export type ApplierRule = {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
} & JsonObject;

/** What applying by server-side apply and waiting takes. `delete` isn't there: what nobody may do can't happen by omission. */
const APPLY = ['create', 'get', 'list', 'patch', 'watch'] as const;
const READ = ['get', 'list', 'watch'] as const;
const RBAC = 'rbac.authorization.k8s.io';

/** Kinds whose health is told by their replica sets and pods. */
const withPods: ReadonlySet<string> = new Set(['DaemonSet', 'Deployment', 'StatefulSet']);

/** The rights that bringing these objects takes and no more: their kinds, and for roles and bindings the very names. */
export function applierRules(resources: readonly Resource[]): readonly ApplierRule[] {
  const byGroup = groupBy(resources, ({ apiVersion }) => apiGroupOf(apiVersion));
  const kinds = [...byGroup]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, some]): ApplierRule => ({
      apiGroups: [group],
      resources: sorted(some.map(({ kind }) => resourceNameOf(kind))),
      verbs: [...APPLY],
    }));
  return [...kinds, ...healthRules(resources), ...namespaceRules(resources), ...roleRules(resources)];
}

function healthRules(resources: readonly Resource[]): readonly ApplierRule[] {
  if (!resources.some(({ kind }) => withPods.has(kind))) return [];
  return [
    { apiGroups: [''], resources: ['pods'], verbs: [...READ] },
    { apiGroups: ['apps'], resources: ['replicasets'], verbs: [...READ] },
  ];
}

/** The admission policies let only those declare namespaces who hold this right; no object of the group exists. */
function namespaceRules(resources: readonly Resource[]): readonly ApplierRule[] {
  if (!resources.some(({ kind }) => kind === 'Namespace')) return [];
  return [{ apiGroups: [labelPrefix], resources: ['namespaces'], verbs: ['declare'] }];
}

/** Kubernetes refuses roles and bindings that grant more than the writer has, unless it may do so by name. */
function roleRules(resources: readonly Resource[]): readonly ApplierRule[] {
  return ['ClusterRole', 'Role'].flatMap((kind) => {
    const written = resources.filter((one) => one.kind === kind).map(({ name }) => name);
    const bound = resources.flatMap(({ body }) =>
      textAt(body, 'roleRef', 'kind') === kind ? [textAt(body, 'roleRef', 'name') ?? ''] : [],
    );
    return [...namedRule(kind, 'bind', bound), ...namedRule(kind, 'escalate', written)];
  });
}

function namedRule(kind: string, verb: string, names: readonly string[]): readonly ApplierRule[] {
  const resourceNames = sorted(names.filter((name) => name !== ''));
  if (resourceNames.length === 0) return [];
  return [{ apiGroups: [RBAC], resources: [resourceNameOf(kind)], resourceNames, verbs: [verb] }];
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
