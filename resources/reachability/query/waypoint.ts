import type { Cidr } from '../../../model/address/cidr';
import { failure, problem, success, type Problem, type Result } from '../../../model/problem';
import type { Reachability } from '../solve/reachability';
import { chainOf, podEnd } from './closure';
import { nameOf, type End } from './ends';
import type { Hop } from './hop';
import { StepIndex } from './steps';
import { Walk } from './walk';

/** Some ends: workloads by their numbers, and what is outside by blocks of addresses. */
export interface EndSelection {
  readonly workloads: readonly number[];
  readonly blocks: readonly Cidr[];
}

/** A claim that whoever goes from some ends to others, in any number of steps, goes through one of some workloads. */
export interface WaypointClaim {
  readonly from: EndSelection;
  readonly to: EndSelection;
  readonly through: readonly number[];
}

/** Whether a claim of a waypoint holds. */
export interface WaypointAnswer {
  /** `depends` where the only chains around it have a flow that depends. */
  readonly verdict: 'holds' | 'broken' | 'depends';
  /** A shortest chain around the waypoint; empty when there is none. */
  readonly chain: readonly Hop[];
}

/**
 * Proves a waypoint: with its workloads deleted, no chain of flows is left from the one side to the other. Only workloads
 * hand on what they get; what addresses outside do among themselves isn't seen.
 */
export function proveWaypoint(reachability: Reachability, claim: WaypointClaim): Result<WaypointAnswer> {
  const problems = refuseClaim(reachability, claim);
  if (problems.length > 0) return failure(problems);
  for (const [least, verdict] of [
    ['allowed', 'broken'],
    ['depends', 'depends'],
  ] as const) {
    const ends = wayAround(new StepIndex(reachability, least), claim);
    if (ends.length > 0) return success({ verdict, chain: chainOf(reachability, ends) });
  }
  return success({ verdict: 'holds', chain: [] });
}

/** A claim about nobody would hold of itself, and whoever stands on both sides is there without a step. */
function refuseClaim(reachability: Reachability, { from, to, through }: WaypointClaim): readonly Problem[] {
  const both = from.workloads.filter((one) => to.workloads.includes(one)).map((one) => nameOf(reachability, one));
  const empty = Object.entries({ from, to }).filter(
    ([, { workloads, blocks }]) => workloads.length === 0 && blocks.length === 0,
  );
  // A side that is the waypoint itself goes through it whatever passes.
  const deleted = new Set(through);
  const vacuous = Object.entries({ from, to }).filter(
    ([, { workloads, blocks }]) =>
      workloads.length > 0 && blocks.length === 0 && workloads.every((one) => deleted.has(one)),
  );
  const refuse = (at: string, got: string, want: string): Problem =>
    problem({
      code: 'waypoint-not-understood',
      at: [at],
      what: 'this waypoint can’t be proved',
      got,
      want,
      next: 'select other workloads or blocks of addresses',
    });
  return [
    ...empty.map(([side]) => refuse(side, 'nobody', 'a workload or a block of addresses')),
    ...vacuous.map(([side]) => refuse(side, 'only workloads of the waypoint', 'a workload that is no waypoint')),
    ...both.slice(0, 1).map((name) => refuse('to', `${name} on both sides`, 'workloads that are on one side')),
  ];
}

/** The ends of a shortest chain that leaves the waypoint out; none when there is no chain. */
function wayAround(index: StepIndex, { from, to, through }: WaypointClaim): readonly End[] {
  const { reachability } = index;
  const leftOut = new Set(through);
  const entries = meetOutside(index, 'ingress', atomsOf(reachability, from.blocks));
  const exits = meetOutside(index, 'egress', atomsOf(reachability, to.blocks));
  const goals = new Set(to.workloads);
  const ways = [
    ...waysIn(new Walk(index, from.workloads, leftOut), { goals, exits }),
    ...waysIn(new Walk(index, entries.keys(), leftOut), { goals, exits }).map((way) => withCaller(entries, way)),
  ];
  const [shortest = []] = ways.toSorted((a, b) => a.length - b.length);
  return shortest;
}

/** Runs of addresses by the workloads that they can call (ingress) or be called by (egress): the first of each. */
function meetOutside(
  index: StepIndex,
  direction: 'ingress' | 'egress',
  atoms: readonly number[],
): ReadonlyMap<number, number> {
  const met = index.reachability.groups[direction].flatMap(({ ends, maps }) => {
    const atom = atoms.find((one) => index.isStep(maps.outside.get(one)));
    return atom === undefined ? [] : ends.map((end) => [end, atom] as const);
  });
  return new Map(met);
}

interface Goals {
  readonly goals: ReadonlySet<number>;
  readonly exits: ReadonlyMap<number, number>;
}

/** A shortest way to a workload that is a goal, and one out of the cluster, where there is any. */
function waysIn(walk: Walk, { goals, exits }: Goals): readonly (readonly End[])[] {
  const goal = walk.met.find((one) => goals.has(one));
  const last = walk.met.find((one) => exits.has(one));
  const exit = last === undefined ? undefined : exits.get(last);
  return [
    ...(goal === undefined ? [] : [walk.wayTo(goal).map(podEnd)]),
    ...(last === undefined || exit === undefined ? [] : [[...walk.wayTo(last).map(podEnd), outsideEnd(exit)]]),
  ];
}

function withCaller(entries: ReadonlyMap<number, number>, way: readonly End[]): readonly End[] {
  const [first] = way;
  const caller = first === undefined ? undefined : entries.get(first.member);
  return caller === undefined ? way : [outsideEnd(caller), ...way];
}

function outsideEnd(member: number): End {
  return { side: 'outside', member };
}

/** The runs of addresses that blocks meet; nobody tells the addresses of one run apart. */
function atomsOf({ outside }: Reachability, blocks: readonly Cidr[]): readonly number[] {
  return [...new Set(blocks.flatMap((one) => outside.addresses.within(one)))];
}
