import type { Result } from '../../../../model/problem';

/** `holds`, or the codes of the problems of a result. */
export function codesOf(result: Result<unknown>): string {
  return result.ok ? 'holds' : result.problems.map(({ code }) => code).join(' ');
}
