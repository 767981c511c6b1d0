import { labelPrefix } from '../../../model/naming';
import { allow, read, readNamed, type AccessRule } from './access-rule';

/**
 * The permission that the admission policies ask for: to declare namespaces. No object of this group exists; whoever deploys
 * has it, and no person.
 */
export const declareNamespaces = { apiGroup: labelPrefix, resource: 'namespaces', verb: 'declare' } as const;

const policies: readonly AccessRule[] = [
  read('admissionregistration.k8s.io', 'validatingadmissionpolicies', 'validatingadmissionpolicybindings'),
  read('cilium.io', 'ciliumclusterwidenetworkpolicies', 'ciliumnetworkpolicies'),
  read('networking.k8s.io', 'networkpolicies'),
  read('policy.networking.k8s.io', 'clusternetworkpolicies'),
  read('rbac.authorization.k8s.io', 'clusterrolebindings', 'clusterroles', 'rolebindings', 'roles'),
];

const inventory: readonly AccessRule[] = [
  read('', 'events', 'limitranges', 'namespaces', 'nodes', 'persistentvolumeclaims', 'persistentvolumes'),
  read('', 'pods', 'resourcequotas', 'serviceaccounts', 'services'),
  read('apps', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'),
  read('cert-manager.io', 'certificates', 'clusterissuers'),
  read('policy', 'poddisruptionbudgets'),
  read('scheduling.k8s.io', 'priorityclasses'),
  read('storage.k8s.io', 'storageclasses', 'volumeattachments'),
];

/** What beside policies and the inventory decides who reaches whom, as `ndc prove --live` asks it. */
const reach: readonly AccessRule[] = [
  read('', 'replicationcontrollers'),
  readNamed('', 'configmaps', ['cilium-config']),
  read('batch', 'cronjobs', 'jobs'),
  read('discovery.k8s.io', 'endpointslices'),
  read(
    'gateway.networking.k8s.io',
    'gateways',
    'grpcroutes',
    'httproutes',
    'referencegrants',
    'tcproutes',
    'tlsroutes',
    'udproutes',
  ),
  read('networking.k8s.io', 'ingresses'),
  read('policy.networking.k8s.io', 'adminnetworkpolicies', 'baselineadminnetworkpolicies'),
];

/**
 * Rules of `security-auditor`: who may do what, what is admitted, what runs, and who reaches whom; no secret and no content
 * of a pod.
 */
export const securityAuditorRules: readonly AccessRule[] = [...policies, ...inventory, ...reach];

/**
 * Taking a node out of use and bringing it back: marking it, which the admission policy `nodes-are-marked-alone` keeps to the
 * mark, and moving its pods. What is evicted comes back as it was written, and disruption budgets hold, so this gives no code.
 */
const drain: readonly AccessRule[] = [allow('', ['nodes'], ['patch']), allow('', ['pods/eviction'], ['create'])];

/**
 * Rules of `platform-operator` in the whole cluster: seeing all but secrets, and draining nodes. It changes no workload, no
 * namespace and no label, for each of them leads to every right of the cluster; those come from facts and review.
 */
export const platformOperatorRules: readonly AccessRule[] = [...inventory, read('', 'pods/log'), ...drain];

/**
 * Rules of `platform-workloads`, bound in namespaces of the platform alone: starting pods again and having more or fewer of
 * them. What they run isn't among it: an account of the platform's own software may do what no person may.
 */
export const platformWorkloadRules: readonly AccessRule[] = [
  allow('', ['pods'], ['delete']),
  allow('apps', ['deployments/scale', 'statefulsets/scale'], ['get', 'patch', 'update']),
];

/**
 * Rules of `break-glass-recovery` in the whole cluster: what brings a cluster back when the usual way is shut. It sees what
 * runs and drains nodes; it is no way to `cluster-admin`. Whoever must have that takes the sealed certificate of
 * `system:masters`, which no role gives (docs/decisions/0030).
 */
export const breakGlassRules: readonly AccessRule[] = [
  read('', 'events', 'namespaces', 'nodes', 'pods', 'pods/log', 'services'),
  read('apps', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'),
  ...drain,
];
