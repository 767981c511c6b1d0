import { failure, problem, success, type FactPath, type Problem, type Result } from '../../../model/problem';

/** Reads a value that may be anything into one of a known shape, or tells everything that is wrong with it. */
export type Reader<T> = (value: unknown, at: FactPath) => Result<T>;

/** What a reader gives when all is well. */
export type ReadBy<R> = R extends Reader<infer T> ? T : never;

const SHOWN_MAX = 80;
const NEXT = 'write it as docs/how-to/verify-an-approval-by-hand.md shows';

/** A value as problems show it: short, in ASCII, so that nothing in it looks like something else. */
export function showValue(value: unknown): string {
  const text = JSON.stringify(value)?.slice(0, SHOWN_MAX) ?? 'nothing';
  return text.replaceAll(/[^ -~]/gu, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Refuses a value. */
export function refuseValue(
  at: FactPath,
  value: unknown,
  words: Pick<Problem, 'code' | 'what' | 'want'> & { readonly next?: string },
): Result<never> {
  return failure([problem({ next: NEXT, ...words, at, got: showValue(value) })]);
}

/** What a text must be. */
export interface TextForm {
  /** Of the problem when it isn't so. */
  readonly code: string;
  readonly want: string;
  readonly accepts: (text: string) => boolean;
}

/** A text of a form. */
export function text({ code, want, accepts }: TextForm): Reader<string> {
  return (value, at) =>
    typeof value === 'string' && accepts(value)
      ? success(value)
      : refuseValue(at, value, { code, what: 'the value is not as it must be', want });
}

/** This text and no other. */
export function exactly<const T extends string>(wanted: T): Reader<T> {
  return (value, at) =>
    value === wanted
      ? success(wanted)
      : refuseValue(at, value, {
          code: 'value-other',
          what: 'the value is not the one that stands here',
          want: wanted,
        });
}

/** A list of so many. */
export function listOf<T>(
  read: Reader<T>,
  { min, max }: { readonly min: number; readonly max: number },
): Reader<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length < min || value.length > max)
      return refuseValue(at, value, {
        code: 'value-list',
        what: 'this is no list of the right length',
        want: `a list of ${min} to ${max}`,
      });
    const results = value.map((one: unknown, index) => read(one, [...at, index]));
    const problems = results.flatMap((one) => (one.ok ? [] : one.problems));
    return problems.length > 0 ? failure(problems) : success(results.flatMap((one) => (one.ok ? [one.value] : [])));
  };
}

/** Null, or what the reader reads. */
export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, at) => (value === null ? success(null) : read(value, at));
}

/** Nothing, or what the reader reads. */
export function orNothing<T>(read: Reader<T>): Reader<T | undefined> {
  return (value, at) => (value === undefined ? success(undefined) : read(value, at));
}

/** Readers by the name of the member. */
export type Members = Readonly<Record<string, Reader<unknown>>>;

/** An object of exactly these members; one that is not known may mean anything, and is refused. */
export function objectOf<const M extends Members>(members: M): Reader<{ readonly [Name in keyof M]: ReadBy<M[Name]> }> {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuseValue(at, value, {
        code: 'value-object',
        what: 'this is no object',
        want: Object.keys(members).join(', '),
      });
    const unknown = Object.keys(value)
      .filter((name) => !Object.hasOwn(members, name))
      .flatMap((name) => unknownMember([...at, name], members));
    const read = Object.entries(members).map(([name, reader]) => {
      const member: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
      return [name, reader(member, [...at, name])] as const;
    });
    const problems = [...unknown, ...read.flatMap(([, one]) => (one.ok ? [] : one.problems))];
    if (problems.length > 0) return failure(problems);
    const entries = read.map(([name, one]) => [name, one.ok ? one.value : undefined] as const);
    return success(Object.fromEntries(entries) as { readonly [Name in keyof M]: ReadBy<M[Name]> });
  };
}

function unknownMember(at: FactPath, members: Members): readonly Problem[] {
  const what = 'nothing of this name is known here, so it may mean anything';
  const refused = refuseValue(at, at.at(-1), { code: 'value-unknown', what, want: Object.keys(members).join(', ') });
  return refused.ok ? [] : refused.problems;
}
