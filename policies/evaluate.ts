import type { Steps } from '../resources/resource';
import type { PolicyException } from '../model/model';
import { groupBy } from '../model/group-by';
import { digestOf } from '../resources/digest';
import type { Judgement, ObjectsContext, Subject } from './define-policy';
import {
  type Evaluation,
  type Finding,
  type NamedPolicy,
  type PolicyResult,
  type SkippedFinding,
  type VerdictCounts,
} from './evaluation';
import { findFaultyExceptions, isExcepted } from './exceptions';
import type { RuleSet } from './rule-set';
import { assemblySubject } from './subjects';

/** The longest text of a finding; what policies quote from artifacts may be hostile. */
const TEXT_MAX = 400;

/** Applies every policy to each of its subjects, keeps all verdicts, and applies the exceptions. */
export function evaluate<C extends ObjectsContext>(
  { policies, faults }: Pick<RuleSet<C>, 'policies' | 'faults'>,
  context: C,
  exceptions: readonly PolicyException[],
): Evaluation {
  const byPolicy = groupBy(exceptions, (one) => one.policy);
  const sorted = policies.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const results = sorted.map((one) => applyPolicy(one, context, byPolicy.get(one.id) ?? []));
  const faulty = findFaultyExceptions(exceptions, {
    today: context.today,
    policies: new Set(sorted.map((one) => one.id)),
    used: new Set(results.flatMap((one) => one.skip.map((skipped) => skipped.exception))),
    findings: results.flatMap((one) => [...one.fail, ...one.unknown]),
  });
  const counts = countVerdicts(results);
  const { integrity } = context.view;
  const evaluations = counts.pass + counts.fail + counts.unknown + counts.skip + counts.error;
  const hasJudged = context.isPart === true ? evaluations > 0 : results.length > 0;
  const isComplete = hasJudged && faults.length === 0 && integrity.length === 0 && counts.error === 0;
  const blocks = faulty.length > 0 || results.some((one) => one.blocks);
  return {
    today: context.today,
    results,
    exceptions: faulty,
    faults,
    integrity,
    counts,
    rules: results.length,
    evaluations,
    verdict: !isComplete ? 'incomplete' : blocks ? 'failed' : 'passed',
  };
}

interface Lists {
  readonly pass: string[];
  readonly fail: Finding[];
  readonly unknown: Finding[];
  readonly skip: SkippedFinding[];
  readonly error: Finding[];
}

function applyPolicy<C extends ObjectsContext>(
  { id, policy }: NamedPolicy<C>,
  context: C,
  exceptions: readonly PolicyException[],
): PolicyResult {
  const lists: Lists = { pass: [], fail: [], unknown: [], skip: [], error: [] };
  let subjects = 0;
  let current: Subject = assemblySubject;
  try {
    for (const subject of policy.subjects(context)) {
      current = subject;
      subjects += 1;
      const judgement = judge(() => policy.check(subject, context));
      if (judgement instanceof Error) lists.error.push(errorFinding(id, subject, judgement));
      else if (judgement.verdict === 'pass') lists.pass.push(subject.id);
      else file(lists, { id, subject, judgement, exceptions, today: context.today });
    }
  } catch (error) {
    lists.error.push(errorFinding(id, current, error));
  }
  const isEmpty = subjects === 0 && lists.error.length === 0;
  const mayBeEmpty = context.isPart === true || policy.mayBeVacuous !== undefined;
  const vacuous = !isEmpty ? 'no' : mayBeEmpty ? 'allowed' : 'refused';
  const isWrong = vacuous === 'refused' || lists.fail.length > 0 || lists.unknown.length > 0;
  const blocks = lists.error.length > 0 || (policy.force === 'block' && isWrong);
  return { policy: id, force: policy.force, subjects, ...lists, vacuous, blocks };
}

function judge(check: () => Judgement): Judgement | Error {
  try {
    const judgement = check();
    return isJudgement(judgement) ? judgement : new Error('the policy returned no verdict');
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isJudgement(judgement: Judgement): boolean {
  return judgement.verdict === 'pass' || judgement.verdict === 'fail' || judgement.verdict === 'unknown';
}

interface Judged {
  readonly id: string;
  readonly subject: Subject;
  readonly judgement: Judgement;
  readonly exceptions: readonly PolicyException[];
  readonly today: string;
}

function file(lists: Lists, { id, subject, judgement, exceptions, today }: Judged): void {
  const verdict = judgement.verdict === 'fail' ? 'fail' : 'unknown';
  const finding = findingOf(id, subject, judgement);
  const excuse = exceptions.length === 0 ? undefined : isExcepted(finding, exceptions, today);
  if (excuse === undefined) lists[verdict].push(finding);
  else lists.skip.push({ ...finding, verdict, exception: excuse.id });
}

function findingOf(policy: string, subject: Subject, judgement: Omit<Judgement, 'verdict'>): Finding {
  const { id, tenant, system, source, file: artifact } = subject;
  const [where, got] = [bounded(judgement.where ?? ''), bounded(judgement.got ?? '')];
  return {
    policy,
    subject: id,
    where,
    got,
    want: bounded(judgement.want ?? ''),
    value: boundedValue(judgement.value?.toWellFormed() ?? `${where}=${got};`),
    tenant,
    system,
    source,
    file: artifact,
    steps: judgement.steps === undefined ? undefined : boundedSteps(judgement.steps),
  };
}

function errorFinding(policy: string, subject: Subject, error: unknown): Finding {
  const got = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return findingOf(policy, subject, { got, want: 'a policy that can judge its subject' });
}

/** The longest text that an exception can name; of a longer one stands its digest, which nobody can take for another. */
const VALUE_MAX = 100_000;

function boundedValue(value: string): string {
  return value.length <= VALUE_MAX ? value : digestOf(value);
}

/** A text short enough for a report, with bytes of its own. */
function bounded(text: string): string {
  const whole = text.toWellFormed();
  return whole.length <= TEXT_MAX ? whole : `${whole.slice(0, TEXT_MAX - 1).toWellFormed()}…`;
}

/** Steps up to the first that no report could show. */
function boundedSteps(steps: Steps): Steps {
  const long = steps.findIndex((one) => typeof one === 'string' && one.length > TEXT_MAX);
  return long === -1 ? steps : steps.slice(0, long);
}

function countVerdicts(results: readonly PolicyResult[]): VerdictCounts {
  const count = (list: keyof VerdictCounts): number => results.reduce((all, one) => all + one[list].length, 0);
  return {
    pass: count('pass'),
    fail: count('fail'),
    unknown: count('unknown'),
    skip: count('skip'),
    error: count('error'),
  };
}
