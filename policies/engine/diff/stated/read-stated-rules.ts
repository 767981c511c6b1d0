import type { z } from 'zod';
import { canonicalJson } from '../../../../model/canonical-json';
import { failure, problem, success, type Problem, type Result } from '../../../../model/problem';
import { digestOf } from '../../../../resources/digest';
import { parseStrictJson } from '../../../../resources/read/text/strict-json';
import { tryFindConditionFault } from './find-condition-fault';
import { rulesShape, statedRulesOf } from './rules-shape';
import type { StatedRule, StatedRules } from './stated-rules';

/** The longest statement that is read, in UTF-16 units; ours has a tenth of it. */
const TEXT_MAX = 8_000_000;

/** As many problems as a person can use. */
const PROBLEMS_MAX = 20;

const NEXT = 'take the bundle as npm run gen wrote it at that revision';

/**
 * Reads the rules that a bundle states, such as the one of an older revision: strictly, in bounded time, and whatever the
 * text. What can't be judged by the language of rules is refused, so that whoever compares rules never meets it.
 */
export function readStatedRules(text: string, name: string): Result<StatedRules> {
  const refuse = (code: string, what: string, [got, want]: readonly [string, string]): Result<never> =>
    failure([problem({ code, at: [name], what, got, want, next: NEXT })]);
  if (text.length > TEXT_MAX)
    return refuse('rules-too-long', 'the rule bundle is too long', [
      `${text.length}`,
      `at most ${TEXT_MAX} characters`,
    ]);
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return refuse('rules-unreadable', 'the rule bundle is no JSON', [parsed.detail, 'strict JSON']);
  const shaped = rulesShape.safeParse(parsed.value);
  if (!shaped.success) return failure(shaped.error.issues.slice(0, PROBLEMS_MAX).map((one) => issueProblem(one, name)));
  const { digest, ...stated } = shaped.data;
  const actual = digestOf(canonicalJson(stated));
  if (actual !== digest)
    return refuse('rules-digest-differs', 'the rule bundle is not what its digest says', [actual, digest]);
  if (stated.count !== stated.rules.length)
    return refuse('rules-count-differs', 'the rule bundle is not whole', [`${stated.rules.length}`, `${stated.count}`]);
  const rules = statedRulesOf(shaped.data);
  const problems = [...orderProblems(rules.rules, name), ...rules.rules.flatMap((one) => ruleProblems(one, name))];
  return problems.length > 0 ? failure(problems.slice(0, PROBLEMS_MAX)) : success(rules);
}

function issueProblem(issue: z.core.$ZodIssue, name: string): Problem {
  const at = issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step));
  const what = 'the rule bundle states something that no rule can';
  return problem({
    code: 'rules-shape-wrong',
    at: [name, ...at],
    what,
    got: issue.code,
    want: issue.message,
    next: NEXT,
  });
}

/** Rules are sorted by their ids, so none stands twice. */
function orderProblems(rules: readonly StatedRule[], name: string): readonly Problem[] {
  return rules.flatMap(({ id }, index) => {
    const before = rules[index - 1]?.id;
    if (before === undefined || before < id) return [];
    const what = 'the rules of the bundle are not sorted by id, or one stands twice';
    return [
      problem({
        code: 'rules-unsorted',
        at: [name, id],
        what,
        got: `${id} behind ${before}`,
        want: 'sorted ids',
        next: NEXT,
      }),
    ];
  });
}

function ruleProblems({ id, tree }: StatedRule, name: string): readonly Problem[] {
  if (tree === undefined) return [];
  return ([tree.when, tree.require] as const).flatMap((one) => {
    const fault = one === undefined ? undefined : tryFindConditionFault(one);
    if (fault === undefined) return [];
    const what = `the rule ${id} states a condition that can't be judged`;
    return [problem({ code: 'rules-condition-wrong', at: [name, id], what, ...fault, next: NEXT })];
  });
}
