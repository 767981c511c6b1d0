import { FALSE, TRUE, UNKNOWN, type Truth } from '../../language/truth';

/** Which of the three truth values a condition may have, as bits. */
export type TruthSet = number;

/** The set of this one truth value. */
export function only(truth: Truth): TruthSet {
  return 1 << truth;
}

/** It holds. */
export const IS_TRUE: TruthSet = only(TRUE);

/** It doesn't hold. */
export const IS_FALSE: TruthSet = only(FALSE);

/** It can't be told. */
export const IS_UNKNOWN: TruthSet = only(UNKNOWN);

/** It doesn't hold, or can't be told: what a rule stops. */
export const NOT_TRUE: TruthSet = IS_FALSE | IS_UNKNOWN;

/** It holds, or can't be told. */
export const NOT_FALSE: TruthSet = IS_TRUE | IS_UNKNOWN;

/** What a condition may be when its negation is one of these. */
export function negated(set: TruthSet): TruthSet {
  const unknown = set & IS_UNKNOWN;
  return unknown | ((set & IS_TRUE) === 0 ? 0 : IS_FALSE) | ((set & IS_FALSE) === 0 ? 0 : IS_TRUE);
}

/** What a test answered, as a set; undefined stands for what it can't judge. */
export function setOf(held: boolean | undefined): TruthSet {
  return held === undefined ? IS_UNKNOWN : held ? IS_TRUE : IS_FALSE;
}
