import { groupBy } from '../../../model/group-by';
import type { DeclaredPath } from '../../../model/segmentation/declared-path';
import { outsideMembers, podConnections } from '../../reachability/query/connections';
import { nameOf } from '../../reachability/query/ends';
import { told } from '../../reachability/query/flows';
import type { Direction } from '../../reachability/policy/policy';
import type { EndMap } from '../../reachability/solve/end-map';
import type { Side } from '../../reachability/solve/end-maps';
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
 * of their nodes are left out; they are nodes to every policy.
 */
export function* comparePaths(of: ClusterReachability, ends: EndFilter = everyEnd): Generator<PathDifference> {
  const declared = new DeclaredTraffic(of);
  yield* undeclaredBetweenPods(of, declared, ends);
  yield* closedBetweenPods(of, declared, ends);
  yield* differencesOutside(of, declared, ends);
}

/** Whether the paths of a workload, by its number, are compared. */
export type EndFilter = (end: number) => boolean;

const everyEnd: EndFilter = () => true;

function* undeclaredBetweenPods(
  of: ClusterReachability,
  declared: DeclaredTraffic,
  ends: EndFilter,
): Generator<PathDifference> {
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
  for (const { from, to, answer } of podConnections(of.reachability)) {
    if (isNode(of, from) || isNode(of, to) || (!ends(from) && !ends(to))) continue;
    const surplus = answers.sets.minus(answers.possibleOf(answer), wanted.get(key(from, to)) ?? answers.sets.nothing);
    if (surplus !== answers.sets.nothing) yield betweenPods(of, { kind: 'undeclared', from, to, traffic: surplus });
  }
}

function* closedBetweenPods(
  of: ClusterReachability,
  declared: DeclaredTraffic,
  ends: EndFilter,
): Generator<PathDifference> {
  const { reachability } = of;
  const { answers } = reachability;
  for (const path of of.declared) {
    const [from, to] = [declared.podsOf(path.from), declared.podsOf(path.to)];
    const traffic = declared.trafficOf(path);
    for (const caller of from.certain) {
      for (const called of to.certain) {
        if (isNode(of, caller) || isNode(of, called) || (!ends(caller) && !ends(called))) continue;
        const missing = answers.sets.minus(traffic, answers.certainOf(reachability.between(caller, called)));
        if (missing === answers.sets.nothing) continue;
        yield betweenPods(of, { kind: 'closed', from: caller, to: called, traffic: missing, wantedBy: path.wantedBy });
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

function betweenPods({ reachability, input }: ClusterReachability, pair: Pair): PathDifference {
  const { kind, from, to, traffic, wantedBy } = pair;
  const ranges = reachability.answers.sets.rangesOf(traffic);
  const packet = firstPacket(ranges);
  return {
    kind,
    namespace: input.workloads[to]?.namespace ?? '',
    from: nameOf(reachability, from),
    to: nameOf(reachability, to),
    namespaces: { from: input.workloads[from]?.namespace, to: input.workloads[to]?.namespace },
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
  wanted: EndFilter,
): Generator<PathDifference> {
  const paths = of.declared.filter(({ from, to }) => from.kind !== 'pods' || to.kind !== 'pods');
  const byNamespace = groupBy(paths, ({ from, to }) =>
    from.kind === 'pods' ? from.namespace : to.kind === 'pods' ? to.namespace : '',
  );
  for (const [direction, groups] of Object.entries(of.reachability.groups) as [
    Direction,
    typeof of.reachability.groups.egress,
  ][]) {
    for (const { ends } of groups) {
      for (const end of ends) {
        if (isNode(of, end) || !wanted(end)) continue;
        const own = byNamespace.get(of.input.workloads[end]?.namespace ?? '') ?? [];
        yield* compareEnd(of, { end, direction, paths: own, declared });
      }
    }
  }
}

interface OneEnd {
  readonly end: number;
  readonly direction: Direction;
  readonly paths: readonly DeclaredPath[];
  readonly declared: DeclaredTraffic;
}

function* compareEnd(of: ClusterReachability, { end, direction, paths, declared }: OneEnd): Generator<PathDifference> {
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
        yield outside(of, { kind: 'closed', end, direction, member, traffic: missing, wantedBy });
      }
    }
  }
  for (const member of outsideMembers(reachability, direction, end)) {
    const surplus = answers.sets.minus(answers.possibleOf(own.get(member)), wanted.get(member) ?? answers.sets.nothing);
    if (surplus === answers.sets.nothing) continue;
    yield outside(of, { kind: 'undeclared', end, direction, member, traffic: surplus });
  }
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

function outside({ reachability, input }: ClusterReachability, outer: Outer): PathDifference {
  const { kind, end, direction, member, traffic, wantedBy } = outer;
  const ranges = reachability.answers.sets.rangesOf(traffic);
  const packet = firstPacket(ranges);
  const [pod, other] = [nameOf(reachability, end), reachability.outside.textOf(member, member)];
  const side: Side = 'outside';
  const own = input.workloads[end]?.namespace;
  return {
    kind,
    namespace: own ?? '',
    ...(direction === 'ingress'
      ? { from: other, to: pod, namespaces: { from: undefined, to: own } }
      : { from: pod, to: other, namespaces: { from: own, to: undefined } }),
    ...packet,
    ranges,
    wantedBy,
    because: [told(direction, reachability.explain(direction, end, { side, member, ...packet }))],
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
