import { controls, type ControlId } from '../../model/controls/control';
import type { Text } from '../../model/text';
import { points, type Point } from '../../policies/engine/points/points';
import type { ClauseState, ReportClause } from '../report';
import type { EvidenceKind, EvidenceLink } from './evidence-link';
import { findFactGaps, type FactGap } from './fact-gaps';
import { pointsOf } from './follow-chain';
import type { PointReasons } from './trace';
import type { IndexedRule, TraceIndex } from './trace-index';
import type { TraceSubject } from './trace-subject';

/** A clause that no rule answers, and why. */
export interface ClauseGap {
  readonly id: ControlId;
  readonly citation: Text;
  readonly title: Text;
  readonly state: ClauseState;
  readonly why: Text;
}

/** A rule that judged nothing, and why it may. */
export interface IdleRule {
  readonly id: string;
  readonly title: Text;
  /** @default - it had to judge something */
  readonly why?: Text | undefined;
}

/** A control whose rules don't act everywhere. */
export interface PointGap {
  readonly id: ControlId;
  readonly title: Text;
  /** Where at least one of its rules acts. */
  readonly points: readonly Point[];
  /** Where none of them acts, with the reason of each of them. */
  readonly notAt: PointReasons;
}

/** Something written that lacks one of its ends. */
export interface ObjectGap {
  readonly id: string;
  readonly file: string;
}

/** Everything that is on no whole chain, by the end that it lacks; plain data, every list sorted. */
export interface TraceGaps {
  readonly formatVersion: 1;
  readonly environment: string;
  /** `YYYY-MM-DD` of the judgement. */
  readonly today: string;
  readonly clausesWithoutRule: readonly ClauseGap[];
  /** Clauses that rules answer in part, and what is left to people and records. */
  readonly clausesInPart: readonly ClauseGap[];
  readonly rulesWithoutClause: readonly IdleRule[];
  readonly idleRules: readonly IdleRule[];
  readonly unjudgedObjects: readonly ObjectGap[];
  readonly objectsWithoutSource: readonly ObjectGap[];
  /** @default - the fact files weren't read */
  readonly factsWithoutObject?: readonly FactGap[] | undefined;
  readonly controlsAtSomePoints: readonly PointGap[];
  /** Evidence of the judgement that the bundle holds no such thing of: it stands on other bytes than the deploy did.
   * @default - no bundle was given
   */
  readonly evidenceOutsideBundle?: readonly EvidenceLink[] | undefined;
  /** What people sign for and no signature of the bundle names.
   * @default - no bundle was given
   */
  readonly evidenceWithoutSignature?: readonly EvidenceLink[] | undefined;
  /** Kinds that no reader knows, so that no rule judged their fields. */
  readonly unknownKinds: readonly string[];
  /** What in the assembly isn't as its manifest says. */
  readonly departures: number;
}

/** Finds what stands on no whole chain, in both directions. */
export function findGaps(index: TraceIndex): TraceGaps {
  const { view, evaluation } = index.input;
  const clauses = controls.flatMap(({ id }) => index.clauses.get(id) ?? []);
  const rules = [...index.rules.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const written = [...index.subjects.values()].filter(({ resource }) => resource !== undefined);
  const judged = new Set(rules.flatMap(judgedBy));
  return {
    formatVersion: 1,
    environment: view.model.environment,
    today: evaluation.today,
    clausesWithoutRule: clauses.filter(({ rules: answers }) => answers.length === 0).map(clauseGap),
    clausesInPart: clauses.filter(({ rules: answers, why }) => answers.length > 0 && why !== undefined).map(clauseGap),
    rulesWithoutClause: rules
      .filter(({ report }) => !report.controls.some((id) => index.clauses.has(id)))
      .map(idleRule),
    idleRules: rules.filter(({ report }) => report.vacuous !== 'no').map(idleRule),
    unjudgedObjects: written.filter(({ id }) => !judged.has(id)).map(objectGap),
    objectsWithoutSource: written.filter(({ resource }) => resource?.source === '').map(objectGap),
    factsWithoutObject: index.facts.lines === undefined ? undefined : findFactGaps(index, index.facts.lines),
    controlsAtSomePoints: clauses.flatMap((clause) => pointGap(index, clause)),
    ...evidenceGaps(index),
    unknownKinds: view.assembly.unknownKinds,
    departures: view.integrity.length,
  };
}

/** What an approval binds; all other evidence follows from it, and is recomputed by whoever judges again. */
const SIGNED: ReadonlySet<EvidenceKind> = new Set(['assembly', 'rules', 'review']);

function evidenceGaps({
  evidence,
  input: { bundle },
}: TraceIndex): Pick<TraceGaps, 'evidenceOutsideBundle' | 'evidenceWithoutSignature'> {
  if (bundle === undefined) return {};
  const held = new Set(bundle.evidence.map(({ digest }) => digest));
  const signed = new Set(bundle.signatures.flatMap(({ digests }) => digests));
  return {
    evidenceOutsideBundle: evidence.filter(({ digest }) => !held.has(digest)),
    evidenceWithoutSignature: evidence.filter(({ kind, digest }) => SIGNED.has(kind) && !signed.has(digest)),
  };
}

function judgedBy({ result }: IndexedRule): readonly string[] {
  const { pass, fail, unknown, skip, error } = result;
  return [...pass, ...[...fail, ...unknown, ...skip, ...error].map(({ subject }) => subject)];
}

function clauseGap({ id, citation, title, state, why }: ReportClause): ClauseGap {
  return { id, citation, title, state, why: why ?? title };
}

function idleRule({ id, report }: IndexedRule): IdleRule {
  return { id, title: report.title, why: report.mayBeVacuous };
}

function objectGap({ id, file = '' }: TraceSubject): ObjectGap {
  return { id, file };
}

/** The points at which no rule of a control acts; none where it has no rule, which is a gap of its own. */
function pointGap(index: TraceIndex, { id, title, rules }: ReportClause): readonly PointGap[] {
  const acting = rules.flatMap((one) => index.rules.get(one) ?? []).map(pointsOf);
  const covered = points.filter((point) => acting.some((one) => one.points.includes(point)));
  if (acting.length === 0 || covered.length === points.length) return [];
  const missing = points.filter((point) => !covered.includes(point));
  const notAt = Object.fromEntries(missing.map((point) => [point, reasonsAt(point, acting)]));
  return [{ id, title, points: covered, notAt }];
}

/** The reasons of all rules why they don't act at a point, each once. */
function reasonsAt(point: Point, acting: readonly { readonly notAt: PointReasons }[]): Text {
  const reasons = [...new Map(acting.flatMap(({ notAt }) => notAt[point] ?? []).map((one) => [one.en, one])).values()];
  return { vi: reasons.map(({ vi }) => vi).join('; '), en: reasons.map(({ en }) => en).join('; ') };
}
