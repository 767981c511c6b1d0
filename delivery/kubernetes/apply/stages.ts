import { groupBy } from '../../../model/group-by';
import { isAdmissionWaivers } from '../../../model/naming';
import { refKey, type ObjectRef } from '../client/kinds/api-kind';

/** Kinds that are applied together, in the order of their going. */
interface StageRow {
  readonly name: string;
  readonly kinds: ReadonlySet<string>;
}

/** The stage of what admission policies can't judge without. */
const PARAMETERS = 'admission parameters';

const row = (name: string, ...kinds: readonly string[]): StageRow => ({ name, kinds: new Set(kinds) });

/** Where kinds go that no row names: custom resources, for the most part. */
const REST = 'other kinds';

/**
 * What must stand before what: namespaces and definitions before all, policy before what it judges, rights and settings
 * before workloads, webhooks last, since their servers must run when they begin to be asked.
 */
const ROWS: readonly StageRow[] = [
  row('namespaces', 'Namespace'),
  row('definitions', 'CustomResourceDefinition', 'APIService'),
  row(
    'classes',
    'PriorityClass',
    'StorageClass',
    'RuntimeClass',
    'IngressClass',
    'GatewayClass',
    'VolumeSnapshotClass',
  ),
  row(PARAMETERS),
  row('admission policies', 'ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy'),
  row('admission bindings', 'ValidatingAdmissionPolicyBinding', 'MutatingAdmissionPolicyBinding'),
  row(
    'guardrails',
    'CiliumClusterwideNetworkPolicy',
    'CiliumNetworkPolicy',
    'ClusterNetworkPolicy',
    'LimitRange',
    'NetworkPolicy',
    'ResourceQuota',
  ),
  row('accounts and roles', 'ServiceAccount', 'ClusterRole', 'Role'),
  row('bindings', 'ClusterRoleBinding', 'RoleBinding'),
  row('settings', 'ConfigMap', 'Secret', 'PersistentVolume', 'PersistentVolumeClaim'),
  row('services', 'Service', 'EndpointSlice'),
  row(REST),
  row(
    'workloads',
    'CronJob',
    'DaemonSet',
    'Deployment',
    'HorizontalPodAutoscaler',
    'Job',
    'Pod',
    'PodDisruptionBudget',
    'ReplicaSet',
    'StatefulSet',
  ),
  row('webhooks', 'MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'),
];

/** Objects that may be applied side by side. */
export interface Stage<T extends ObjectRef> {
  readonly name: string;
  readonly objects: readonly T[];
}

/** The stage in which CRDs are waited for. */
export const DEFINITIONS = 'definitions';

/** Sorts objects into stages; the same objects give the same order. Empty stages are left out. */
export function stagesOf<T extends ObjectRef>(objects: readonly T[]): readonly Stage<T>[] {
  const sorted = objects
    .map((object) => [refKey(object), object] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, object]) => object);
  const byStage = groupBy(sorted, stageOf);
  return ROWS.map(({ name }) => ({ name, objects: byStage.get(name) ?? [] })).filter(
    ({ objects: some }) => some.length > 0,
  );
}

function stageOf(object: ObjectRef): string {
  if (isAdmissionWaivers(object)) return PARAMETERS;
  return ROWS.find(({ kinds }) => kinds.has(object.kind))?.name ?? REST;
}
