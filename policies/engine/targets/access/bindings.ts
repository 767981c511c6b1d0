import { defineTarget } from '../../language/target';
import type { ClusterRoleBinding } from '../../shapes/kubernetes';

/**
 * Bindings, in one namespace or in the whole cluster: they give roles to people and accounts. One that lacks a name or a
 * kind no API server takes, so rules let it pass.
 */
export default defineTarget<ClusterRoleBinding>({
  name: 'bindings',
  // Some stand in namespaces and some don't, so no rule may ask about the namespace.
  namespaced: false,
  // The API server keeps its own bindings up to date.
  exempt: ['system:apiserver'],
  shapes: [
    {
      name: 'binding',
      kinds: [
        {
          kind: 'ClusterRoleBinding',
          group: 'rbac.authorization.k8s.io',
          version: 'v1',
          resource: 'clusterrolebindings',
        },
        { kind: 'RoleBinding', group: 'rbac.authorization.k8s.io', version: 'v1', resource: 'rolebindings' },
      ],
    },
  ],
  healthy: {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'tenant-viewer' },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'example:viewers' }],
  },
});
