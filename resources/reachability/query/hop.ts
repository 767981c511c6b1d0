import type { Direction } from '../policy/policy';
import type { Answer } from '../solve/answers';
import type { EndReason } from '../solve/explain';
import type { Reachability } from '../solve/reachability';
import type { Protocol } from '../traffic/traffic';
import type { End } from './ends';

/** Two ends of a flow; one at least is a workload. */
export interface Ends {
  readonly from: End;
  readonly to: End;
}

/** One flow between two ends. */
export interface HopTraffic extends Ends {
  readonly protocol: Protocol;
  readonly port: number;
}

/** What an end says of a flow that goes out of it (egress) or comes in (ingress). */
export interface SideReason {
  readonly direction: Direction;
  readonly reason: EndReason;
}

/** One step of a chain of flows: by which traffic it is made, and what each end that is a workload says of it. */
export interface Hop extends HopTraffic {
  readonly verdict: 'allowed' | 'depends';
  readonly because: readonly SideReason[];
}

/** What may pass between two ends. */
export function passedBetween(reachability: Reachability, { from, to }: Ends): Answer {
  if (from.side === 'outside') return reachability.fromOutside(from.member, to.member);
  if (to.side === 'outside') return reachability.toOutside(from.member, to.member);
  return reachability.between(from.member, to.member);
}

/** Why each end that is a workload says what it says of a flow. */
export function reasonsOf(reachability: Reachability, { from, to, protocol, port }: HopTraffic): readonly SideReason[] {
  const ask = (direction: Direction, end: End, peer: End): readonly SideReason[] =>
    end.side === 'outside'
      ? []
      : [{ direction, reason: reachability.explain(direction, end.member, { ...peer, protocol, port }) }];
  return [...ask('egress', from, to), ...ask('ingress', to, from)];
}

/** The step between two ends, by the first port that passes for certain, or else that may pass; undefined where none may. */
export function tryHop(reachability: Reachability, ends: Ends): Hop | undefined {
  const { answers } = reachability;
  const answer = passedBetween(reachability, ends);
  const [certain] = answers.sets.rangesOf(answers.certainOf(answer));
  const [possible] = answers.sets.rangesOf(answers.possibleOf(answer));
  const range = certain ?? possible;
  if (range === undefined) return undefined;
  const flow = { ...ends, protocol: range.protocol, port: range.first };
  return { ...flow, verdict: certain === undefined ? 'depends' : 'allowed', because: reasonsOf(reachability, flow) };
}
