import { controls } from '../../model/controls/control';
import type { Finding, NamedPolicy, PolicyResult, VerdictCounts } from '../../policies/evaluation';
import { clauseStateOf } from '../report-law';
import { countsOf, sumCounts } from '../verdict-counts';
import type { ClauseState } from '../report';

/** What one rule said, in numbers. */
export interface RuleTally {
  readonly policy: string;
  readonly counts: VerdictCounts;
  readonly vacuous: PolicyResult['vacuous'];
}

/** What stands against an agency, in numbers; the platform has the empty id. */
export interface AgencyTally extends Omit<VerdictCounts, 'pass'> {
  readonly id: string;
}

/** What a judgement said in numbers: all that a trend needs, small beside the judgement itself. */
export interface Stand {
  /** The sum over all rules. */
  readonly counts: VerdictCounts;
  /** In the order of the results. */
  readonly rules: readonly RuleTally[];
  /** Those against which something stands, excused or not; sorted by id. */
  readonly agencies: readonly AgencyTally[];
  /** Number of exceptions that excuse something. */
  readonly exceptions: number;
}

/** The numbers of a judgement. */
export function standOf(results: readonly PolicyResult[]): Stand {
  const rules = results.map((result) => ({
    policy: result.policy,
    counts: countsOf(result),
    vacuous: result.vacuous,
  }));
  const excusing = new Set(results.flatMap(({ skip }) => skip.map(({ exception }) => exception)));
  return {
    counts: sumCounts(rules.map(({ counts }) => counts)),
    rules,
    agencies: talliesByAgency(results),
    exceptions: excusing.size,
  };
}

const AGAINST = ['fail', 'unknown', 'error', 'skip'] as const;

function talliesByAgency(results: readonly PolicyResult[]): readonly AgencyTally[] {
  const found = new Map<string, Record<(typeof AGAINST)[number], number>>();
  for (const result of results) {
    for (const verdict of AGAINST) {
      for (const { tenant = '' } of result[verdict]) {
        const own = found.get(tenant) ?? { fail: 0, unknown: 0, error: 0, skip: 0 };
        own[verdict] += 1;
        found.set(tenant, own);
      }
    }
  }
  return [...found].map(([id, own]) => ({ id, ...own })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Findings against an agency that nothing excuses. */
export function openOf({ fail, unknown, error }: Omit<VerdictCounts, 'pass' | 'skip'>): number {
  return fail + unknown + error;
}

/** What is open, by agency: a key for each finding, the same on every day. */
export function openByAgency(results: readonly PolicyResult[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { fail, unknown, error } of results) {
    for (const one of [...fail, ...unknown, ...error]) {
      const own = found.get(one.tenant ?? '') ?? new Set<string>();
      found.set(one.tenant ?? '', own.add(keyOf(one)));
    }
  }
  return found;
}

function keyOf({ policy, subject, where }: Finding): string {
  return JSON.stringify([policy, subject, where]);
}

/** The state of every clause of today's catalog by what rules said then, as far as they are known now. */
export function clauseStatesBy(
  said: readonly RuleTally[],
  policies: readonly NamedPolicy[],
): ReadonlyMap<string, ClauseState> {
  const tallies = new Map(said.map((one) => [one.policy, one]));
  const answers = new Map<string, RuleTally[]>();
  for (const { id, policy } of policies) {
    const tally = tallies.get(id);
    if (tally === undefined) continue;
    for (const control of new Set(policy.controls)) answers.set(control, [...(answers.get(control) ?? []), tally]);
  }
  return new Map(
    controls.map(({ id, automation }): readonly [string, ClauseState] => {
      const own = answers.get(id) ?? [];
      const counts = sumCounts(own.map((one) => one.counts));
      const broken = own.some(({ vacuous }) => vacuous === 'refused');
      return [id, clauseStateOf(automation.kind, { answered: own.length > 0, broken, counts })];
    }),
  );
}
