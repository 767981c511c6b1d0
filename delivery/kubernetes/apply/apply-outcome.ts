import type { Resource } from '../../../resources/resource';
import type { ApiFailure, Disturbance, Refusal } from '../client/answer/api-failure';

/** What applying did to an object: `unchanged` when its resourceVersion stayed. */
export type ApplyEffect = 'created' | 'changed' | 'unchanged';

/** What became of one object. */
export type ApplyOutcome = { readonly resource: Resource } & (
  | {
      readonly kind: ApplyEffect;
      readonly uid: string;
      readonly resourceVersion: string;
      /** What the server warned of. */
      readonly warnings: readonly string[];
    }
  /** Other managers own fields that we want to set. */
  | { readonly kind: 'conflict'; readonly failure: Extract<Refusal, { kind: 'conflict' }> }
  | { readonly kind: 'refused'; readonly failure: Refusal }
  /** No answer that can be relied on; the failure says whether it may have happened. */
  | { readonly kind: 'failed'; readonly failure: Disturbance }
  /** Not sent: too many others had failed before, or the caller stopped. */
  | { readonly kind: 'not-tried' }
);

/** Whether an object stands as wanted now. */
export function isApplied(outcome: ApplyOutcome): outcome is Extract<ApplyOutcome, { kind: ApplyEffect }> {
  return outcome.kind === 'created' || outcome.kind === 'changed' || outcome.kind === 'unchanged';
}

/** The outcome that a failure is. */
export function failedOutcome(resource: Resource, failure: ApiFailure): ApplyOutcome {
  if ('mayHaveHappened' in failure) return { resource, kind: 'failed', failure };
  return failure.kind === 'conflict' ? { resource, kind: 'conflict', failure } : { resource, kind: 'refused', failure };
}
