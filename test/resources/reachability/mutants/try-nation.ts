import { groupBy } from '../../../../model/group-by';
import type { AssemblyView } from '../../../../resources/view/assembly-view';
import type { Cluster } from '../../../../model/site/cluster';
import type { Resource } from '../../../../resources/resource';
import { isSpread, spreadEvenly } from './spread';
import { MutatedCluster, type TriedMutant } from './try-mutants';

/** What was tried of all mutants of an assembly. */
export interface TriedAssembly {
  /** Its digest. */
  readonly assembly: string;
  readonly clusters: number;
  /** How many mutants there are. */
  readonly all: number;
  readonly tried: readonly TriedMutant[];
}

/** Tries so many of the mutants of an assembly, spread evenly over clusters, kinds of change and kinds of object. */
export function tryAssembly(view: AssemblyView, wanted: number): TriedAssembly {
  const listed = view.model.clusters.map((cluster) => listCluster(view, cluster));
  const all = listed.flatMap(({ objects }) => objects.flatMap(({ groups }) => groups));
  const sizes = new Map([...groupBy(all, (group) => group)].map(([group, { length }]) => [group, length]));
  const counts = spreadEvenly(sizes, wanted);
  const met = new Map<string, number>();
  const isChosen = (group: string): boolean => {
    const index = met.get(group) ?? 0;
    met.set(group, index + 1);
    return isSpread(index, { size: sizes.get(group) ?? 0, count: counts.get(group) ?? 0 });
  };
  const tried = listed.flatMap(({ mutated, objects }) =>
    objects.flatMap(({ resource, groups }) => {
      const chosen = groups.flatMap((group, index) => (isChosen(group) ? [index] : []));
      const mutants = chosen.length === 0 ? [] : mutated.mutantsOf(resource);
      return chosen.flatMap((index) => mutants[index] ?? []).map((mutant) => mutated.try(mutant));
    }),
  );
  return { assembly: view.assembly.digest, clusters: listed.length, all: all.length, tried };
}

/** The objects of a cluster, with the group of each of their mutants: its kind, that of the object, and the cluster. */
interface ListedCluster {
  readonly mutated: MutatedCluster;
  readonly objects: readonly { readonly resource: Resource; readonly groups: readonly string[] }[];
}

function listCluster(view: AssemblyView, cluster: Cluster): ListedCluster {
  const mutated = new MutatedCluster(view.reachability.of(cluster), view.resources.inCluster(cluster.id));
  const known = new Map<string, string>();
  const shared = (group: string): string => {
    const same = known.get(group) ?? group;
    known.set(group, same);
    return same;
  };
  // Mutants are made again when they are tried: all at once are more than memory holds.
  const objects = mutated.mutated.map((resource) => ({
    resource,
    groups: mutated.mutantsOf(resource).map(({ kind }) => shared(`${kind} ${resource.kind} ${cluster.id}`)),
  }));
  return { mutated, objects };
}
