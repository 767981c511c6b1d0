import { compareText } from '../../../model/build/sort';
import { groupBy } from '../../../model/group-by';
import { directions, type Direction } from '../policy/policy';
import type { End } from '../query/ends';
import type { BoundRule } from '../solve/bind-rules';
import type { Side } from '../solve/end-maps';
import type { GoverningPolicy } from '../solve/governing';
import type { PeerMap } from '../solve/peer-map';
import type { Reachability } from '../solve/reachability';
import type { Protocol } from '../traffic/traffic';
import type { PlacedRule } from './coverage';
import { decidedBy, firstMatches, nothingDecided, type SideMaps } from './decided';
import { endsByTier, type TierEnds } from './tier-ends';
import { peerSides, peersWithTraffic, RuleTraffic, sameTraffic } from './rule-traffic';

/** A flow that shows something: its subject is the end that policies govern in the direction. */
export interface WitnessFlow {
  /** Number of the workload. */
  readonly subject: number;
  readonly peer: End;
  readonly protocol: Protocol;
  readonly port: number;
}

/** Two policies of one tier and priority of which nobody says which decides, although it matters (rule 30). */
export interface Conflict {
  readonly tier: 'admin' | 'baseline';
  readonly direction: Direction;
  /** The rules with different actions, by the names of their policies. */
  readonly rules: readonly [PlacedRule, PlacedRule];
  /** A flow that each of the rules is the first of its policy to match, and that no policy before them decides. */
  readonly witness: WitnessFlow;
  /** Whether both rules match the witness for certain; if not, nobody can tell. */
  readonly isCertain: boolean;
}

/**
 * Finds the conflicts among policies of administrators, on the workloads and addresses that there are. Two policies whose
 * rules agree, or meet no common subject, peer or port, are in no conflict, nor are those behind an earlier policy that
 * decides all that they have in common.
 */
export function findConflicts(reachability: Reachability): readonly Conflict[] {
  const found = new Map<string, Conflict>();
  for (const direction of directions) {
    for (const seen of endsByTier(reachability, direction)) {
      for (const conflict of conflictsOf(reachability, seen, found)) found.set(keyOf(conflict), conflict);
    }
  }
  return [...found].toSorted(([a], [b]) => compareText(a, b)).map(([, conflict]) => conflict);
}

/** A rule, and which traffic with whom it may be the first to match. */
interface FirstMet {
  readonly bound: BoundRule;
  /** Whether its policy governs the end for certain. */
  readonly isSure: boolean;
  readonly maps: SideMaps;
}

function* conflictsOf(
  reachability: Reachability,
  seen: TierEnds,
  known: ReadonlyMap<string, Conflict>,
): Generator<Conflict> {
  const [end = 0] = seen.ends;
  const view = new RuleTraffic(reachability, seen.direction, end);
  let before = nothingDecided(reachability);
  for (const policies of groupBy(seen.policies, ({ policy }) => policy.priority).values()) {
    for (const [left, right] of rivalsOf(view, policies, before)) {
      const head = { tier: seen.tier, direction: seen.direction, rules: [left.bound, right.bound] as const };
      if (known.get(keyOf(head))?.isCertain === true) continue;
      const witness = tryWitness(view, seen.ends, [left, right]);
      if (witness !== undefined && (witness.isCertain || !known.has(keyOf(head)))) yield { ...head, ...witness };
    }
    before = policies.reduce((decided, policy) => decidedBy(view, policy, decided), before);
  }
}

/** Rules with different actions of each two policies of one priority. */
function* rivalsOf(
  view: RuleTraffic,
  policies: readonly GoverningPolicy[],
  before: SideMaps,
): Generator<readonly [FirstMet, FirstMet]> {
  const actions = new Set(policies.flatMap(({ rules }) => rules.map(({ action }) => action)));
  if (policies.length < 2 || actions.size < 2) return;
  const met = policies.map((policy): readonly FirstMet[] => {
    const maps = firstMatches(view, policy, before);
    return policy.rules.flatMap((bound, index) => {
      const own = maps[index];
      return own === undefined ? [] : [{ bound, isSure: policy.certain, maps: own }];
    });
  });
  for (const [index, first] of met.entries()) {
    for (const second of met.slice(index + 1)) {
      for (const left of first)
        for (const right of second) if (left.bound.action !== right.bound.action) yield [left, right];
    }
  }
}

type Shown = Pick<Conflict, 'witness' | 'isCertain'>;

/** A flow that both rules match, for certain if there is one. */
function tryWitness(
  view: RuleTraffic,
  ends: readonly number[],
  [left, right]: readonly [FirstMet, FirstMet],
): Shown | undefined {
  const { sets } = view.reachability.answers;
  let possible: WitnessFlow | undefined;
  for (const side of peerSides) {
    const both = sameTraffic(left.maps[side], right.maps[side], sets);
    const certainOf = ({ bound }: FirstMet): PeerMap => view.certain(bound, side);
    if (left.isSure && right.isSure) {
      const sure = sameTraffic(sameTraffic(both, certainOf(left), sets), certainOf(right), sets);
      const witness = tryFlow(view.reachability, ends, { side, map: sure });
      if (witness !== undefined) return { witness, isCertain: true };
    }
    possible ??= tryFlow(view.reachability, ends, { side, map: both });
  }
  return possible === undefined ? undefined : { witness: possible, isCertain: false };
}

/** A flow between one of some ends and a peer, by traffic of a map; never of a pod to itself, which no policy is about. */
function tryFlow(
  reachability: Reachability,
  ends: readonly number[],
  { side, map }: { readonly side: Side; readonly map: PeerMap },
): WitnessFlow | undefined {
  const { answers, workloads, outside } = reachability;
  // A witness is a packet, so that an address is told and not a name.
  const count = side === 'pods' ? workloads.length : outside.runs;
  for (const member of peersWithTraffic(map, count, answers.sets)) {
    const subject = ends.find((one) => side === 'outside' || !reachability.isItself(one, member));
    const [range] = answers.sets.rangesOf(map.get(member));
    if (subject !== undefined && range !== undefined)
      return { subject, peer: { side, member }, protocol: range.protocol, port: range.first };
  }
  return undefined;
}

function keyOf({ tier, direction, rules }: Pick<Conflict, 'tier' | 'direction' | 'rules'>): string {
  return [tier, direction, ...rules.flatMap(({ policy, rule }) => [policy.resource.id, rule.where])].join(' ');
}
