import { compareText, firstOrder } from '../../model/build/sort';
import { isRule } from '../../policies/engine/language/define-rule';
import { points, silencesOf, type Point, type Silence } from '../../policies/engine/points/points';
import type { Evaluation, Finding, NamedPolicy, PolicyResult } from '../../policies/evaluation';
import { admissionFindings, pointOfAdmission } from './admission-point';
import {
  pointStates,
  type AdmissionOnCluster,
  type DepartedObject,
  type LiveReport,
  type PointFinding,
  type PointResult,
  type PointState,
  type RulePoints,
  type UnreachedCluster,
} from './live-report';
import { countsOf, noVerdicts } from '../verdict-counts';
import { onSeen, pointOfObjects, stateOf, type SeenObjects } from './object-point';
import { worst } from './point-sums';
import { pointReasons } from './point-words';

/** A point that judged objects of clusters. */
export interface JudgedPoint extends SeenObjects {
  /** What the rules said; of those that look across objects it is empty where a cluster gave no answer. */
  readonly results: readonly PolicyResult[];
}

/** Everything that clusters answered. */
export interface PointAnswers {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly clusters: readonly string[];
  readonly unreached: readonly UnreachedCluster[];
  readonly leftOut: readonly string[];
  readonly compared: number;
  readonly departed: readonly DepartedObject[];
  readonly plan: JudgedPoint;
  readonly live: JudgedPoint;
  /** By rule. */
  readonly admission: ReadonlyMap<string, readonly AdmissionOnCluster[]>;
}

/**
 * Joins what the gate says of an assembly with what its clusters answered, rule by rule; adds no judgement of its own.
 * What wasn't seen never counts as passed.
 */
export function joinPoints(
  { results }: Pick<Evaluation, 'results'>,
  policies: readonly NamedPolicy[],
  answers: PointAnswers,
): LiveReport {
  const stated = new Map(results.map((one) => [one.policy, one]));
  const seen = { plan: whereItRuns(answers.plan, policies), live: whereItRuns(answers.live, policies) };
  const rules = policies
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((named): RulePoints => {
      const own = stated.get(named.id);
      if (own === undefined) throw new Error(`the rule ${named.id} was not evaluated`);
      return pointsOf(named, own, { answers, seen });
    });
  const { day, compared, departed, leftOut } = answers;
  return {
    day,
    clusters: answers.clusters.toSorted(compareText),
    unreached: answers.unreached.toSorted((a, b) => compareText(a.cluster, b.cluster)),
    leftOut: leftOut.toSorted(compareText),
    compared,
    equal: compared - departed.length,
    departed: departed.toSorted((a, b) => compareText(a.id, b.id)),
    onlyAsWritten: rules.filter((one) => isWritten(one) && worst(one) === 'fails').map(({ rule }) => rule),
    untold: rules.filter((one) => isWritten(one) && worst(one) === 'unknown').map(({ rule }) => rule),
    states: statesOf(rules),
    rules,
    findings: findingsOf(rules, seen),
  };
}

function isWritten({ synth }: RulePoints): boolean {
  return synth.state !== 'fails' && synth.state !== 'unknown';
}

type ByRule = ReadonlyMap<string, PolicyResult>;

/** What the rules said where the assembly runs: of those on single objects, what they said of objects that were seen. */
function whereItRuns({ results, seen }: JudgedPoint, policies: readonly NamedPolicy[]): ByRule {
  const ofOne = new Set(policies.filter(({ policy }) => isRule(policy)).map(({ id }) => id));
  return new Map(results.map((one) => [one.policy, ofOne.has(one.policy) ? onSeen(one, seen) : one]));
}

interface Answered {
  readonly answers: PointAnswers;
  readonly seen: { readonly plan: ByRule; readonly live: ByRule };
}

function pointsOf({ id, policy }: NamedPolicy, stated: PolicyResult, { answers, seen }: Answered): RulePoints {
  const silences = silencesOf(policy);
  const live = seen.live.get(id);
  return {
    rule: id,
    force: policy.force,
    synth: asWritten(stated),
    plan: unlessSilent(silences.plan, () => pointOfObjects(stated, seen.plan.get(id), answers.plan)),
    admission: pointOfAdmission(silences.admission, answers.admission.get(id) ?? []),
    live: unlessSilent(silences.live, () =>
      isRule(policy) ? pointOfObjects(stated, live, answers.live) : acrossClusters(live, answers),
    ),
  };
}

function asWritten(stated: PolicyResult): PointResult {
  const counts = countsOf(stated);
  const isNothing = stated.vacuous === 'refused';
  const state = isNothing ? 'unknown' : stateOf(counts);
  return { state, why: isNothing ? pointReasons.nothing : undefined, counts, unseen: [], clusters: [] };
}

function unlessSilent(silence: Silence, result: () => PointResult): PointResult {
  if (silence === undefined) return result();
  return { state: 'silent', why: silence, counts: noVerdicts, unseen: [], clusters: [] };
}

/** A rule that looks across objects judges the live ones beside those of clusters that nobody asked. */
function acrossClusters(result: PolicyResult | undefined, { live, leftOut }: PointAnswers): PointResult {
  const base = { unseen: [], clusters: live.clusters };
  if (result === undefined) return { ...base, state: 'unknown', why: pointReasons.unreached, counts: noVerdicts };
  const counts = countsOf(result);
  if (result.vacuous === 'refused') return { ...base, state: 'unknown', why: pointReasons.nothing, counts };
  return { ...base, state: stateOf(counts), why: leftOut.length > 0 ? pointReasons.besideFiles : undefined, counts };
}

function statesOf(rules: readonly RulePoints[]): LiveReport['states'] {
  const count = (point: Point, state: PointState): number => rules.filter((one) => one[point].state === state).length;
  const ofPoint = (point: Point) => Object.fromEntries(pointStates.map((state) => [state, count(point, state)]));
  return Object.fromEntries(points.map((point) => [point, ofPoint(point)])) as LiveReport['states'];
}

function findingsOf(rules: readonly RulePoints[], seen: Answered['seen']): readonly PointFinding[] {
  const found = rules.flatMap((one) => [
    ...admissionFindings(one.rule, one.admission),
    ...judgedPoints.flatMap((point) => {
      const result = one[point].state === 'silent' ? undefined : seen[point].get(one.rule);
      return result === undefined ? [] : pointFindings(point, result);
    }),
  ]);
  return found.toSorted((a, b) =>
    firstOrder(
      compareText(a.rule, b.rule),
      points.indexOf(a.point) - points.indexOf(b.point),
      compareText(a.subject, b.subject),
      compareText(a.where, b.where),
    ),
  );
}

const judgedPoints = ['plan', 'live'] as const;

function pointFindings(point: 'plan' | 'live', result: PolicyResult): readonly PointFinding[] {
  const told =
    (verdict: PointFinding['verdict']) =>
    ({ policy: rule, subject, where, got, want }: Finding): PointFinding => ({
      rule,
      point,
      verdict,
      subject,
      where,
      got,
      want,
    });
  return [...result.fail.map(told('fail')), ...result.unknown.map(told('unknown')), ...result.error.map(told('error'))];
}
