import { groupBy } from '../../../model/group-by';
import type { DeclaredPath } from '../../../model/segmentation/declared-path';
import { outsideMembers, podConnections, podConnectionsOf } from '../../reachability/query/connections';
import { nameOf } from '../../reachability/query/ends';
import { told } from '../../reachability/query/flows';
import type { Direction } from '../../reachability/policy/policy';
import type { EndMap } from '../../reachability/solve/end-map';
import type { Protocol } from '../../reachability/traffic/traffic';
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
  const declared = new DeclaredTraffic(of);
  yield* undeclaredBetweenPods(of, declared, ends);
  yield* closedBetweenPods(of, declared, ends);
  yield* differencesOutside(of, declared, ends);
}

/** Numbers of the workloads whose paths are compared; undefined for all. */
type ComparedEnds = ReadonlySet<number> | undefined;

function* undeclaredBetweenPods(
  of: ClusterReachability,
  declared: DeclaredTraffic,
  ends: ComparedEnds,
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
  const open = ends === undefined ? podConnections(of.reachability) : podConnectionsOf(of.reachability, ends);
  for (const { from, to, answer } of open) {
    if (isNode(of, from) || isNode(of, to)) continue;
    const surplus = answers.sets.minus(answers.possibleOf(answer), wanted.get(key(from, to)) ?? answers.sets.nothing);
    if (surplus !== answers.sets.nothing) yield betweenPods(of, { kind: 'undeclared', from, to, traffic: surplus });
  }
}

function* closedBetweenPods(
  of: ClusterReachability,
  declared: DeclaredTraffic,
  ends: ComparedEnds,
): Generator<PathDifference> {
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
  const packet = firstPacket(reachability.answers.sets.rangesOf(traffic));
  const [caller, called] = [input.workloads[from]?.namespace, input.workloads[to]?.namespace];
  // Where much is open there are millions, and few are told.
  return {
    kind,
    namespace: called ?? '',
    get from() {
      return nameOf(reachability, from);
    },
    get to() {
      return nameOf(reachability, to);
    },
    namespaces: { from: caller, to: called },
    ...packet,
    wantedBy,
    get because() {
      return [
        told('egress', reachability.explain('egress', from, { side: 'pods', member: to, ...packet })),
        told('ingress', reachability.explain('ingress', to, { side: 'pods', member: from, ...packet })),
      ];
    },
  };
}

function* differencesOutside(
  of: ClusterReachability,
  declared: DeclaredTraffic,
  wanted: ComparedEnds,
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
        if (isNode(of, end) || wanted?.has(end) === false) continue;
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
  const packet = firstPacket(reachability.answers.sets.rangesOf(traffic));
  const own = input.workloads[end]?.namespace;
  const textAt = (side: 'from' | 'to'): string =>
    (side === 'to') === (direction === 'ingress')
      ? nameOf(reachability, end)
      : reachability.outside.textOf(member, member);
  return {
    kind,
    namespace: own ?? '',
    get from() {
      return textAt('from');
    },
    get to() {
      return textAt('to');
    },
    namespaces: direction === 'ingress' ? { from: undefined, to: own } : { from: own, to: undefined },
    ...packet,
    wantedBy,
    get because() {
      return [told(direction, reachability.explain(direction, end, { side: 'outside', member, ...packet }))];
    },
  };
}

/** All differences of one kind between two namespaces, or with what is outside. */
export interface DifferingPlaces {
  /** The first of them. */
  readonly witness: PathDifference;
  /** How many pairs of ends differ so. */
  readonly ends: number;
}

/** Differences by their kind and both namespaces, in the order of their witnesses. */
export function groupDifferences(differences: Iterable<PathDifference>): readonly DifferingPlaces[] {
  const groups = new Map<string, { readonly witness: PathDifference; ends: number }>();
  for (const one of differences) {
    const key = `${one.kind} ${one.namespaces.from ?? ''} ${one.namespaces.to ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { witness: one, ends: 1 });
    else group.ends += 1;
  }
  return [...groups.values()];
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
