import type { Side } from '../solve/end-maps';
import type { GoverningPolicy } from '../solve/governing';
import { PeerMap } from '../solve/peer-map';
import type { Reachability } from '../solve/reachability';
import { anyTraffic, peerSides, withoutTraffic, type RuleTraffic } from './rule-traffic';

/** The traffic with each peer, in the cluster and outside. */
export type SideMaps = Readonly<Record<Side, PeerMap>>;

/** No traffic with anybody. */
export function nothingDecided({ answers }: Reachability): SideMaps {
  return { pods: new PeerMap(answers.sets.nothing), outside: new PeerMap(answers.sets.nothing) };
}

/** What is decided after a policy was asked: what was before, and what its rules match for certain. */
export function decidedBy(view: RuleTraffic, { certain, rules }: GoverningPolicy, before: SideMaps): SideMaps {
  if (!certain) return before;
  const { sets } = view.reachability.answers;
  return bySide((side) => rules.reduce((sum, rule) => anyTraffic(sum, view.certain(rule, side), sets), before[side]));
}

/** What each rule of a policy may be the first to match after what is decided, in the order of the rules. */
export function firstMatches(
  view: RuleTraffic,
  { certain, rules }: GoverningPolicy,
  before: SideMaps,
): readonly SideMaps[] {
  const { sets } = view.reachability.answers;
  let decided = before;
  return rules.map((rule) => {
    const first = bySide((side) => withoutTraffic(view.possible(rule, side), decided[side], sets));
    decided = decidedBy(view, { certain, rules: [rule], policy: rule.policy }, decided);
    return first;
  });
}

function bySide(make: (side: Side) => PeerMap): SideMaps {
  const [pods, outside] = [make(peerSides[0]), make(peerSides[1])];
  return { pods, outside };
}
