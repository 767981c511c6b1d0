import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * Chooses the form of a union that a person most likely meant: of those that take this kind of value, the one with
 * the fewest things wrong. Undefined when two are equally near, so that nobody is sent the wrong way.
 */
export function tryChooseForm(forms: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const near = forms
    .filter((issues) => !issues.some(isOtherKind))
    .map((issues) => ({ issues, wrong: countWrong(issues) }))
    .toSorted((a, b) => a.wrong - b.wrong);
  const [first, second] = near;
  return first !== undefined && first.wrong !== second?.wrong ? first.issues : undefined;
}

/** Whether a form refuses the value as a whole. */
function isOtherKind({ code, path }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union');
}

function countWrong(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}
