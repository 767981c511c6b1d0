import { allow, manage, read, type AccessRule } from './access-rule';

const workloads = ['daemonsets', 'deployments', 'replicasets', 'statefulsets'] as const;
const boundaries = ['limitranges', 'resourcequotas', 'serviceaccounts'] as const;

/** What whoever works in a tenant's namespace may see: everything but secrets. */
const visible: readonly AccessRule[] = [
  read(
    '',
    'configmaps',
    'endpoints',
    'events',
    'persistentvolumeclaims',
    'pods',
    'pods/log',
    'services',
    ...boundaries,
  ),
  read('apps', ...workloads),
  read('autoscaling', 'horizontalpodautoscalers'),
  read('batch', 'cronjobs', 'jobs'),
  read('cert-manager.io', 'certificates'),
  read('gateway.networking.k8s.io', 'httproutes'),
  read('networking.k8s.io', 'networkpolicies'),
  read('policy', 'poddisruptionbudgets'),
  read('rbac.authorization.k8s.io', 'rolebindings', 'roles'),
];

/** Rules of `tenant-viewer`. */
export const tenantViewerRules: readonly AccessRule[] = visible;

/**
 * Rules of `tenant-administrator`: the workloads of its namespaces. Access, quotas and segmentation follow from facts,
 * so they are read only; a secret is reached by its name alone, and no shell is opened in a pod.
 */
export const tenantAdministratorRules: readonly AccessRule[] = [
  ...visible,
  manage('', 'configmaps', 'persistentvolumeclaims', 'services'),
  allow('', ['pods'], ['delete']),
  allow('', ['secrets'], ['create', 'delete', 'get', 'patch', 'update']),
  manage('apps', 'deployments', 'statefulsets'),
  allow('apps', ['deployments/scale', 'statefulsets/scale'], ['get', 'patch', 'update']),
  manage('autoscaling', 'horizontalpodautoscalers'),
  manage('batch', 'cronjobs', 'jobs'),
  manage('gateway.networking.k8s.io', 'httproutes'),
  manage('policy', 'poddisruptionbudgets'),
];
