import { declareNamespaces as declare } from '../../constructs/cluster/access/platform-access';
import type { Resource } from '../../resources/resource';
import type { AccessRule } from '../../sandbox/control-plane/sandbox-spec';

const writes = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'] as const;
const reads = ['get', 'list', 'watch'] as const;
const RBAC = 'rbac.authorization.k8s.io';

/**
 * What whoever deploys an assembly to a cluster needs, and no more: everything in the API groups that the assembly
 * writes to, of the core group only its kinds; definitions of resources; and a look at what becomes of workloads. So
 * it reads no secret, and starts no process in a pod. It hands out rights that it doesn't have itself, for it writes
 * the roles of others (RBAC `escalate` and `bind`). It declares namespaces, which the admission policies ask for.
 */
export function deployerRules(resources: readonly Resource[]): readonly AccessRule[] {
  const kinds = resources.map(({ apiVersion, kind }) => ({ group: groupOf(apiVersion), kind }));
  const groups = sorted(kinds.map(({ group }) => group).filter((group) => group !== ''));
  const core = sorted(kinds.filter(({ group }) => group === '').map(({ kind }) => `${kind.toLowerCase()}s`));
  return [
    { apiGroups: [''], resources: core, verbs: writes },
    { apiGroups: [''], resources: ['nodes', 'pods', 'events', 'persistentvolumeclaims'], verbs: reads },
    { apiGroups: groups, resources: ['*'], verbs: writes },
    { apiGroups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: writes },
    { apiGroups: [RBAC], resources: ['roles', 'clusterroles'], verbs: ['escalate', 'bind'] },
    { apiGroups: [declare.apiGroup], resources: [declare.resource], verbs: [declare.verb] },
  ].filter(({ apiGroups, resources: names }) => apiGroups.length > 0 && names.length > 0);
}

function groupOf(apiVersion: string): string {
  const end = apiVersion.indexOf('/');
  return end === -1 ? '' : apiVersion.slice(0, end);
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}
