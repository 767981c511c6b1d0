import { compareText } from '../../model/build/sort';
import type { GateCertificate } from '../../policies/certificate';
import type { Evaluation, Finding, NamedPolicy, PolicyResult, VerdictCounts } from '../../policies/evaluation';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { reportLaw } from '../report-law';
import type { ReportClause, ReportInstrument, ReportRule } from '../report';
import { ClausePlaces } from './clause-places';
import { listEvidence, type EvidenceLink, type WrittenEvidence } from './evidence-link';
import { FactIndex } from './fact-index';
import type { FactLine } from './fact-line';
import type { TraceJudgement } from './trace';
import { listSubjects, namedSubject, type TraceSubject } from './trace-subject';

/** What chains are followed in: an assembly that was judged, the rules that judged it, and what else is known. */
export interface TraceInput extends WrittenEvidence {
  readonly view: AssemblyView;
  readonly evaluation: Evaluation;
  /** As the judgement made it, not as somebody wrote it. */
  readonly certificate: GateCertificate;
  readonly policies: readonly NamedPolicy[];
  /** The entries of the fact files, when they are those that the assembly was made from.
   * @default - lines are those that the manifest tells
   */
  readonly factLines?: readonly FactLine[] | undefined;
}

/** A rule with all that is known of it. */
export interface IndexedRule extends NamedPolicy {
  readonly report: ReportRule;
  readonly result: PolicyResult;
}

/** The verdicts, worst first. */
export const verdictOrder = [
  'error',
  'fail',
  'unknown',
  'skip',
  'pass',
] as const satisfies readonly (keyof VerdictCounts)[];

/** A judged assembly with the lookups that chains are followed by, each made once. */
export class TraceIndex {
  public readonly clausePlaces = new ClausePlaces();
  public readonly facts: FactIndex;
  public readonly instruments: readonly ReportInstrument[];
  public readonly clauses: ReadonlyMap<string, ReportClause>;
  public readonly rules: ReadonlyMap<string, IndexedRule>;
  /** Everything that was judged or could have been, by its id. */
  public readonly subjects: ReadonlyMap<string, TraceSubject>;
  public readonly evidence: readonly EvidenceLink[];
  public readonly fileDigests: ReadonlyMap<string, string>;

  public constructor(public readonly input: TraceInput) {
    const { view, evaluation, policies, certificate, factLines } = input;
    const law = reportLaw(evaluation, policies);
    const results = new Map(evaluation.results.map((one) => [one.policy, one]));
    this.instruments = law.instruments;
    this.clauses = new Map(law.instruments.flatMap(({ clauses }) => clauses.map((one) => [one.id, one])));
    this.rules = new Map(
      policies.flatMap((named, index) => {
        const [report, result] = [law.rules[index], results.get(named.id)];
        return report === undefined || result === undefined ? [] : [[named.id, { ...named, report, result }]];
      }),
    );
    this.facts = new FactIndex(view, factLines);
    this.subjects = subjectsOf(view, evaluation);
    this.evidence = listEvidence(view, certificate, input);
    this.fileDigests = new Map(view.files.map(({ path, digest }) => [path, digest]));
  }

  /**
   * The subject with an id that was judged, or that the assembly has.
   * @throws Error for any other
   */
  public findSubject(id: string): TraceSubject {
    const found = this.subjects.get(id);
    if (found === undefined) throw new Error(`nothing was judged by the id ${id}`);
    return found;
  }

  /** The judgements of each rule that judged one of these subjects, or of every rule over all; rules as evaluated. */
  public judgementsOf(wanted: ReadonlySet<string>): ReadonlyMap<string, readonly TraceJudgement[]> {
    const found = new Map<string, readonly TraceJudgement[]>();
    for (const { result } of this.rules.values()) {
      const all = judgementsIn(result, wanted);
      if (all.length > 0) found.set(result.policy, all);
    }
    return found;
  }
}

/** What the assembly has, and what rules name beside it, sorted by id. */
function subjectsOf(view: AssemblyView, { results }: Evaluation): ReadonlyMap<string, TraceSubject> {
  const all = new Map(listSubjects(view).map((one) => [one.id, one]));
  const add = (id: string): void => {
    if (!all.has(id)) all.set(id, namedSubject(id, view));
  };
  for (const { pass, fail, unknown, skip, error } of results) {
    pass.forEach(add);
    for (const { subject } of [...fail, ...unknown, ...skip, ...error]) add(subject);
  }
  return new Map([...all].toSorted(([a], [b]) => compareText(a, b)));
}

/** What a rule said, of these subjects or of all, worst first and then in the order of its subjects. */
export function judgementsIn(result: PolicyResult, wanted?: ReadonlySet<string>): readonly TraceJudgement[] {
  const isWanted = (subject: string): boolean => wanted === undefined || wanted.has(subject);
  const told = (verdict: TraceJudgement['verdict'], found: readonly Finding[]): readonly TraceJudgement[] =>
    found
      .filter(({ subject }) => isWanted(subject))
      .map(({ subject, where, got, want }) => ({ subject, verdict, where, got, want }));
  const { error, fail, unknown } = result;
  const bad = [...told('error', error), ...told('fail', fail), ...told('unknown', unknown)];
  const excused = result.skip
    .filter(({ subject }) => isWanted(subject))
    .map(({ subject, where, got, want, exception }) => ({
      subject,
      verdict: 'skip' as const,
      where,
      got,
      want,
      exception,
    }));
  const passed = result.pass.filter(isWanted).map((subject): TraceJudgement => ({ subject, verdict: 'pass' }));
  return [...bad, ...excused, ...passed];
}

/** How many judgements ended how. */
export function countJudgements(judgements: Iterable<TraceJudgement>): VerdictCounts {
  const counts = { pass: 0, fail: 0, unknown: 0, skip: 0, error: 0 };
  for (const { verdict } of judgements) counts[verdict] += 1;
  return counts;
}
