import { controls } from '../../model/controls/control';
import type { Text } from '../../model/text';
import type { NamedPolicy, PolicyResult, VerdictCounts } from '../../policies/evaluation';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { citationTexts } from '../report-law';
import type { ClauseState } from '../report';
import type { EarlierJudgement, HistoryPoint } from './history';
import { clauseStatesBy, openByAgency, standOf } from './stand';

/** Which way a thing went; `other` where the two states can't be ranked, as between not applicable and not covered. */
export const directions = ['worse', 'better', 'other'] as const;

/** Way that a thing went. */
export type Direction = (typeof directions)[number];

/** A clause whose state is another than it was. */
export interface ClauseChange {
  readonly id: string;
  readonly citation: Text;
  readonly title: Text;
  readonly before: ClauseState;
  readonly after: ClauseState;
  readonly direction: Direction;
}

/** What stands against an agency, and what stood; the platform has the empty id. */
export interface TenantChange {
  readonly id: string;
  readonly officialName: Text;
  /** Findings that block, warn, or are unknown; excused ones don't count. */
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly gone: number;
  readonly direction: Direction;
}

/** How a judgement differs from an earlier one, by the clauses of today's catalog. */
export interface JudgementChanges {
  readonly since: Omit<HistoryPoint, 'rules' | 'agencies' | 'exceptions'>;
  readonly counts: VerdictCounts;
  /** Sorted by way, then id. */
  readonly clauses: readonly ClauseChange[];
  /** Sorted by way, then id; agencies of which nothing differs are left out. */
  readonly tenants: readonly TenantChange[];
  /** Rules that judge now and didn't, and the other way round; sorted. */
  readonly rules: { readonly added: readonly string[]; readonly gone: readonly string[] };
}

/** A judgement of today, as a report has it. */
export interface JudgementOfNow {
  readonly view: AssemblyView;
  readonly results: readonly PolicyResult[];
  readonly counts: VerdictCounts;
  readonly policies: readonly NamedPolicy[];
}

/** Compares what the gate says now with what it said then. */
export function compareJudgements(earlier: EarlierJudgement, now: JudgementOfNow): JudgementChanges {
  const { open, rules } = earlier;
  const today = standOf(now.results).rules;
  const [old, own] = [new Set(rules.map(({ policy }) => policy)), new Set(today.map(({ policy }) => policy))];
  return {
    since: headOf(earlier),
    counts: now.counts,
    clauses: clauseChanges(clauseStatesBy(rules, now.policies), clauseStatesBy(today, now.policies)),
    tenants: tenantChanges(open, now),
    rules: { added: missing(own, old), gone: missing(old, own) },
  };
}

function headOf(earlier: HistoryPoint): JudgementChanges['since'] {
  const { bundle, sequence, root, deployed, today, assemblyDigest, bundleDigest, evaluationsDigest, counts } = earlier;
  return { bundle, sequence, root, deployed, today, assemblyDigest, bundleDigest, evaluationsDigest, counts };
}

function missing(of: ReadonlySet<string>, from: ReadonlySet<string>): readonly string[] {
  return [...of].filter((rule) => !from.has(rule)).toSorted();
}

function clauseChanges(
  before: ReadonlyMap<string, ClauseState>,
  now: ReadonlyMap<string, ClauseState>,
): readonly ClauseChange[] {
  const changes = controls.flatMap((control): readonly ClauseChange[] => {
    const { id, title } = control;
    const [was, state] = [before.get(id), now.get(id)];
    if (was === undefined || state === undefined || was === state) return [];
    const direction = directionOf(rankOf(was), rankOf(state));
    return [{ id, citation: citationTexts(control), title, before: was, after: state, direction }];
  });
  return sorted(changes);
}

/** States that say how far a clause is met, worst first; the others say why nothing is known. */
const RANKED: readonly ClauseState[] = ['fails', 'unknown', 'excepted', 'in-part', 'holds'];

/** Number of ranks that states have. */
export const STATE_RANKS = RANKED.length;

/** How far a clause in a state is met, from 0; undefined where the state doesn't say. */
export function rankOf(state: ClauseState): number | undefined {
  const found = RANKED.indexOf(state);
  return found === -1 ? undefined : found;
}

/** Which way a rank went; the higher, the better. */
export function directionOf(before: number | undefined, after: number | undefined): Direction {
  if (before === undefined || after === undefined || before === after) return 'other';
  return after < before ? 'worse' : 'better';
}

function tenantChanges(before: EarlierJudgement['open'], { view, results }: JudgementOfNow): readonly TenantChange[] {
  const after = openByAgency(results);
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((id): readonly TenantChange[] => {
    const [old, now] = [before.get(id) ?? new Set<string>(), after.get(id) ?? new Set<string>()];
    const added = [...now].filter((key) => !old.has(key)).length;
    const gone = [...old].filter((key) => !now.has(key)).length;
    if (added + gone === 0) return [];
    // Fewer findings are better, so the ranks are below zero.
    const direction = directionOf(-old.size, -now.size);
    return [{ id, officialName: agencyName(view, id), before: old.size, after: now.size, added, gone, direction }];
  });
  return sorted(changes);
}

/** The name of an agency: its id where the model doesn't have it, and the platform for the empty one. */
export function agencyName(view: AssemblyView, id: string): Text {
  return id === '' ? platform : (view.model.tryTenant(id)?.officialName ?? { vi: id, en: id });
}

const platform: Text = { vi: 'Nền tảng chung', en: 'The platform' };

function sorted<T extends { readonly id: string; readonly direction: Direction }>(changes: readonly T[]): readonly T[] {
  const key = ({ id, direction }: T): string => `${directions.indexOf(direction)} ${id}`;
  return changes.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
