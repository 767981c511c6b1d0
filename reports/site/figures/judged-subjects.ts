import { compareText } from '../../../model/build/sort';
import type { Evaluation, Finding, PolicyResult, VerdictCounts } from '../../../policies/evaluation';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { FactPlaces } from '../../../policies/fact-places';
import { FactIndex } from '../../trace/fact-index';
import { listSubjects, namedSubject, type TraceSubject } from '../../trace/trace-subject';

/** A judgement that isn't a pass. */
export interface JudgementAgainst extends Finding {
  readonly verdict: Exclude<keyof VerdictCounts, 'pass'>;
  /** Id of the exception that excuses it.
   * @default - nothing excuses it
   */
  readonly exception?: string | undefined;
}

/** One thing that rules judged, or could have, with every judgement on it. */
export interface JudgedSubject {
  readonly subject: TraceSubject;
  /** Its place among all subjects sorted by id. */
  readonly index: number;
  /** Index of the set of rules that passed it, in `passSets`. */
  readonly set: number;
  readonly against: readonly JudgementAgainst[];
  /** Where the fact stands that caused it, `file:line`; empty when nobody knows. */
  readonly source: string;
}

/** Every judgement of an assembly, by what was judged. */
export interface JudgedSubjects {
  /** Sorted by id. */
  readonly all: readonly JudgedSubject[];
  /** The different sets of rules that passed something, as indexes of results; few, since alike things pass alike. */
  readonly passSets: readonly (readonly number[])[];
}

/** Turns the evaluation around: from what each rule said to what was said of each thing. */
export function judgedSubjects(view: AssemblyView, { results }: Evaluation): JudgedSubjects {
  const subjects = new Map(listSubjects(view).map((one) => [one.id, one]));
  const against = judgementsAgainst(view, results);
  const passes = passesBySubject(results);
  for (const id of [...passes.keys(), ...against.keys()])
    if (!subjects.has(id)) subjects.set(id, namedSubject(id, view));
  const sets = new PassSets();
  const facts = new FactIndex(view);
  const ids = [...subjects.keys()].toSorted(compareText);
  const all = ids.flatMap((id, index): readonly JudgedSubject[] => {
    const subject = subjects.get(id);
    if (subject === undefined) return [];
    const set = sets.indexOf(passes.get(id) ?? []);
    return [{ subject, index, set, against: against.get(id) ?? [], source: sourceOf(subject, facts) }];
  });
  return { all, passSets: sets.all };
}

function sourceOf(subject: TraceSubject, facts: FactIndex): string {
  if (subject.resource !== undefined) return subject.resource.source;
  return facts.linksOf(subject).find((one) => one.as === 'cause')?.place ?? '';
}

/** Indexes of the results that passed each subject, ascending. */
function passesBySubject(results: readonly PolicyResult[]): ReadonlyMap<string, readonly number[]> {
  const passes = new Map<string, number[]>();
  for (const [index, { pass }] of results.entries()) {
    for (const id of pass) {
      const known = passes.get(id);
      if (known === undefined) passes.set(id, [index]);
      else known.push(index);
    }
  }
  return passes;
}

function judgementsAgainst(
  view: AssemblyView,
  results: readonly PolicyResult[],
): ReadonlyMap<string, readonly JudgementAgainst[]> {
  const places = new FactPlaces(view);
  const found = new Map<string, JudgementAgainst[]>();
  const add = (finding: Finding, verdict: JudgementAgainst['verdict'], exception?: string): void => {
    const one: JudgementAgainst = { ...places.locate(finding), verdict, exception };
    const known = found.get(finding.subject);
    if (known === undefined) found.set(finding.subject, [one]);
    else known.push(one);
  };
  for (const { error, fail, unknown, skip } of results) {
    for (const one of error) add(one, 'error');
    for (const one of fail) add(one, 'fail');
    for (const one of unknown) add(one, 'unknown');
    for (const one of skip) add(one, 'skip', one.exception);
  }
  return found;
}

/** Numbers each different set of rules once. */
class PassSets {
  public readonly all: (readonly number[])[] = [];
  private readonly known = new Map<string, number>();

  /** The number of a set. */
  public indexOf(set: readonly number[]): number {
    const key = set.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.all.length);
    return this.all.push(set) - 1;
  }
}
