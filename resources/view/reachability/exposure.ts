import type { ClusterInput } from '../../reachability/cluster-input';
import { directions, type Direction } from '../../reachability/policy/policy';
import { nameOf } from '../../reachability/query/ends';
import { flowsOf, type Flow } from '../../reachability/query/flows';
import type { Answer } from '../../reachability/solve/answers';
import type { Side } from '../../reachability/solve/end-maps';
import type { Reachability } from '../../reachability/solve/reachability';
import { everyPodOf, isEveryPod } from './any-pods';

/** What a pod that somebody makes in a namespace meets, whatever its labels are. */
export interface Exposure {
  /** How the pod is called. */
  readonly name: string;
  /** Flows to it and from it: allowed for all labels, or dependent on them or on what nobody can tell. */
  readonly flows: readonly Flow[];
  /** Where it is open on its own side for all labels. */
  readonly open: readonly OpenSide[];
}

/** A direction in which a pod lets something pass with everybody on a side, whom no rule has to name. */
export interface OpenSide {
  readonly direction: Direction;
  readonly side: Side;
}

/** A cluster with a pod of which nothing but its namespace is known; the namespaces in which one stands already keep theirs. */
export function withEveryPod(input: ClusterInput, namespace: string): ClusterInput {
  const isThere = input.workloads.some((one) => one.namespace === namespace && isEveryPod(one));
  return isThere ? input : { ...input, workloads: [...input.workloads, everyPodOf(namespace)] };
}

/** The namespaces of a cluster: those that are written, those of workloads and those of policies, sorted. */
export function namespacesOf({ namespaces, workloads, policies }: ClusterInput): readonly string[] {
  const used = [
    ...workloads.map(({ namespace }) => namespace),
    ...policies.flatMap(({ resource }) => resource.namespace ?? []),
  ];
  return [...new Set([...namespaces.keys(), ...used])].toSorted();
}

/** What a pod meets that somebody makes in a namespace; the cluster is one in which such a pod stands. */
export function exposureOf(reachability: Reachability, namespace: string): Exposure {
  const end = reachability.workloads.findIndex((one) => one.namespace === namespace && isEveryPod(one));
  const sides = directions.flatMap((direction) => (['pods', 'outside'] as const).map((side) => ({ direction, side })));
  return {
    name: nameOf(reachability, end),
    flows: [...flowsOf(reachability, (one) => one === end)],
    open: sides.filter((one) => isOpen(reachability, end, one)),
  };
}

/** Of pods those count whom no rule tells apart, for others may be made; of what is outside every address. */
function isOpen(reachability: Reachability, end: number, { direction, side }: OpenSide): boolean {
  const { answers, outside } = reachability;
  const maps = reachability.mapsOf(direction, end);
  const passes = (answer: Answer): boolean => answers.certainOf(answer) !== answers.sets.nothing;
  if (side === 'pods') return passes(maps.pods.rest);
  return Array.from({ length: outside.runs }, (_, member) => maps.outside.get(member)).every(passes);
}
