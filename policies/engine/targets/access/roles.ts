import { defineTarget } from '../../language/target';
import type { Role } from '../../shapes/kubernetes';

/** Roles, of one namespace or of the whole cluster: who is given one may do what its rules say. */
export default defineTarget<Role>({
  name: 'roles',
  // Some stand in namespaces and some don't, so no rule may ask about the namespace.
  namespaced: false,
  // The API server keeps its own roles up to date, and a controller gathers what they aggregate. Whoever brings a cluster
  // up or back passes every check of RBAC anyway, and writes the role of those that deploy, which hands out the others.
  exempt: [
    'ndc:break-glass',
    'system:apiserver',
    'system:serviceaccount:kube-system:clusterrole-aggregation-controller',
  ],
  shapes: [
    {
      name: 'role',
      kinds: [
        {
          kind: 'ClusterRole',
          group: 'rbac.authorization.k8s.io',
          version: 'v1',
          resource: 'clusterroles',
        },
        { kind: 'Role', group: 'rbac.authorization.k8s.io', version: 'v1', resource: 'roles' },
      ],
    },
  ],
  healthy: {
    rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list', 'watch'] }],
  },
});
