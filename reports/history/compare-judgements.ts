import type { Text } from '../../model/text';
import type { Finding, NamedPolicy, PolicyResult, VerdictCounts } from '../../policies/evaluation';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { reportLaw } from '../report-law';
import type { ClauseState, ReportClause } from '../report';

/** What a gate said of an assembly on an earlier day, out of a bundle that was verified. */
export interface EarlierJudgement {
  /** Name of the bundle, as it was given. */
  readonly bundle: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly assemblyDigest: string;
  readonly bundleDigest: string;
  readonly evaluationsDigest: string;
  readonly counts: VerdictCounts;
  readonly results: readonly PolicyResult[];
}

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
  readonly formatVersion: 1;
  readonly since: Omit<EarlierJudgement, 'results'>;
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
export function compareJudgements(
  { results: then, ...since }: EarlierJudgement,
  now: JudgementOfNow,
): JudgementChanges {
  const [old, own] = [then, now.results].map((results) => new Set(results.map(({ policy }) => policy)));
  const missing = (from: ReadonlySet<string> | undefined, of: ReadonlySet<string> | undefined): readonly string[] =>
    [...(of ?? [])].filter((rule) => from?.has(rule) !== true).toSorted();
  return {
    formatVersion: 1,
    since,
    counts: now.counts,
    clauses: clauseChanges(statesOf(then, now.policies), statesOf(now.results, now.policies)),
    tenants: tenantChanges(then, now),
    rules: { added: missing(old, own), gone: missing(own, old) },
  };
}

/** The clauses as these results answer them: by the rules that gave them, of those that are known now. */
function statesOf(results: readonly PolicyResult[], policies: readonly NamedPolicy[]): readonly ReportClause[] {
  const judged = new Set(results.map(({ policy }) => policy));
  const { instruments } = reportLaw(
    { results },
    policies.filter(({ id }) => judged.has(id)),
  );
  return instruments.flatMap(({ clauses }) => clauses);
}

function clauseChanges(before: readonly ReportClause[], after: readonly ReportClause[]): readonly ClauseChange[] {
  const old = new Map(before.map((one) => [one.id, one.state]));
  const changes = after.flatMap(({ id, citation, title, state }): readonly ClauseChange[] => {
    const was = old.get(id);
    if (was === undefined || was === state) return [];
    return [{ id, citation, title, before: was, after: state, direction: directionOf(rank(was), rank(state)) }];
  });
  return sorted(changes);
}

/** States that say how far a clause is met, worst first; the others say why nothing is known. */
const RANKED: readonly ClauseState[] = ['fails', 'unknown', 'excepted', 'in-part', 'holds'];

function rank(state: ClauseState): number | undefined {
  const found = RANKED.indexOf(state);
  return found === -1 ? undefined : found;
}

function directionOf(before: number | undefined, after: number | undefined): Direction {
  if (before === undefined || after === undefined || before === after) return 'other';
  return after < before ? 'worse' : 'better';
}

function tenantChanges(then: readonly PolicyResult[], { view, results }: JudgementOfNow): readonly TenantChange[] {
  const [before, after] = [findingsByTenant(then), findingsByTenant(results)];
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((id): readonly TenantChange[] => {
    const [old, now] = [before.get(id) ?? new Set<string>(), after.get(id) ?? new Set<string>()];
    const added = [...now].filter((key) => !old.has(key)).length;
    const gone = [...old].filter((key) => !now.has(key)).length;
    if (added + gone === 0) return [];
    const officialName = id === '' ? platform : (view.model.tryTenant(id)?.officialName ?? { vi: id, en: id });
    // Fewer findings are better, so the ranks are below zero.
    const direction = directionOf(-old.size, -now.size);
    return [{ id, officialName, before: old.size, after: now.size, added, gone, direction }];
  });
  return sorted(changes);
}

const platform: Text = { vi: 'Nền tảng chung', en: 'The platform' };

function findingsByTenant(results: readonly PolicyResult[]): ReadonlyMap<string, ReadonlySet<string>> {
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

function sorted<T extends { readonly id: string; readonly direction: Direction }>(changes: readonly T[]): readonly T[] {
  const key = ({ id, direction }: T): string => `${directions.indexOf(direction)} ${id}`;
  return changes.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
