import type { Text } from '../../model/text';
import type { VerdictCounts } from '../../policies/evaluation';
import type { AdmissionResult, ExampleAnswers, LiveReport, RulePoints } from './live-report';
import { pointWords } from './point-words';

/** What the points where clusters were asked come to, of one rule: the worst of them. */
export function worst({ plan, admission, live }: Pick<RulePoints, 'plan' | 'admission' | 'live'>): WorstState {
  const states = [plan.state, admission.state, live.state];
  return states.includes('fails') ? 'fails' : states.includes('unknown') ? 'unknown' : 'well';
}

/** The worst that can be said of a rule where it runs. */
export type WorstState = 'fails' | 'unknown' | 'well';

/** What API servers answered to the examples of a rule, on all clusters together. */
export function examplesOf({ standings }: AdmissionResult): ExampleAnswers {
  const sum = (key: keyof ExampleAnswers): number =>
    standings.reduce((all, { examples }) => all + (examples?.[key] ?? 0), 0);
  return {
    refused: sum('refused'),
    refusedByOther: sum('refusedByOther'),
    untried: sum('untried'),
    letIn: sum('letIn'),
  };
}

/** Verdicts in signs, those that there are: `✔ 12 ✘ 1`. */
export function verdictsText(counts: VerdictCounts): string {
  const told = signs.filter(([verdict]) => counts[verdict] > 0);
  return told.map(([verdict, sign]) => `${sign} ${counts[verdict]}`).join(' ');
}

const signs: readonly (readonly [keyof VerdictCounts, string])[] = [
  ['pass', '✔'],
  ['fail', '✘'],
  ['unknown', '?'],
  ['skip', '◐'],
  ['error', '‼'],
];

/** How many objects of a point nobody saw, over all causes. */
export function unseenCount({ unseen }: Pick<RulePoints['plan'], 'unseen'>): number {
  return unseen.reduce((sum, { count }) => sum + count, 0);
}

/** What a clause must say beside its state where its rules don't hold where they run; undefined where they do, or nobody asked. */
export function clauseWhereItRuns(
  live: LiveReport | undefined,
  rules: readonly string[],
): ClauseWhereItRuns | undefined {
  if (live === undefined) return undefined;
  const answering = new Set(rules);
  const found = live.rules.filter(({ rule }) => answering.has(rule));
  const failing = found.filter((one) => worst(one) === 'fails').map(({ rule }) => rule);
  if (failing.length > 0) return { text: pointWords.clauseFails, rules: failing, isFailing: true };
  const untold = found.filter((one) => worst(one) === 'unknown').map(({ rule }) => rule);
  return untold.length > 0 ? { text: pointWords.clauseUnknown, rules: untold, isFailing: false } : undefined;
}

/** What clusters say against the rules of a clause. */
export interface ClauseWhereItRuns {
  readonly text: Text;
  /** Ids of the rules that it is about. */
  readonly rules: readonly string[];
  readonly isFailing: boolean;
}
