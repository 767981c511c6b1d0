import { objectAt, textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import { failing, healthy, notJudged, progressing, type Health } from './health';
import { describeCondition, isOutdated, tryCondition } from './status';

/** Conditions that sum an object up, the weightiest first. */
const SUMMARIES = ['Ready', 'Available', 'Programmed', 'Accepted', 'Succeeded', 'Valid'];

/** Conditions that say that something is wrong, when true (sigs.k8s.io/cli-utils kstatus). */
const TROUBLES = ['Stalled', 'Failed', 'Degraded'];

const GOOD_PHASES = new Set([
  'Active',
  'Available',
  'Bound',
  'Completed',
  'Enabled',
  'Provisioned',
  'Ready',
  'Running',
  'Succeeded',
]);
const BAD_PHASES = new Set(['Error', 'Failed', 'FailedValidation', 'Lost', 'Unavailable']);

/**
 * Judges a custom resource by what its controller wrote into its status: a condition that sums it up, else its phase.
 * Without a status nobody has looked at it; whether somebody will is for the caller to know.
 */
export function judgeByStatus(object: JsonObject, isControllerRunning: boolean): Health {
  const status = objectAt(object, 'status');
  if (status === undefined || Object.keys(status).length === 0) {
    const reason = 'no controller has reported on it';
    return isControllerRunning ? progressing(reason) : notJudged(reason);
  }
  if (isOutdated(object)) return progressing('its controller has not seen this state yet');
  for (const type of TROUBLES) {
    const trouble = tryCondition(object, type);
    if (trouble?.status === 'True') return failing(describeCondition(trouble));
  }
  for (const type of SUMMARIES) {
    const summary = tryCondition(object, type);
    if (summary === undefined) continue;
    /* Some definitions fill in a condition of their own, which says that nobody has looked at the object. */
    if (summary.status === 'Unknown' && !isControllerRunning) return notJudged(describeCondition(summary));
    const isNews = !isOutdated(object, summary.observedGeneration);
    const words = describeCondition(summary);
    return summary.status === 'True' && isNews ? healthy(words) : progressing(words);
  }
  return judgePhase(textAt(object, 'status', 'phase'));
}

function judgePhase(phase: string | undefined): Health {
  if (phase === undefined) return notJudged('its status has no condition that sums it up');
  if (GOOD_PHASES.has(phase)) return healthy(`its phase is ${phase}`);
  return BAD_PHASES.has(phase) ? failing(`its phase is ${phase}`) : progressing(`its phase is ${phase}`);
}
