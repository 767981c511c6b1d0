import type { JsonObject, Resource } from '../../../resources/resource';
import { groupKind, groupOf } from '../client/kinds/api-kind';
import { isBeingDeleted } from '../live/object-version';
import { failing, healthy, type Health } from './health';
import { clusterJudges } from './judge-cluster-kinds';
import { judgeByStatus } from './judge-status';
import { workloadJudges } from './judge-workloads';

/** Groups whose objects are settings: when they stand, nothing more is waited for. */
const SETTINGS = new Set([
  '',
  'admissionregistration.k8s.io',
  'apps',
  'autoscaling',
  'batch',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

/** Judges how a live object is; `controllers` are the API groups of custom resources whose controllers run. */
export function judgeHealth(
  { apiVersion, kind }: Pick<Resource, 'apiVersion' | 'kind'>,
  live: JsonObject,
  controllers: ReadonlySet<string>,
): Health {
  if (isBeingDeleted(live)) return failing('it is being deleted');
  const group = groupOf(apiVersion);
  const key = groupKind(group, kind);
  const judge = workloadJudges.get(key) ?? clusterJudges.get(key);
  if (judge !== undefined) return judge(live);
  return SETTINGS.has(group) ? healthy('stands') : judgeByStatus(live, controllers.has(group));
}
