import { labelPrefix } from '../../../model/naming';
import { allow, read, readNamed, type AccessRule } from './access-rule';

/** The permission that the admission policies ask for: to declare namespaces. No object of this group exists. */
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
 * Rules of `platform-operator`: nodes, workloads of the platform, and declaring namespaces. Access itself comes from
 * facts and review, so nobody of the platform grants any.
 */
export const platformOperatorRules: readonly AccessRule[] = [
  ...inventory,
  read('', 'pods/log'),
  allow('', ['nodes'], ['patch', 'update']),
  allow('', ['pods'], ['delete']),
  allow('', ['pods/eviction'], ['create']),
  allow('', ['namespaces'], ['create', 'patch', 'update']),
  allow('apps', ['daemonsets', 'deployments', 'statefulsets'], ['patch', 'update']),
  allow(declareNamespaces.apiGroup, [declareNamespaces.resource], [declareNamespaces.verb]),
];

/**
 * Rules of `break-glass-recovery`: what brings a cluster back when the usual way is shut. It sees and moves pods and
 * workloads and takes nodes out; it reads no secret, grants no access and changes no policy.
 */
export const breakGlassRules: readonly AccessRule[] = [
  read('', 'events', 'namespaces', 'nodes', 'pods', 'pods/log', 'services'),
  read('apps', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'),
  allow('', ['nodes'], ['patch']),
  allow('', ['pods'], ['delete']),
  allow('', ['pods/eviction'], ['create']),
  allow('apps', ['daemonsets', 'deployments', 'statefulsets'], ['patch']),
];
