import { problem, type FactPath, type Problem } from '../problem';

/**
 * Why a text or a number can't be read as an address, a block or a port: a {@link Problem} that doesn't know
 * its place yet, because a parser sees the value and not the fact file. The caller adds the place with
 * {@link refusalAt}. `code` is stable and kebab-case; `next` carries the likely intention when there is one.
 */
export type Refusal = Readonly<Pick<Problem, 'code' | 'what' | 'got' | 'want' | 'next'>>;

/** What a parser of this room returns: the value, or the one reason why there is none. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Refusal };

/** A value that was read. */
export function accepted<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** A value that can't be read, with the reason. */
export function refused(reason: Refusal): Parsed<never> {
  return { ok: false, reason: Object.freeze({ ...reason }) };
}

/** Places a refusal at the fact it was written in, which makes it a problem. */
export function refusalAt(at: FactPath, reason: Refusal): Problem {
  return problem({ at, ...reason });
}
