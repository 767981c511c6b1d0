/** Strong Kleene logic: what holds, what doesn’t, and what nobody can tell. */
export const FALSE = 0;
/** It holds. */
export const TRUE = 1;
/** It can’t be told; the reason stands with the value that isn’t known. */
export const UNKNOWN = 2;

/** One of the three truth values. */
export type Truth = typeof FALSE | typeof TRUE | typeof UNKNOWN;

/** True where false, false where true, and unknown as before. */
export function negate(truth: Truth): Truth {
  return truth === UNKNOWN ? UNKNOWN : truth === TRUE ? FALSE : TRUE;
}
