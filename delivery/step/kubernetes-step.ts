import type { Resource } from '../../resources/resource';
import type { ApplyOutcome } from '../kubernetes/apply/apply-outcome';
import { applyWave, type WaveResult } from '../kubernetes/apply/apply-wave';
import type { ApiFailure, OwnedField } from '../kubernetes/client/answer/api-failure';
import type { ClusterClient } from '../kubernetes/client/cluster-client';
import type { DeliveryStep } from '../wave/delivery-step';
import { noCounts, type StepCounts, type StepOutcome, type StepTrouble } from '../run/step-outcome';
import { nextAfter } from './api-failure-next';

/** What a Kubernetes step needs beside its objects. */
export interface KubernetesStepOptions {
  readonly client: ClusterClient;
  /** Digest of the assembly. */
  readonly assembly: string;
  readonly run: string;
  /** How often it is tried when what failed may go away by itself. */
  readonly tries: number;
  /** Waits before a further try; false when a person asked to stop. */
  readonly pause: (tried: number) => Promise<boolean>;
  /** @default - it can't be stopped early */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Brings the Kubernetes objects of one part of a cluster to what the assembly says. Fields that somebody wrote by hand are
 * taken back; a conflict with another declarative manager is a decision for people, and stops the step.
 */
export async function runKubernetesStep(step: DeliveryStep, options: KubernetesStepOptions): Promise<StepOutcome> {
  let ended = await tryOnce(step, options);
  for (let tried = 1; tried < options.tries && ended.again && (await options.pause(tried)); tried += 1)
    ended = await tryOnce(step, options);
  return ended.outcome;
}

interface Try {
  readonly outcome: StepOutcome;
  readonly again: boolean;
}

async function tryOnce(step: DeliveryStep, options: KubernetesStepOptions): Promise<Try> {
  const first = await apply(step, options);
  const byHand = handMade(first);
  if (byHand.length === 0) return judge(step, first);
  const { client, stop } = options;
  for (const { body, ...ref } of byHand) await client.apply(ref, body, { force: true, signal: stop });
  return judge(step, await apply(step, options), byHand.length);
}

function apply(step: DeliveryStep, { client, assembly, run, stop }: KubernetesStepOptions): Promise<WaveResult> {
  const key = { cluster: step.cluster, wave: step.part };
  return applyWave({ client, key, assembly, run, objects: step.resources, signal: stop });
}

/** Objects of which somebody changed fields by hand, and no declarative manager owns any that we set. */
function handMade(result: WaveResult): readonly Resource[] {
  return outcomesOf(result).flatMap((one) =>
    one.kind === 'conflict' && one.failure.owners.every(({ operation }) => operation === 'Update')
      ? [one.resource]
      : [],
  );
}

function outcomesOf(result: WaveResult): readonly ApplyOutcome[] {
  return result.isRecorded && result.applying.reached ? result.applying.outcomes : [];
}

/** Kinds of failures that may go away by themselves. */
const passing: ReadonlySet<ApiFailure['kind']> = new Set([
  'expired',
  'lost',
  'namespace-missing',
  'namespace-terminating',
  'stale',
  'timeout',
  'unavailable',
  'unreachable',
]);

function judge({ cluster }: DeliveryStep, result: WaveResult, takenBack = 0): Try {
  if (!result.isRecorded) return failedWhole(cluster, result.failure);
  if (!result.applying.reached) return failedWhole(cluster, result.applying.failure);
  const { outcomes, notServed } = result.applying;
  const counts = countsOf(outcomes, takenBack);
  const failures = outcomes.flatMap((one) => ('failure' in one ? [one.failure] : []));
  const troubles = [
    ...outcomes.flatMap(troubleOf),
    ...notServed.map((kind) => notServedTrouble(kind)),
    ...(result.inventory.ok ? [] : [wholeTrouble(`inventory of ${cluster}`, result.inventory.failure)]),
  ];
  if (troubles.length === 0) return { outcome: { state: 'done', counts }, again: false };
  const again = failures.every(({ kind }) => passing.has(kind)) && notServed.length === 0;
  return { outcome: { state: 'failed', counts, troubles }, again };
}

function failedWhole(cluster: string, failure: ApiFailure): Try {
  const troubles = [wholeTrouble(cluster, failure)];
  const again = passing.has(failure.kind);
  return 'mayHaveHappened' in failure
    ? { outcome: { state: 'unreached', troubles }, again }
    : { outcome: { state: 'failed', counts: noCounts, troubles }, again };
}

/** What was taken back by force shows as unchanged in the second run, and is counted as changed. */
function countsOf(outcomes: readonly ApplyOutcome[], takenBack: number): StepCounts {
  const count = (kind: ApplyOutcome['kind']): number => outcomes.filter((one) => one.kind === kind).length;
  return {
    created: count('created'),
    changed: count('changed') + takenBack,
    unchanged: count('unchanged') - takenBack,
  };
}

function troubleOf(outcome: ApplyOutcome): readonly StepTrouble[] {
  if (!('failure' in outcome)) return [];
  const { resource, failure } = outcome;
  const owners = failure.kind === 'conflict' ? `: ${failure.owners.map(ownerText).join(', ')}` : '';
  return [
    { code: failure.kind, subject: resource.id, what: `${failure.message}${owners}`, next: nextAfter(failure.kind) },
  ];
}

function ownerText({ manager, operation, field, time }: OwnedField): string {
  return `${manager} (${operation}${time === undefined ? '' : ` at ${time}`}) owns ${field}`;
}

function wholeTrouble(subject: string, failure: ApiFailure): StepTrouble {
  return { code: failure.kind, subject, what: failure.message, next: nextAfter(failure.kind) };
}

function notServedTrouble(kind: string): StepTrouble {
  return {
    code: 'kind-not-served',
    subject: kind,
    what: 'its definition was accepted and the server still does not offer it',
    next: 'look at the conditions of the definition, then resume',
  };
}
