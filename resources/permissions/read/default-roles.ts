import type { AccessRule } from './access-rule';

/** A ClusterRole that every API server makes for itself. */
export interface DefaultRole {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** The label by which it gathers other roles; it has no rules of its own then.
   * @default - gathers none
   */
  readonly gathers?: string | undefined;
  readonly rules: readonly AccessRule[];
}

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const aggregateTo = (role: string): string => `rbac.authorization.k8s.io/aggregate-to-${role}`;

type Row = readonly [groups: string, resources: string, verbs: readonly string[]];

const viewed: readonly Row[] = [
  [
    '',
    'bindings configmaps endpoints limitranges namespaces namespaces/status persistentvolumeclaims persistentvolumeclaims/status ' +
      'pods pods/log pods/status replicationcontrollers replicationcontrollers/scale replicationcontrollers/status ' +
      'resourcequotas resourcequotas/status serviceaccounts services services/status',
    READ,
  ],
  [',events.k8s.io', 'events', READ],
  ['discovery.k8s.io', 'endpointslices', READ],
  [
    'apps',
    'controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets ' +
      'replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status',
    READ,
  ],
  ['autoscaling', 'horizontalpodautoscalers horizontalpodautoscalers/status', READ],
  ['batch', 'cronjobs cronjobs/status jobs jobs/status', READ],
  [
    'extensions',
    'daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses ingresses/status ' +
      'networkpolicies replicasets replicasets/scale replicasets/status replicationcontrollers/scale',
    READ,
  ],
  ['policy', 'poddisruptionbudgets poddisruptionbudgets/status', READ],
  ['networking.k8s.io', 'ingresses ingresses/status networkpolicies', READ],
  ['resource.k8s.io', 'resourceclaims resourceclaims/status resourceclaimtemplates', READ],
];

const edited: readonly Row[] = [
  ['', 'pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy', READ],
  ['', 'serviceaccounts', ['impersonate']],
  ['', 'pods pods/attach pods/exec pods/portforward pods/proxy', WRITE],
  ['', 'pods/eviction serviceaccounts/token', ['create']],
  [
    '',
    'configmaps persistentvolumeclaims replicationcontrollers replicationcontrollers/scale secrets serviceaccounts ' +
      'services services/proxy',
    WRITE,
  ],
  [',events.k8s.io', 'events', WRITE],
  [
    'apps',
    'daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale statefulsets ' +
      'statefulsets/scale',
    WRITE,
  ],
  ['autoscaling', 'horizontalpodautoscalers', WRITE],
  ['batch', 'cronjobs jobs', WRITE],
  [
    'extensions',
    'daemonsets deployments deployments/rollback deployments/scale ingresses networkpolicies replicasets ' +
      'replicasets/scale replicationcontrollers/scale',
    WRITE,
  ],
  ['policy', 'poddisruptionbudgets', WRITE],
  ['networking.k8s.io', 'ingresses networkpolicies', WRITE],
  ['coordination.k8s.io', 'leases', [...WRITE, ...READ]],
  ['resource.k8s.io', 'resourceclaims resourceclaimtemplates', WRITE],
];

const administered: readonly Row[] = [
  ['authorization.k8s.io', 'localsubjectaccessreviews', ['create']],
  ['rbac.authorization.k8s.io', 'rolebindings roles', [...WRITE, ...READ]],
];

/**
 * The roles of Kubernetes 1.36 for people (Using RBAC Authorization, "User-facing roles"), which bindings may name though
 * no assembly holds them. A test on a real API server holds the table to it.
 */
export const defaultRoles: readonly DefaultRole[] = [
  { name: 'cluster-admin', labels: labelled(), rules: [...rulesOf([['*', '*', ['*']]]), everyPath()] },
  { name: 'admin', labels: labelled(), gathers: aggregateTo('admin'), rules: [] },
  { name: 'edit', labels: labelled(aggregateTo('admin')), gathers: aggregateTo('edit'), rules: [] },
  { name: 'view', labels: labelled(aggregateTo('edit')), gathers: aggregateTo('view'), rules: [] },
  { name: 'system:aggregate-to-admin', labels: labelled(aggregateTo('admin')), rules: rulesOf(administered) },
  { name: 'system:aggregate-to-edit', labels: labelled(aggregateTo('edit')), rules: rulesOf(edited) },
  { name: 'system:aggregate-to-view', labels: labelled(aggregateTo('view')), rules: rulesOf(viewed) },
];

function labelled(...keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map([['kubernetes.io/bootstrapping', 'rbac-defaults'], ...keys.map((key) => [key, 'true'] as const)]);
}

function rulesOf(rows: readonly Row[]): readonly AccessRule[] {
  return rows.map(([groups, resources, verbs], index) => ({
    where: `rules[${index}]`,
    apiGroups: groups.split(','),
    resources: resources.split(' '),
    verbs,
    resourceNames: [],
    nonResourceUrls: [],
    unclear: false,
  }));
}

function everyPath(): AccessRule {
  const none: readonly string[] = [];
  return {
    where: 'rules[1]',
    apiGroups: none,
    resources: none,
    verbs: ['*'],
    resourceNames: none,
    nonResourceUrls: ['*'],
    unclear: false,
  };
}
