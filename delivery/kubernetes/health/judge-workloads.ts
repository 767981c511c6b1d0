import { numberAt, textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import { failing, healthy, progressing, type Health, type Judge } from './health';
import { countAt, describeCondition, isOutdated, tryCondition } from './status';

/** How workloads of Kubernetes are judged. */
export const workloadJudges: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['Deployment.apps', judgeDeployment],
  ['DaemonSet.apps', judgeDaemonSet],
  ['StatefulSet.apps', judgeStatefulSet],
  ['ReplicaSet.apps', judgeReplicaSet],
  ['Job.batch', judgeJob],
  ['Pod', judgePod],
]);

const UNSEEN = 'its controller has not seen this state yet';

/** A controller has seen a workload when its status speaks of the newest state. */
function isUnseen(object: JsonObject): boolean {
  return numberAt(object, 'status', 'observedGeneration') === undefined || isOutdated(object);
}

function judgeDeployment(object: JsonObject): Health {
  if (isUnseen(object)) return progressing(UNSEEN);
  const advance = tryCondition(object, 'Progressing');
  if (advance?.reason === 'ProgressDeadlineExceeded') return failing(describeCondition(advance));
  const want = numberAt(object, 'spec', 'replicas') ?? 1;
  const updated = countAt(object, 'status', 'updatedReplicas');
  if (updated < want) return progressing(`${updated} of ${want} replicas are updated`);
  if (countAt(object, 'status', 'replicas') > updated) return progressing('old replicas are still there');
  return available(countAt(object, 'status', 'availableReplicas'), want);
}

function judgeDaemonSet(object: JsonObject): Health {
  if (isUnseen(object)) return progressing(UNSEEN);
  const want = countAt(object, 'status', 'desiredNumberScheduled');
  const updated = countAt(object, 'status', 'updatedNumberScheduled');
  if (updated < want) return progressing(`${updated} of ${want} replicas are updated`);
  return available(countAt(object, 'status', 'numberAvailable'), want);
}

function judgeStatefulSet(object: JsonObject): Health {
  if (isUnseen(object)) return progressing(UNSEEN);
  const want = numberAt(object, 'spec', 'replicas') ?? 1;
  const ready = countAt(object, 'status', 'readyReplicas');
  const isRolling = textAt(object, 'status', 'currentRevision') !== textAt(object, 'status', 'updateRevision');
  if (isRolling && textAt(object, 'spec', 'updateStrategy', 'type') !== 'OnDelete') {
    return progressing(`${countAt(object, 'status', 'updatedReplicas')} of ${want} replicas are updated`);
  }
  return available(ready, want);
}

function judgeReplicaSet(object: JsonObject): Health {
  if (isUnseen(object)) return progressing(UNSEEN);
  return available(countAt(object, 'status', 'availableReplicas'), numberAt(object, 'spec', 'replicas') ?? 1);
}

function judgeJob(object: JsonObject): Health {
  const failed = tryCondition(object, 'Failed');
  if (failed?.status === 'True') return failing(describeCondition(failed));
  if (tryCondition(object, 'Complete')?.status === 'True') return healthy('complete');
  return progressing(`${countAt(object, 'status', 'succeeded')} succeeded`);
}

function judgePod(object: JsonObject): Health {
  const phase = textAt(object, 'status', 'phase') ?? 'unknown';
  if (phase === 'Succeeded') return healthy('succeeded');
  if (phase === 'Failed') return failing(textAt(object, 'status', 'message') ?? 'failed');
  const ready = tryCondition(object, 'Ready');
  return ready?.status === 'True'
    ? healthy('ready')
    : progressing(ready === undefined ? phase : describeCondition(ready));
}

function available(count: number, want: number): Health {
  const reason = `${count} of ${want} replicas are available`;
  return count >= want ? healthy(reason) : progressing(reason);
}
