import { groupBy } from '../../../model/group-by';
import type { Cluster } from '../../../model/site/cluster';
import type { ModelView } from '../model-view';
import type { ResourceIndex } from '../resource-index';
import { comparePaths, comparePlaces, type DifferingPlaces, type PathDifference } from './compare-paths';
import { ClusterReachability, readClusterPaths } from './cluster-reachability';

/** Who can reach whom in each cluster of an assembly; a cluster is solved when it is first asked about. */
export class ReachabilityView {
  private readonly solved = new Map<string, ClusterReachability>();
  private readonly differences = new Map<string, ReadonlyMap<string, readonly DifferingPlaces[]>>();

  public constructor(
    private readonly resources: ResourceIndex,
    private readonly model: ModelView,
  ) {}

  /** The answer of a cluster. */
  public of(cluster: Cluster): ClusterReachability {
    const known = this.solved.get(cluster.id);
    if (known !== undefined) return known;
    const made = new ClusterReachability(readClusterPaths(cluster, this.model, this.resources.inCluster(cluster.id)));
    this.solved.set(cluster.id, made);
    return made;
  }

  /** What differs between the paths that are open in a cluster and those that are declared, by the namespace that is told. */
  public differencesIn(cluster: Cluster): ReadonlyMap<string, readonly DifferingPlaces[]> {
    const known = this.differences.get(cluster.id);
    if (known !== undefined) return known;
    const found = groupBy(comparePlaces(this.of(cluster)), ({ witness }) => witness.namespace);
    this.differences.set(cluster.id, found);
    return found;
  }

  /** Every difference that is told of one namespace, by each pair of ends. */
  public differencesAt(cluster: Cluster, namespace: string): readonly PathDifference[] {
    const of = this.of(cluster);
    const ends = new Set(of.workloadsOf(namespace));
    return [...comparePaths(of, ends)].filter((one) => one.namespace === namespace);
  }
}
