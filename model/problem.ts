/**
 * Where a fact stands: the fact file (without folder of the environment and extension, such as
 * `systems/land-database`) followed by the keys and indexes inside it.
 */
export type FactPath = readonly (string | number)[];

/** A place in a text file; line and column count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * One thing that is wrong with what a person wrote, in the order a reader needs: what, where, what was
 * got, what is allowed, what to do next. The only error shape of the product.
 */
export interface Problem {
  /** Stable kebab-case identity of the kind of problem, such as `standby-too-near`. */
  readonly code: string;
  /** The fact that is wrong; empty when the problem isn't about one fact. */
  readonly at: FactPath;
  /** One sentence in the words of the file that the reader edits. */
  readonly what: string;
  readonly got: string;
  /** What is allowed, as a noun phrase: `at least 30 km`. */
  readonly want: string;
  /** The next step that repairs it. */
  readonly next: string;
  /** File, line and column, set by whoever read the facts.
   * @default - the problem is not about a place in a file
   */
  readonly location?: SourceLocation;
}

/** Makes a problem; the one constructor, so that tone and layout never vary. */
export function problem(parts: Problem): Problem {
  return Object.freeze({ ...parts });
}

/** A value, or everything that is wrong with its input. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A successful result. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failed result; needs at least one problem. */
export function failure(problems: readonly [Problem, ...Problem[]] | readonly Problem[]): Result<never> {
  if (problems.length === 0) throw new Error('a failure needs at least one problem');
  return { ok: false, problems };
}

/** Thrown by code that can't return a result; carries every problem of the run, and what could not be judged. */
export class ProblemError extends Error {
  public constructor(
    public readonly problems: readonly Problem[],
    /** Lines for people about what the run left out; no problems themselves. */
    public readonly notes: readonly string[] = [],
  ) {
    super(problems.map((one) => `${one.code}: ${one.what}`).join('\n'));
    this.name = 'ProblemError';
  }
}

/**
 * The value of a result.
 * @throws ProblemError with everything that is wrong
 */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemError(result.problems);
}

/** Orders problems by place, then by code, so that output never depends on the order of checks. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const key = (one: Problem): string =>
    [
      one.location?.file ?? '',
      String(one.location?.line ?? 0).padStart(8, '0'),
      String(one.location?.column ?? 0).padStart(8, '0'),
      one.at.join('/'),
      one.code,
      one.what,
    ].join('\u0000');
  return problems
    .map((one) => [key(one), one] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, one]) => one);
}
