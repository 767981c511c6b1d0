import type { JsonObject } from '../../../resources/resource';

/**
 * How an object is: `healthy` does what it is for, `progressing` isn't there yet, `failed` won't get there by waiting,
 * `not-judged` says nothing about itself, since no controller of its kind has looked at it.
 */
export interface Health {
  readonly state: 'healthy' | 'progressing' | 'failed' | 'not-judged';
  /** Why, in few words. */
  readonly reason: string;
}

/** Judges a live object. */
export type Judge = (object: JsonObject) => Health;

/** Makes a verdict. */
export function healthy(reason: string): Health {
  return { state: 'healthy', reason };
}

/** Makes a verdict. */
export function progressing(reason: string): Health {
  return { state: 'progressing', reason };
}

/** Makes a verdict. */
export function failing(reason: string): Health {
  return { state: 'failed', reason };
}

/** Makes a verdict. */
export function notJudged(reason: string): Health {
  return { state: 'not-judged', reason };
}
