import type { PolicyResult, VerdictCounts } from '../../policies/evaluation';
import { unseenCauses, type PointResult, type PointState, type Unseen, type UnseenCause } from './live-report';
import { countsOf, noVerdicts, worstVerdict } from '../verdict-counts';
import { pointReasons } from './point-words';

/** Objects that a point judged, and those that it didn't see. */
export interface SeenObjects {
  /** Clusters that were asked and answered, sorted. */
  readonly clusters: readonly string[];
  /** Ids of the objects whose values came from clusters. */
  readonly seen: ReadonlySet<string>;
  /** Ids of objects of the asked clusters that it didn't see, with why. */
  readonly unseen: ReadonlyMap<string, UnseenCause>;
}

/** What these causes leave open may be against the rule; the others are told, and judged as they are written. */
const OPEN: ReadonlySet<UnseenCause> = new Set(['unreached', 'untold', 'missing', 'awaits', 'refused']);

/** What a rule on single objects comes to: what it said of those that were seen, beside what it would say of the others. */
export function pointOfObjects(
  stated: PolicyResult,
  result: PolicyResult | undefined,
  { clusters, unseen }: Pick<SeenObjects, 'clusters' | 'unseen'>,
): PointResult {
  const counts = result === undefined ? noVerdicts : countsOf(result);
  const open = countUnseen(subjectsOf(stated), unseen);
  const isOpen = open.some(({ cause }) => OPEN.has(cause));
  const said = stateOf(counts);
  const isNothing = said === 'not-applicable' && open.length > 0;
  const isUnknown = (said === 'holds' || said === 'excepted') && isOpen;
  const state = isNothing || isUnknown ? 'unknown' : said;
  return { state, why: open.length > 0 ? pointReasons.unseen : undefined, counts, unseen: open, clusters };
}

/** The same result with what it says of these subjects alone; a rule that broke before it had any told nothing of them. */
export function onSeen(result: PolicyResult, seen: ReadonlySet<string>): PolicyResult {
  const isSeen = ({ subject }: { readonly subject: string }): boolean => seen.has(subject);
  const { pass, fail, unknown, skip } = result;
  return {
    ...result,
    pass: pass.filter((id) => seen.has(id)),
    fail: fail.filter(isSeen),
    unknown: unknown.filter(isSeen),
    skip: skip.filter(isSeen),
  };
}

/** The state that verdicts come to. */
export function stateOf(counts: VerdictCounts): PointState {
  return worstVerdict(counts) ?? 'not-applicable';
}

/** Ids of all that a rule was applied to. */
export function subjectsOf({ pass, fail, unknown, skip, error }: PolicyResult): readonly string[] {
  return [...pass, ...[...fail, ...unknown, ...skip, ...error].map(({ subject }) => subject)];
}

function countUnseen(subjects: readonly string[], unseen: ReadonlyMap<string, UnseenCause>): readonly Unseen[] {
  return unseenCauses.flatMap((cause) => {
    const count = subjects.filter((id) => unseen.get(id) === cause).length;
    return count === 0 ? [] : [{ cause, count }];
  });
}
