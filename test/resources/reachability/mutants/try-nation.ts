import type { Model } from '../../../../model/model';
import type { AssemblyView } from '../../../../resources/view/assembly-view';
import type { Cluster } from '../../../../model/site/cluster';
import type { Mutant } from './mutant';
import { isSpread, spreadEvenly } from './spread';
import { MutatedCluster, type TriedMutant } from './try-mutants';

/** What was tried of all mutants of an assembly. */
export interface TriedAssembly {
  readonly clusters: number;
  /** How many mutants there are. */
  readonly all: number;
  readonly tried: readonly TriedMutant[];
}

/** Counts all mutants of an assembly, by cluster, kind of change and kind of object. */
export function countMutants(view: AssemblyView): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const cluster of view.model.clusters) {
    for (const mutant of openCluster(view, cluster).mutants()) {
      const key = groupOf(cluster, mutant);
      sizes.set(key, (sizes.get(key) ?? 0) + 1);
    }
  }
  return sizes;
}

/** Tries so many of the mutants of an assembly, spread evenly over clusters, kinds of change and kinds of object. */
export function tryAssembly(view: AssemblyView, wanted: number): TriedAssembly {
  const sizes = countMutants(view);
  const counts = spreadEvenly(sizes, wanted);
  const tried = view.model.clusters.flatMap((cluster) => {
    const mutated = openCluster(view, cluster);
    const met = new Map<string, number>();
    const chosen: TriedMutant[] = [];
    for (const mutant of mutated.mutants()) {
      const key = groupOf(cluster, mutant);
      const index = met.get(key) ?? 0;
      met.set(key, index + 1);
      if (isSpread(index, { size: sizes.get(key) ?? 0, count: counts.get(key) ?? 0 })) chosen.push(mutated.try(mutant));
    }
    return chosen;
  });
  return { clusters: view.model.clusters.length, all: [...sizes.values()].reduce((sum, one) => sum + one, 0), tried };
}

function openCluster(view: AssemblyView, cluster: Model['clusters'][number]): MutatedCluster {
  return new MutatedCluster(view.reachability.of(cluster), view.resources.inCluster(cluster.id));
}

function groupOf({ id }: Cluster, { kind, resource }: Mutant): string {
  return `${kind} ${resource.kind} ${id}`;
}
