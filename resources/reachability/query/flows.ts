import type { Answer } from '../solve/answers';
import type { EndReason } from '../solve/explain';
import type { Reachability } from '../solve/reachability';
import { protocols, type Protocol } from '../traffic/traffic';
import type { TrafficSet } from '../traffic/traffic-sets';
import { outsideConnections, podConnections } from './connections';
import { nameOf } from './ends';

/** What passes, or may pass, from one end to another by one protocol; what isn't listed is denied. */
export interface Flow {
  /** A workload as `namespace/name[Kind]`, or what is outside: the first and last of some addresses, or a host name. */
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** First and last port of each range. */
  readonly ports: readonly (readonly [number, number])[];
  readonly verdict: 'allowed' | 'depends';
  /** What decides at each end, for the first of the ports. */
  readonly because: readonly string[];
}

/**
 * Every flow of a cluster: between workloads, and between them and addresses outside; only those at some workloads, by their
 * numbers, where that is asked.
 */
export function* flowsOf(reachability: Reachability, isAsked: (end: number) => boolean = () => true): Generator<Flow> {
  const name = (end: number): string => nameOf(reachability, end);
  for (const { from, to, answer } of podConnections(reachability)) {
    if (!isAsked(from) && !isAsked(to)) continue;
    yield* split(reachability, answer, (protocol, port) => ({
      from: name(from),
      to: name(to),
      because: [
        told('egress', reachability.explain('egress', from, { side: 'pods', member: to, protocol, port })),
        told('ingress', reachability.explain('ingress', to, { side: 'pods', member: from, protocol, port })),
      ],
    }));
  }
  for (const { end, direction, first, last, answer } of outsideConnections(reachability)) {
    if (!isAsked(end)) continue;
    const range = reachability.outside.textOf(first, last);
    const ends = direction === 'ingress' ? { from: range, to: name(end) } : { from: name(end), to: range };
    yield* split(reachability, answer, (protocol, port) => ({
      ...ends,
      because: [
        told(direction, reachability.explain(direction, end, { side: 'outside', member: first, protocol, port })),
      ],
    }));
  }
}

/** What decides at one end, in one line. */
export function told(direction: 'ingress' | 'egress', { policy, why }: EndReason): string {
  if (policy === undefined) return `${direction}: ${why}`;
  const { kind, namespace, name } = policy.resource;
  return `${direction}: ${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}: ${why}`;
}

type Told = Pick<Flow, 'from' | 'to' | 'because'>;

function* split(
  { answers }: Reachability,
  answer: Answer,
  tell: (protocol: Protocol, port: number) => Told,
): Generator<Flow> {
  const { sets } = answers;
  const certain = answers.certainOf(answer);
  const parts: readonly (readonly [Flow['verdict'], TrafficSet])[] = [
    ['allowed', certain],
    ['depends', sets.minus(answers.possibleOf(answer), certain)],
  ];
  for (const [verdict, set] of parts) {
    const ranges = sets.rangesOf(set);
    for (const protocol of protocols) {
      const own = ranges.filter((one) => one.protocol === protocol);
      const [first] = own;
      if (first === undefined) continue;
      const ports = own.map((one) => [one.first, one.last] as const);
      yield { ...tell(protocol, first.first), protocol, ports, verdict };
    }
  }
}
