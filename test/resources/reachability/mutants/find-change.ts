import type { JsonObject } from '../../../../resources/resource';
import type { OracleFlow } from '../oracle/brute-force';
import { Chance } from '../oracle/chance';
import type { End, Pod } from '../oracle/matching';
import { labelsOf, type JudgedCluster } from './judged-cluster';
import type { Mutant } from './mutant';
import { addressesOf, namesOf, packetsOf, placesTaken, podLabelsOf, type Packet } from './touched-ends';

/** Who else may matter to a namespace, beside whom its policies name. */
export interface KnownEnds {
  /** Namespaces with which some path is declared. */
  declaredWith(namespace: string): readonly string[];
  /** The labels of pods there that an operator or the platform makes. */
  labelsIn(namespace: string): readonly JsonObject[];
}

/** A flow of which a mutant changes the verdict. */
export interface ChangedFlow {
  readonly flow: OracleFlow;
  readonly before: string;
  readonly after: string;
}

/** The first flow found of which a mutant changes what the oracle says; undefined where it changes none of those tried. */
export function findChange(cluster: JudgedCluster, mutant: Mutant, known: KnownEnds): ChangedFlow | undefined {
  const edit = mutant.resource.kind === 'Namespace' ? editOfLabels(cluster, mutant) : editOfPolicy(cluster, mutant);
  const { subjects, peers } = placesOf(cluster, edit, known);
  const outside = [...addressesOf(edit.bodies, cluster.facts.nodes), ...namesOf(edit.bodies), ...ELSEWHERE];
  const sets = [{}, ...edit.bodies.flatMap(podLabelsOf)];
  const podsAt = (name: string, state: State): readonly Pod[] => {
    const own = known.labelsIn(name);
    const both = own.flatMap((one) => sets.map((other) => ({ ...one, ...other })));
    return cluster.podsOf({ name, labels: edit.labelsAt(name, state) }, [...sets, ...own, ...both]);
  };
  const pairs = subjects.flatMap((name) => pairPods(podsAt(name, 'before'), podsAt(name, 'after')));
  const isSubject = new Set(subjects);
  const others: readonly TwoStates[] = [
    ...peers
      .filter((name) => !isSubject.has(name))
      .flatMap((name) => pairPods(podsAt(name, 'before'), podsAt(name, 'after'))),
    ...outside.map((end) => ({ before: end, after: end })),
  ];
  const ends = pairs.flatMap((one) => [
    ...others.flatMap((other) => [
      { from: one, to: other },
      { from: other, to: one },
    ]),
    ...pairs.map((other) => ({ from: one, to: other })),
  ]);
  return findAmong(cluster, edit, ends);
}

/** A packet that no policy writes. */
const UNWRITTEN: Packet = { protocol: 'TCP', port: 40_000 };

/** To the changed policies all packets are alike that they don't write; what others say of those is asked where these differ. */
function findAmong(cluster: JudgedCluster, edit: Edit, ends: readonly TriedEnds[]): ChangedFlow | undefined {
  const packets = packetsOf(edit.bodies);
  for (const packet of packets) {
    for (const { from, to } of ends) {
      if (!isSaidOtherwise(cluster, edit, { from, to, ...packet })) continue;
      const changed = tryFlow(cluster, edit, { from, to, ...packet });
      if (changed !== undefined) return changed;
    }
  }
  for (const { from, to } of ends) {
    if (!isSaidOtherwise(cluster, edit, { from, to, ...UNWRITTEN })) continue;
    const others = cluster.packetsOf(cluster.policiesAt(inState({ from, to, ...UNWRITTEN }, 'before')));
    for (const packet of [UNWRITTEN, ...others]) {
      const changed = tryFlow(cluster, edit, { from, to, ...packet });
      if (changed !== undefined) return changed;
    }
  }
  return undefined;
}

/** An address of each family and a name that no policy of the nation writes. */
const ELSEWHERE = ['192.0.2.1', '2001:db9::1', 'elsewhere.example'];

type State = 'before' | 'after';

interface TwoStates {
  readonly before: End;
  readonly after: End;
}

function pairPods(before: readonly Pod[], after: readonly Pod[]): readonly TwoStates[] {
  return before.map((one, index) => ({ before: one, after: after[index] ?? one }));
}

/** What is changed, in both states. */
interface Edit {
  /** The policies that may say something else, as they were and as they are; at one place in both lists. */
  readonly watched: readonly (readonly [JsonObject | undefined, JsonObject | undefined])[];
  /** The policies whose ports, blocks and labels are tried. */
  readonly bodies: readonly JsonObject[];
  readonly labelsAt: (namespace: string, state: State) => JsonObject;
  /** Namespaces at one end of every flow that is tried; of those at the other end, those that come first matter most. */
  readonly subjects: Places;
  readonly peers: Places;
}

type Places = readonly (readonly string[])[];

function editOfPolicy(cluster: JudgedCluster, { resource, body }: Mutant): Edit {
  const [old, now] = [placesTaken(resource.body), body === undefined ? [] : placesTaken(body)];
  const own = resource.namespace;
  const sides = [cluster.takenBy(old), cluster.takenBy(now)] as const;
  const either = new Set([...sides[0], ...sides[1]]);
  const differing = [...either].filter((name) => sides[0].has(name) !== sides[1].has(name));
  const of = cluster.takenBy([...old.slice(0, 1), ...now.slice(0, 1)]);
  return {
    watched: [[resource.body, body]],
    bodies: [resource.body, ...(body === undefined ? [] : [body])],
    labelsAt: (name) => cluster.places.get(name) ?? {},
    subjects: own === undefined ? [differing.filter((one) => of.has(one)), [...of]] : [[own]],
    peers: [differing, own === undefined ? [] : [own], [...either]],
  };
}

function editOfLabels(cluster: JudgedCluster, { resource, body }: Mutant): Edit {
  const name = resource.name;
  const [old, now] = [cluster.places.get(name) ?? {}, labelsOf(body ?? resource.body)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => old[key] !== now[key]);
  const differing = cluster
    .speakingOf(keys)
    .filter((policy) => placesTaken(policy).some((one) => one.takes(name, old) !== one.takes(name, now)));
  return {
    watched: differing.map((policy) => [policy, policy] as const),
    bodies: differing,
    labelsAt: (place, state) => (place === name ? (state === 'before' ? old : now) : (cluster.places.get(place) ?? {})),
    subjects: [[name]],
    peers: [differing.flatMap((policy) => namespaceOf(policy)), [name]],
  };
}

function namespaceOf({ metadata }: JsonObject): readonly string[] {
  const { namespace } = metadata as { readonly namespace?: string };
  return namespace === undefined ? [] : [namespace];
}

/** Up to so many namespaces all are tried. */
const ALL_MAX = 60;
const SOME = 30;
const SUBJECTS_MAX = 8;

function placesOf(cluster: JudgedCluster, edit: Edit, known: KnownEnds) {
  const isSmall = cluster.places.size <= ALL_MAX;
  const chance = new Chance(cluster.places.size);
  const pick = (names: readonly string[], count: number): readonly string[] =>
    names.length <= count ? names : Array.from({ length: count }, () => chance.pick(names));
  const subjects = [...new Set(edit.subjects.flatMap((names) => pick(names, SUBJECTS_MAX)))];
  const declared = pick(
    subjects.flatMap((one) => known.declaredWith(one)),
    SOME,
  );
  const peers = edit.peers.flatMap((names) => pick([...new Set(names)], SOME));
  const others = cluster.sorts.flatMap((names) => pick(names, isSmall ? ALL_MAX : SOME));
  return { subjects, peers: [...new Set([...peers, ...declared, ...others])] };
}

interface TriedEnds {
  readonly from: TwoStates;
  readonly to: TwoStates;
}

type TriedFlow = TriedEnds & Packet;

function inState({ from, to, protocol, port }: TriedFlow, state: State): OracleFlow {
  return { from: from[state], to: to[state], protocol, port };
}

function isSaidOtherwise(cluster: JudgedCluster, { watched }: Edit, tried: TriedFlow): boolean {
  const [before, after] = [inState(tried, 'before'), inState(tried, 'after')];
  return watched.some(
    ([old, now]) => !cluster.isSaidAlike({ policy: old, flow: before }, { policy: now, flow: after }),
  );
}

function tryFlow(cluster: JudgedCluster, { watched }: Edit, tried: TriedFlow): ChangedFlow | undefined {
  const [before, after] = [inState(tried, 'before'), inState(tried, 'after')];
  const judge = (flow: OracleFlow, changed: readonly (JsonObject | undefined)[]): string => {
    const others = cluster.policiesAt(flow).filter((one) => !watched.some(([old]) => old === one));
    return cluster.judge([...others, ...changed.filter((one) => one !== undefined)], flow);
  };
  const was = judge(
    before,
    watched.map(([old]) => old),
  );
  const is = judge(
    after,
    watched.map(([, now]) => now),
  );
  return was === is ? undefined : { flow: before, before: was, after: is };
}
