import type { ControlId } from '../../model/controls/control';
import type { PolicyException } from '../../model/model';
import { certify } from '../../policies/certificate';
import { definePolicy, fail, pass, unknown, type Judgement, type Policy } from '../../policies/define-policy';
import { evaluate } from '../../policies/evaluate';
import { buildReport } from '../../reports/build-report';
import type { ReportSource } from '../../reports/define-format';
import type { Report, ReportClause } from '../../reports/report';
import { viewOf, type GivenAssembly } from '../support/view-of';
import type { Evaluation } from '../../policies/evaluation';
import { ruleSetOf } from '../support/rule-set-of';

const text = { vi: 'Quy tắc thử', en: 'A rule of a test' };

/** A rule that answers one control and says this of each subject. */
export function rule(control: ControlId, judgements: readonly Judgement[], bend: Partial<Policy> = {}): Policy {
  return definePolicy({
    title: text,
    force: 'block',
    controls: [control],
    why: text,
    fix: text,
    subjects: () => judgements.map((_, index) => ({ id: `subject-${index}`, system: 'land-database' })),
    check: ({ id }) => judgements[Number(id.slice('subject-'.length))] ?? pass,
    ...bend,
  });
}

/** The report of the healthy nation by these rules, with what else is given. */
export function reportOf(given: Readonly<Record<string, Policy>>, bend: Given = {}): Report {
  return sourceOf(given, bend).report;
}

/** What else may be given of a report. */
type Given = Pick<GivenAssembly, 'integrity'> &
  Partial<Pick<Evaluation, 'faults'>> & { exceptions?: readonly PolicyException[] };

/** The report of the healthy nation by these rules, with what it is made of. */
export function sourceOf(
  given: Readonly<Record<string, Policy>>,
  { exceptions = [], integrity = [], faults = [] }: Given = {},
): ReportSource {
  const view = viewOf({ integrity });
  const rules = { ...ruleSetOf(Object.entries(given).map(([id, policy]) => ({ id, policy }))), faults };
  const evaluation = evaluate(rules, { view, today: '2026-10-01' }, exceptions);
  const digest = `sha256:${'0'.repeat(64)}`;
  const certificate = certify({ rules, evaluation, exceptions, environment: 'test', assemblyDigest: digest });
  const input = { view, evaluation, certificate, policies: rules.policies };
  return { ...input, report: buildReport(input) };
}

/** The clause of a report. */
export function clauseOf(report: Report, id: ControlId): ReportClause {
  const clause = report.instruments.flatMap((one) => one.clauses).find((one) => one.id === id);
  if (clause === undefined) throw new Error(`no clause ${id}`);
  return clause;
}

/** The report with one clause of each state, mark and kind of levels: every kind of row, few of each. */
export function withFewClauses(report: Report): Report {
  const seen = new Set<string>();
  const isNew = ({ state, mark, levels, why }: ReportClause): boolean => {
    const kind = `${state} ${mark} ${levels.length > 0} ${why !== undefined}`;
    return !seen.has(kind) && seen.add(kind).size > 0;
  };
  const instruments = report.instruments.map((one) => ({ ...one, clauses: one.clauses.filter(isNew) }));
  return { ...report, instruments };
}

/** What a hostile artifact puts into a finding. */
export const hostile = '<img src=x onerror=alert(1)>|`*_[a](b)\u202e\u0000\ud800"\'&\n# x';

/** A report with a finding of each verdict and hostile texts. */
export function hostileReport(): Report {
  return hostileSource().report;
}

/** The same, with what it is made of. */
export function hostileSource(): ReportSource {
  return sourceOf({
    'network/require-a': rule('d331-30.8', [pass, fail(hostile, hostile, hostile), unknown('b', 'c', 'd')]),
    'network/require-b': rule('d331-30.9', [pass]),
  });
}
