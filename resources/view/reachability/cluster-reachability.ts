import { parseCidr } from '../../../model/address/cidr';
import { groupBy } from '../../../model/group-by';
import type { Model } from '../../../model/model';
import { declarePaths } from '../../../model/segmentation/declare-paths';
import type { DeclaredPath } from '../../../model/segmentation/declared-path';
import type { Cluster } from '../../../model/site/cluster';
import { readCluster, type ClusterInput } from '../../reachability/cluster-input';
import { Reachability, type AskedAbout } from '../../reachability/solve/reachability';
import type { Resource } from '../../resource';
import { anyPods, isDatabase } from './any-pods';
import { databasePaths } from './database-paths';
import { readNetworkProfile } from './network-profile';

/** What one cluster of an assembly lets pass, beside what is meant to pass there. */
export class ClusterReachability {
  /** What decides, with stand-ins for the pods that nobody has made yet. */
  public readonly input: ClusterInput;
  public readonly reachability: Reachability;
  /** Every path that is meant to be open. */
  public readonly declared: readonly DeclaredPath[];
  private readonly byNamespace: ReadonlyMap<string, readonly number[]>;

  public constructor(
    public readonly cluster: Cluster,
    model: Model,
    resources: readonly Resource[],
  ) {
    const databases = resources.filter(isDatabase);
    this.declared = [
      ...declarePaths(model, cluster),
      ...databases.flatMap((one) => databasePaths(one, model.nation.domain)),
    ];
    const read = readCluster(resources);
    this.input = { ...read, workloads: [...read.workloads, ...anyPods(resources, read, this.declared)] };
    const profile = readNetworkProfile(resources, cluster);
    this.reachability = new Reachability(this.input, profile, askedAbout(this.declared));
    this.byNamespace = groupBy(this.input.workloads.keys(), (index) => this.input.workloads[index]?.namespace ?? '');
  }

  /** The namespaces in which workloads are, or may be, sorted. */
  public get namespaces(): readonly string[] {
    return [...this.byNamespace.keys()].toSorted();
  }

  /** Numbers of the workloads of a namespace. */
  public workloadsOf(namespace: string): readonly number[] {
    return this.byNamespace.get(namespace) ?? [];
  }
}

/** What must be told apart so that declared paths can be compared with those that are open. */
function askedAbout(declared: readonly DeclaredPath[]): AskedAbout {
  const ends = declared.flatMap(({ from, to }) => [from, to]);
  const texts = ends.flatMap((end) => (end.kind === 'block' ? [end.cidr, ...end.except] : []));
  return {
    ranges: declared.flatMap(({ ports }) =>
      ports === 'all' ? [] : ports.map(({ port, protocol }) => ({ protocol, first: port, last: port })),
    ),
    blocks: [...new Set(texts)].flatMap((text) => {
      const block = parseCidr(text);
      return block.ok ? [block.value] : [];
    }),
    names: ends.flatMap((end) => (end.kind === 'name' ? [end.fqdn] : [])),
  };
}
