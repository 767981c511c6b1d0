import { groupBy } from '../../../model/group-by';
import type { DeclaredPath } from '../../../model/segmentation/declared-path';
import {
  outsideMembers,
  podConnectionsByCalled,
  podConnectionsOf,
  type PodConnection,
} from '../../reachability/query/connections';
import { nameOf } from '../../reachability/query/ends';
import { told } from '../../reachability/query/flows';
import type { Direction } from '../../reachability/policy/policy';
import type { EndMap } from '../../reachability/solve/end-map';
import type { PortRange, Protocol } from '../../reachability/traffic/traffic';
import type { TrafficSet } from '../../reachability/traffic/traffic-sets';
import type { ClusterReachability } from './cluster-reachability';
import { DeclaredTraffic } from './declared-traffic';

/** A packet that passes, or may pass, though nobody declared its path; or one that was declared and doesn't pass. */
export interface PathDifference {
  readonly kind: 'undeclared' | 'closed';
  /** The namespace that is called, or that calls what is outside. */
  readonly namespace: string;
  readonly from: string;
  readonly to: string;
  /** The namespaces of both ends; undefined for what is outside of the cluster. */
  readonly namespaces: { readonly from: string | undefined; readonly to: string | undefined };
  readonly protocol: Protocol;
  readonly port: number;
  /** All that differs between the two ends, that packet the first of it. */
  readonly ranges: readonly PortRange[];
  /** What wants the path; undefined where nobody does. */
  readonly wantedBy: string | undefined;
  /** What decides at each end that is in the cluster. */
  readonly because: readonly string[];
}

/**
 * Every difference between what passes in a cluster and what is declared, one packet for each pair of ends: what isn't
 * declared must not pass for any labels that pods may have, and what is declared must pass for all. Pods with the addresses
 * of their nodes are left out; they are nodes to every policy. With `ends`, the numbers of some workloads, only paths of
 * these are compared.
 */
export function* comparePaths(of: ClusterReachability, ends?: ReadonlySet<number>): Generator<PathDifference> {
  for (const one of differencesAt(of, ends)) yield tell(of, one);
}

/** All differences of one kind between two namespaces, or with what is outside, that one flow or nobody wants. */
export interface DifferingPlaces {
  /** The first of them. */
  readonly witness: PathDifference;
  /** How many pairs of ends differ so at least. */
  readonly ends: number;
}

/** Every difference by its kind, who wants it and both namespaces, in the order of their witnesses. */
export function comparePlaces(of: ClusterReachability): readonly DifferingPlaces[] {
  const found = new Map<string, { readonly witness: PathDifference; ends: number }>();
  for (const one of differencesAt(of)) {
    const key = [one.kind, one.wantedBy, placeAt(of, one, 'from'), placeAt(of, one, 'to')].join(' ');
    const known = found.get(key);
    if (known === undefined) found.set(key, { witness: tell(of, one), ends: 1 });
    else known.ends += 1;
  }
  return [...found.values()];
}

/** Namespace of an end; undefined outside. */
type Place = string | undefined;

/** A difference between two workloads, or of one with what is outside, before it is told. */
type Difference = Pair | Outer;

function* differencesAt(of: ClusterReachability, ends?: ComparedEnds): Generator<Difference> {
  const declared = new DeclaredTraffic(of);
  yield* undeclaredBetweenPods(of, declared, ends);
  yield* closedBetweenPods(of, declared, ends);
  yield* differencesOutside(of, declared, ends);
}

function placeAt({ input }: ClusterReachability, one: Difference, side: 'from' | 'to'): Place {
  if ('member' in one) return isInside(one, side) ? input.workloads[one.end]?.namespace : undefined;
  return input.workloads[one[side]]?.namespace;
}

function isInside({ direction }: Outer, side: 'from' | 'to'): boolean {
  return (side === 'to') === (direction === 'ingress');
}

function tell(of: ClusterReachability, one: Difference): PathDifference {
  return 'member' in one ? outside(of, one) : betweenPods(of, one);
}

/**
 * So many callers are told of one workload, and so much of what is outside: where one policy opens a whole cluster, all
 * pairs are tens of millions, and nobody reads on.
 */
const TOLD_MAX = 100;

/** Numbers of the workloads whose paths are compared; undefined for all. */
type ComparedEnds = ReadonlySet<number> | undefined;

function* undeclaredBetweenPods(
  of: ClusterReachability,
  declared: DeclaredTraffic,
  ends: ComparedEnds,
): Generator<Difference> {
  const { answers } = of.reachability;
  const wanted = new Map<number, TrafficSet>();
  const key = pairKey(of);
  for (const path of of.declared) {
    const [from, to] = [declared.podsOf(path.from), declared.podsOf(path.to)];
    const traffic = declared.trafficOf(path);
    for (const caller of [...from.certain, ...from.possible]) {
      for (const called of [...to.certain, ...to.possible]) {
        const pair = key(caller, called);
        wanted.set(pair, answers.sets.or(wanted.get(pair) ?? answers.sets.nothing, traffic));
      }
    }
  }
  const surplusOf = function* (open: Iterable<PodConnection>): Generator<Difference> {
    for (const { from, to, answer } of open) {
      if (isNode(of, from) || isNode(of, to)) continue;
      const traffic = answers.sets.minus(answers.possibleOf(answer), wanted.get(key(from, to)) ?? answers.sets.nothing);
      if (traffic !== answers.sets.nothing) yield { kind: 'undeclared', from, to, traffic };
    }
  };
  if (ends !== undefined) yield* surplusOf(podConnectionsOf(of.reachability, ends));
  else for (const ofOne of podConnectionsByCalled(of.reachability)) yield* firstOf(surplusOf(ofOne), TOLD_MAX);
}

function* firstOf(differences: Iterable<Difference>, most: number): Generator<Difference> {
  let count = 0;
  for (const one of differences) {
    yield one;
    if (++count === most) return;
  }
}

function* closedBetweenPods(
  of: ClusterReachability,
  declared: DeclaredTraffic,
  ends: ComparedEnds,
): Generator<Difference> {
  const { reachability } = of;
  const { answers } = reachability;
  for (const path of of.declared) {
    const [from, to] = [declared.podsOf(path.from), declared.podsOf(path.to)];
    const traffic = declared.trafficOf(path);
    for (const caller of from.certain) {
      for (const called of to.certain) {
        if (isNode(of, caller) || isNode(of, called) || (ends?.has(caller) === false && !ends.has(called))) continue;
        const missing = answers.sets.minus(traffic, answers.certainOf(reachability.between(caller, called)));
        if (missing === answers.sets.nothing) continue;
        yield { kind: 'closed', from: caller, to: called, traffic: missing, wantedBy: path.wantedBy };
      }
    }
  }
}

interface Pair {
  readonly kind: PathDifference['kind'];
  readonly from: number;
  readonly to: number;
  readonly traffic: TrafficSet;
  readonly wantedBy?: string;
}

function betweenPods(of: ClusterReachability, pair: Pair): PathDifference {
  const { reachability } = of;
  const { kind, from, to, traffic, wantedBy } = pair;
  const ranges = reachability.answers.sets.rangesOf(traffic);
  const packet = firstPacket(ranges);
  const called = placeAt(of, pair, 'to');
  return {
    kind,
    namespace: called ?? '',
    from: nameOf(reachability, from),
    to: nameOf(reachability, to),
    namespaces: { from: placeAt(of, pair, 'from'), to: called },
    ...packet,
    ranges,
    wantedBy,
    because: [
      told('egress', reachability.explain('egress', from, { side: 'pods', member: to, ...packet })),
      told('ingress', reachability.explain('ingress', to, { side: 'pods', member: from, ...packet })),
    ],
  };
}

function* differencesOutside(
  of: ClusterReachability,
  declared: DeclaredTraffic,
  wanted: ComparedEnds,
): Generator<Difference> {
  const paths = of.declared.filter(({ from, to }) => from.kind !== 'pods' || to.kind !== 'pods');
  // Who asks about some workloads asks about all of their paths.
  const most = wanted === undefined ? TOLD_MAX : Infinity;
  const byNamespace = groupBy(paths, ({ from, to }) =>
    from.kind === 'pods' ? from.namespace : to.kind === 'pods' ? to.namespace : '',
  );
  for (const [direction, groups] of Object.entries(of.reachability.groups) as [
    Direction,
    typeof of.reachability.groups.egress,
  ][]) {
    for (const { ends } of groups) {
      for (const end of ends) {
        if (isNode(of, end) || wanted?.has(end) === false) continue;
        const own = byNamespace.get(of.input.workloads[end]?.namespace ?? '') ?? [];
        yield* compareEnd(of, { end, direction, paths: own, declared, most });
      }
    }
  }
}

interface OneEnd {
  readonly end: number;
  readonly direction: Direction;
  readonly paths: readonly DeclaredPath[];
  readonly declared: DeclaredTraffic;
  /** How much of what is outside is told, beside what is declared. */
  readonly most: number;
}

function* compareEnd(
  of: ClusterReachability,
  { end, direction, paths, declared, most }: OneEnd,
): Generator<Difference> {
  const { reachability } = of;
  const { answers } = reachability;
  const wanted = new Map<number, TrafficSet>();
  const { outside: own } = reachability.mapsOf(direction, end);
  const least = leastOf(of, direction, end);
  for (const path of paths) {
    const [inside, other] = direction === 'ingress' ? [path.to, path.from] : [path.from, path.to];
    const { certain, possible } = declared.podsOf(inside);
    if (!certain.includes(end) && !possible.includes(end)) continue;
    const traffic = declared.trafficOf(path);
    for (const member of declared.outsideOf(other)) {
      wanted.set(member, answers.sets.or(wanted.get(member) ?? answers.sets.nothing, traffic));
      // What may be refused, a name that may lead to a forbidden address or one node of all, counts as open.
      const missing = answers.sets.minus(traffic, answers.possibleOf(least.get(member)));
      if (certain.includes(end) && missing !== answers.sets.nothing) {
        const { wantedBy } = path;
        yield { kind: 'closed', end, direction, member, traffic: missing, wantedBy };
      }
    }
  }
  const surplus = function* (): Generator<Difference> {
    for (const member of outsideMembers(reachability, direction, end)) {
      const traffic = answers.sets.minus(
        answers.possibleOf(own.get(member)),
        wanted.get(member) ?? answers.sets.nothing,
      );
      if (traffic !== answers.sets.nothing) yield { kind: 'undeclared', end, direction, member, traffic };
    }
  };
  yield* firstOf(surplus(), most);
}

/**
 * What an end shares with what is outside, whatever labels its pods have: policies that govern only some of them, or
 * perhaps none, open nothing.
 */
function leastOf({ reachability }: ClusterReachability, direction: Direction, end: number): EndMap {
  const governing = reachability.governing(direction, end);
  const { policies } = governing.namespace;
  if (policies.every(({ certain }) => certain)) return reachability.mapsOf(direction, end).outside;
  const least = policies.map((one) =>
    one.certain ? one : { ...one, rules: one.rules.filter(({ action }) => action !== 'accept') },
  );
  const namespace = { ...governing.namespace, policies: least };
  return reachability.solveEnd(direction, end, { ...governing, namespace }).outside;
}

interface Outer {
  readonly kind: PathDifference['kind'];
  readonly end: number;
  readonly direction: Direction;
  readonly member: number;
  readonly traffic: TrafficSet;
  readonly wantedBy?: string;
}

function outside(of: ClusterReachability, outer: Outer): PathDifference {
  const { reachability } = of;
  const { kind, end, direction, member, traffic, wantedBy } = outer;
  const ranges = reachability.answers.sets.rangesOf(traffic);
  const packet = firstPacket(ranges);
  const textAt = (side: 'from' | 'to'): string =>
    isInside(outer, side) ? nameOf(reachability, end) : reachability.outside.textOf(member, member);
  const [from, to] = [placeAt(of, outer, 'from'), placeAt(of, outer, 'to')];
  return {
    kind,
    namespace: from ?? to ?? '',
    from: textAt('from'),
    to: textAt('to'),
    namespaces: { from, to },
    ...packet,
    ranges,
    wantedBy,
    because: [told(direction, reachability.explain(direction, end, { side: 'outside', member, ...packet }))],
  };
}

function firstPacket([first]: readonly { readonly protocol: Protocol; readonly first: number }[]) {
  if (first === undefined) throw new RangeError('no traffic');
  return { protocol: first.protocol, port: first.first };
}

function isNode({ input }: ClusterReachability, workload: number): boolean {
  return input.workloads[workload]?.hostNetwork === true;
}

function pairKey({ input }: ClusterReachability): (from: number, to: number) => number {
  const count = input.workloads.length;
  return (from, to) => from * count + to;
}
