import { listAt, objectAt, textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import { failing, healthy, notJudged, progressing, type Health, type Judge } from './health';
import { countAt, describeCondition, isOutdated, tryCondition } from './status';

/** How other kinds of Kubernetes are judged that have a state of their own. */
export const clusterJudges: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['Namespace', judgeNamespace],
  ['CustomResourceDefinition.apiextensions.k8s.io', judgeDefinition],
  ['APIService.apiregistration.k8s.io', judgeApiService],
  ['PersistentVolumeClaim', judgeClaim],
  ['PersistentVolume', judgeVolume],
  ['Service', judgeService],
  ['ResourceQuota', judgeQuota],
  ['PodDisruptionBudget.policy', judgeDisruptionBudget],
  ['ValidatingAdmissionPolicy.admissionregistration.k8s.io', judgeAdmissionPolicy],
]);

function judgeNamespace(object: JsonObject): Health {
  const phase = textAt(object, 'status', 'phase') ?? 'unknown';
  return phase === 'Active' ? healthy('active') : failing(`the namespace is ${phase}`);
}

function judgeDefinition(object: JsonObject): Health {
  const names = tryCondition(object, 'NamesAccepted');
  if (names?.status === 'False') return failing(describeCondition(names));
  const established = tryCondition(object, 'Established');
  if (established?.status === 'True') return healthy('established');
  return progressing(established === undefined ? 'not looked at yet' : describeCondition(established));
}

function judgeApiService(object: JsonObject): Health {
  const available = tryCondition(object, 'Available');
  if (available?.status === 'True') return healthy('available');
  return progressing(available === undefined ? 'not looked at yet' : describeCondition(available));
}

function judgeClaim(object: JsonObject): Health {
  const phase = textAt(object, 'status', 'phase') ?? 'unknown';
  if (phase === 'Bound') return healthy('bound');
  return phase === 'Lost' ? failing('its volume is lost') : progressing(`the claim is ${phase}`);
}

function judgeVolume(object: JsonObject): Health {
  const phase = textAt(object, 'status', 'phase') ?? 'unknown';
  if (phase === 'Bound' || phase === 'Available') return healthy(phase.toLowerCase());
  return phase === 'Failed'
    ? failing(textAt(object, 'status', 'message') ?? 'failed')
    : progressing(`the volume is ${phase}`);
}

/** Only a load balancer is waited for; whether there is one, the service itself can't tell. */
function judgeService(object: JsonObject): Health {
  if (textAt(object, 'spec', 'type') !== 'LoadBalancer') return healthy('serves inside the cluster');
  if (listAt(object, 'status', 'loadBalancer', 'ingress').length > 0) return healthy('has its address');
  return notJudged('no load balancer has given it an address');
}

function judgeQuota(object: JsonObject): Health {
  const counted = objectAt(object, 'status', 'hard') ?? {};
  const missing = Object.keys(objectAt(object, 'spec', 'hard') ?? {}).filter((key) => !Object.hasOwn(counted, key));
  return missing.length === 0 ? healthy('counted') : progressing(`not counted yet: ${missing.toSorted().join(', ')}`);
}

function judgeDisruptionBudget(object: JsonObject): Health {
  if (isOutdated(object)) return progressing('its controller has not seen this state yet');
  const [now, want] = [countAt(object, 'status', 'currentHealthy'), countAt(object, 'status', 'desiredHealthy')];
  return now >= want
    ? healthy(`${now} of ${want} pods are healthy`)
    : progressing(`${now} of ${want} pods are healthy`);
}

/** A policy whose expressions don't fit the types that they are about refuses everything, or nothing. */
function judgeAdmissionPolicy(object: JsonObject): Health {
  if (objectAt(object, 'status', 'typeChecking') === undefined) return progressing('its types are not checked yet');
  if (isOutdated(object)) return progressing('its controller has not seen this state yet');
  const [warning] = listAt(object, 'status', 'typeChecking', 'expressionWarnings');
  if (warning === undefined) return healthy('its expressions fit');
  return failing(`${textAt(warning, 'fieldRef') ?? ''}: ${textAt(warning, 'warning') ?? ''}`.slice(0, 300));
}
