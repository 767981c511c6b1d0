import { weakenedEnds, type WeakenedEnd } from '../../resources/reachability/compare/weakened-ends';
import { BothStates, type FlowChange, type SolvableCluster } from '../../resources/reachability/query/changes';
import type { ModelView } from '../../resources/view/model-view';
import { placedChanges, type PlacedChange, type WrittenWaiver } from './placed-change';

/** The clusters of one state by name; those of an assembly with the model that says whose namespaces are. */
export interface PathState {
  /** Each is read when it is needed. */
  readonly clusters: ReadonlyMap<string, () => SolvableCluster>;
  readonly model: ModelView | undefined;
  /** What of a change in a cluster exceptions accept; nothing in a folder of manifests, which has none. */
  readonly waiversOf: (change: FlowChange, cluster: string) => readonly WrittenWaiver[];
}

/** One cluster in both states, solved. */
export interface ComparedCluster {
  readonly cluster: string;
  /** What passes otherwise. */
  readonly changes: () => readonly PlacedChange[];
  /** Workloads that refuse less though nothing more passes, with the traffic, as it is asked for. */
  readonly weakened: () => Iterable<WeakenedWorkload>;
}

/** A workload of a cluster that refuses less than before. */
export interface WeakenedWorkload extends WeakenedEnd {
  readonly cluster: string;
}

/** Every change of what passes inside the clusters of two states, and in and out of them; by cluster. */
export function pathChanges(before: PathState, after: PathState): readonly PlacedChange[] {
  return compareClusters(before, after).flatMap(({ changes }) => changes());
}

/** The clusters of two states in which something differs that decides who reaches whom; sorted by name. */
export function compareClusters(before: PathState, after: PathState): readonly ComparedCluster[] {
  const names = [...new Set([...before.clusters.keys(), ...after.clusters.keys()])].toSorted();
  return names.flatMap((cluster): readonly ComparedCluster[] => {
    const [old, now] = [before.clusters.get(cluster)?.(), after.clusters.get(cluster)?.()];
    const known = old ?? now;
    if (known === undefined || (old !== undefined && now !== undefined && isSame(old, now))) return [];
    const gone = { ...known, input: { ...known.input, workloads: [], policies: [] } };
    const both = new BothStates(old ?? gone, now ?? gone);
    const waiversOf = (change: FlowChange): readonly WrittenWaiver[] => after.waiversOf(change, cluster);
    return [
      {
        cluster,
        changes: () => placedChanges([...both.changes()], { cluster, models: [before.model, after.model], waiversOf }),
        weakened: () => weakenedIn(cluster, both),
      },
    ];
  });
}

function* weakenedIn(cluster: string, both: BothStates): Generator<WeakenedWorkload> {
  for (const one of weakenedEnds(both)) yield { cluster, ...one };
}

/** Whether all that decides is written in the same words. */
function isSame(old: SolvableCluster, now: SolvableCluster): boolean {
  return written(old) === written(now);
}

function written({ input, profile }: SolvableCluster): string {
  return JSON.stringify([
    profile,
    [...input.namespaces].map(([name, labels]) => [name, [...labels]]),
    input.policies.map(({ resource }) => resource.body),
    input.workloads.map(({ resource, labels, ...one }) => [one, [...labels], resource?.body]),
  ]);
}
