import type { Text } from '../../model/text';
import type { VerdictCounts } from '../../policies/evaluation';
import type { ClauseState, Report } from '../report';
import { countStates } from '../count-states';
import { agencyName, type JudgementOfNow } from './compare-judgements';
import type { History, HistoryPoint } from './history';
import { clauseStatesBy, openOf, standOf, type AgencyTally, type Stand } from './stand';

/** What was said at one time: by the gate before a deploy, or today. */
export interface TrendPoint {
  /** The bundle that tells.
   * @default - it is the judgement of today
   */
  readonly bundle?: Pick<HistoryPoint, 'bundle' | 'sequence' | 'root' | 'deployed'> | undefined;
  /** `YYYY-MM-DD` from which it stands in the pictures: never before what stands before it in the chain. */
  readonly from: string;
  /** `YYYY-MM-DD` of the judgement. */
  readonly judged: string;
  readonly assemblyDigest: string;
  readonly bundleDigest: string;
  readonly evaluationsDigest: string;
  readonly counts: VerdictCounts;
  /** Number of clauses of today's catalog in each state. */
  readonly clauseStates: Readonly<Record<ClauseState, number>>;
  /** Findings that block, warn, or are unknown; excused ones don't count. */
  readonly open: number;
  /** Agencies, the platform among them, against which something is open. */
  readonly agencies: number;
  /** Exceptions that excuse something. */
  readonly exceptions: number;
}

/** A clause of today's catalog; its states are in the order of the points. */
export interface ClauseTrend {
  readonly id: string;
  readonly states: readonly ClauseState[];
}

/** An agency against which something stood at any point; all lists are in the order of the points. */
export interface AgencyTrend {
  readonly id: string;
  readonly officialName: Text;
  readonly open: readonly number[];
  readonly excused: readonly number[];
}

/** How judgements went, from the first bundle to today. */
export interface Trends {
  /** Bundles that were verified. */
  readonly bundles: number;
  /** Those of them that are among the points. */
  readonly shown: number;
  /** Whether the first of them is the first of its environment. */
  readonly isWhole: boolean;
  /** In the order of the chain; the last is today. */
  readonly points: readonly TrendPoint[];
  /** Sorted by id. */
  readonly clauses: readonly ClauseTrend[];
  /** Sorted by id. */
  readonly agencies: readonly AgencyTrend[];
}

/** How judgements went up to the one of today, which says what the report says. */
export function trendsOf(history: History, now: JudgementOfNow & { readonly report: Report }): Trends {
  const { view, policies, results, report } = now;
  const before = history.points.toSorted((a, b) => a.sequence - b.sequence);
  const stands: readonly Stand[] = [...before, standOf(results)];
  const states = stands.map(({ rules }) => clauseStatesBy(rules, policies));
  const days = notBefore([...before.map(({ deployed }) => deployed), report.today]);
  const points = stands.map((stand, index): TrendPoint => {
    const told = before[index] ?? report;
    const { today, assemblyDigest, bundleDigest, evaluationsDigest } = told;
    return {
      bundle: bundleOf(before[index]),
      from: days[index] ?? today,
      judged: today,
      assemblyDigest,
      bundleDigest,
      evaluationsDigest,
      counts: stand.counts,
      clauseStates: countStates([...(states[index]?.values() ?? [])]),
      open: openOf(stand.counts),
      agencies: stand.agencies.filter((one) => openOf(one) > 0).length,
      exceptions: stand.exceptions,
    };
  });
  const ids = [...(states[0]?.keys() ?? [])].toSorted();
  return {
    bundles: history.bundles,
    shown: before.length,
    isWhole: history.isWhole,
    points,
    clauses: ids.map((id) => ({ id, states: states.map((one) => one.get(id) ?? 'not-covered') })),
    agencies: agencyTrends(stands, (id) => agencyName(view, id)),
  };
}

function bundleOf(point: HistoryPoint | undefined): TrendPoint['bundle'] {
  if (point === undefined) return undefined;
  const { bundle, sequence, root, deployed } = point;
  return { bundle, sequence, root, deployed };
}

/** Days of which none is before the one before it; clocks go wrong, the chain doesn't. */
function notBefore(days: readonly string[]): readonly string[] {
  let last = '';
  return days.map((day) => (last = day > last ? day : last));
}

function agencyTrends(stands: readonly Stand[], nameOf: (id: string) => Text): readonly AgencyTrend[] {
  const found = new Map<string, (AgencyTally | undefined)[]>();
  for (const [index, { agencies }] of stands.entries()) {
    for (const one of agencies) {
      const own = found.get(one.id) ?? stands.map(() => undefined);
      own[index] = one;
      found.set(one.id, own);
    }
  }
  return [...found]
    .map(([id, own]) => ({
      id,
      officialName: nameOf(id),
      open: own.map((one) => (one === undefined ? 0 : openOf(one))),
      excused: own.map((one) => one?.skip ?? 0),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
