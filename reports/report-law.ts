import { citationOf, controls, instrumentHeads, type CatalogControl } from '../model/controls/control';
import type { Text } from '../model/text';
import type { Evaluation, NamedPolicy, PolicyResult, VerdictCounts } from '../policies/evaluation';
import { countsOf, sumCounts } from './verdict-counts';
import type { ClauseState, ReportClause, ReportInstrument, ReportRule } from './report';

/** The law beside the rules that answer it, each with what was judged. */
export interface ReportedLaw {
  /** In the order in which they were given. */
  readonly rules: readonly ReportRule[];
  /** Every instrument with all of its clauses, sorted by id. */
  readonly instruments: readonly ReportInstrument[];
}

/** Joins every clause of the catalog with the rules that answer it and their counts; adds no judgement of its own. */
export function reportLaw(
  { results: judged }: Pick<Evaluation, 'results'>,
  policies: readonly NamedPolicy[],
): ReportedLaw {
  const results = new Map(judged.map((result) => [result.policy, result]));
  const rules = policies.map((one) => reportRule(one, results.get(one.id)));
  return { rules, instruments: reportInstruments(rules, results) };
}

function reportRule({ id, policy }: NamedPolicy, result: PolicyResult | undefined): ReportRule {
  if (result === undefined) throw new Error(`the rule ${id} was not evaluated`);
  const { title, why, fix, force, controls: cited, mayBeVacuous } = policy;
  const { subjects, vacuous, blocks } = result;
  return {
    id,
    title,
    why,
    fix,
    force,
    controls: cited,
    subjects,
    counts: countsOf(result),
    vacuous,
    mayBeVacuous,
    blocks,
  };
}

function reportInstruments(
  rules: readonly ReportRule[],
  results: ReadonlyMap<string, PolicyResult>,
): readonly ReportInstrument[] {
  return instrumentHeads.map(({ id, number, officialName, status, effectiveFrom }) => ({
    id,
    number,
    officialName,
    status,
    effectiveFrom,
    clauses: controls
      .filter((control) => control.instrument === id)
      .map((control) => reportClause(control, rules, results)),
  }));
}

function reportClause(
  control: CatalogControl,
  rules: readonly ReportRule[],
  results: ReadonlyMap<string, PolicyResult>,
): ReportClause {
  const answering = rules.filter((rule) => rule.controls.includes(control.id)).map((rule) => rule.id);
  const counts = sumCounts(answering.map((id) => countsOf(results.get(id))));
  const { id, instrument, title, requirement, mark, levels, effectiveFrom, crosswalk = {}, automation } = control;
  const broken = answering.some((rule) => results.get(rule)?.vacuous === 'refused');
  const state = clauseStateOf(automation.kind, { answered: answering.length > 0, broken, counts });
  return {
    id,
    instrument,
    citation: citationTexts(control),
    title,
    requirement,
    mark,
    levels,
    effectiveFrom,
    crosswalk,
    state,
    why: whyOf(control, state),
    rules: answering,
    counts,
  };
}

/** What the rules that answer a clause said. */
export interface Answers {
  readonly answered: boolean;
  /** A rule had to apply to something and didn't. */
  readonly broken: boolean;
  readonly counts: VerdictCounts;
}

/** The state of a clause by what its rules said, and by who can answer it at all. */
export function clauseStateOf(
  automation: 'rule' | 'evidence' | 'procedure',
  { answered, broken, counts }: Answers,
): ClauseState {
  if (!answered) return automation === 'rule' ? 'not-covered' : automation;
  if (counts.fail > 0 || counts.error > 0) return 'fails';
  if (counts.unknown > 0 || broken) return 'unknown';
  if (counts.skip > 0) return 'excepted';
  if (counts.pass === 0) return 'not-applicable';
  return automation === 'rule' ? 'holds' : 'in-part';
}

const noRuleYet: Text = {
  vi: 'Có thể kiểm tra tự động nhưng chưa có quy tắc nào trả lời điều khoản này.',
  en: 'A rule could check it, and none answers this clause yet.',
};

function whyOf({ automation }: CatalogControl, state: ClauseState): Text | undefined {
  if (state === 'not-covered') return noRuleYet;
  return automation.kind === 'rule' ? undefined : automation.why;
}

/** Where a control stands, in both languages. */
export function citationTexts(control: CatalogControl): Text {
  return { vi: citationOf(control, 'vi'), en: citationOf(control, 'en') };
}
