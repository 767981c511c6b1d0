import { readBlocks, type Cidr } from '../../../model/address/cidr';
import { groupBy } from '../../../model/group-by';
import type { Model } from '../../../model/model';
import { declarePaths } from '../../../model/segmentation/declare-paths';
import type { DeclaredPath } from '../../../model/segmentation/declared-path';
import type { Cluster } from '../../../model/site/cluster';
import { readCluster, type ClusterInput } from '../../reachability/cluster-input';
import { readProfile } from '../../reachability/profile/read-profile';
import type { NetworkProfile } from '../../reachability/solve/bind-rules';
import { Reachability, type AskedAbout, type SolvedBefore } from '../../reachability/solve/reachability';
import type { Resource } from '../../resource';
import { anyPods, isDatabase } from './any-pods';
import { databasePaths } from './database-paths';
import { largeBlocks } from './sites/place-blocks';

/** All of a cluster that decides about its paths, and what is meant. */
export interface ClusterPaths {
  readonly cluster: Cluster;
  /** What decides, with stand-ins for the pods that nobody has made yet. */
  readonly input: ClusterInput;
  /** Every path that is meant to be open. */
  readonly declared: readonly DeclaredPath[];
  readonly profile: NetworkProfile;
  /** Blocks of the places outside that somebody may ask about. */
  readonly places: readonly Cidr[];
}

/** Reads from the objects of an assembly's cluster what decides about its paths, and from the model what is meant. */
export function readClusterPaths(cluster: Cluster, model: Model, resources: readonly Resource[]): ClusterPaths {
  const databases = resources.filter(isDatabase);
  const declared = [
    ...declarePaths(model, cluster),
    ...databases.flatMap((one) => databasePaths(one, model.nation.domain)),
  ];
  const read = readCluster(resources);
  const nodes = readBlocks([cluster.nodes.ipv4, cluster.nodes.ipv6]);
  const { profile, troubles } = readProfile(resources, nodes);
  const input = {
    ...read,
    workloads: [...read.workloads, ...anyPods(resources, read, declared)],
    troubles: [...read.troubles, ...troubles],
  };
  // A way to one name isn't a way to every address.
  // Access ends are told apart where a policy names them; there are thousands.
  const places = largeBlocks(model).map(({ block }) => block);
  return { cluster, input, declared, profile: { ...profile, names: 'apart' }, places };
}

/** What one cluster of an assembly lets pass, beside what is meant to pass there. */
export class ClusterReachability implements ClusterPaths {
  public readonly cluster: Cluster;
  public readonly input: ClusterInput;
  public readonly declared: readonly DeclaredPath[];
  public readonly profile: NetworkProfile;
  public readonly places: readonly Cidr[];
  public readonly reachability: Reachability;
  private readonly byNamespace: ReadonlyMap<string, readonly number[]>;
  private declaredOf: ReadonlyMap<string, readonly DeclaredPath[]> | undefined;

  /** Solves the cluster, after an edit of one that was solved before for what is touched alone. */
  public constructor({ cluster, input, declared, profile, places }: ClusterPaths, after?: SolvedBefore) {
    this.cluster = cluster;
    this.input = input;
    this.declared = declared;
    this.profile = profile;
    this.places = places;
    this.reachability = new Reachability(input, profile, { ...askedAbout(declared, places), after });
    this.byNamespace = groupBy(input.workloads.keys(), (index) => input.workloads[index]?.namespace ?? '');
  }

  /** The paths that are meant to join a namespace with others, or with what is outside. */
  public declaredAt(namespace: string): readonly DeclaredPath[] {
    this.declaredOf ??= groupPaths(this.declared);
    return this.declaredOf.get(namespace) ?? [];
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

function groupPaths(declared: readonly DeclaredPath[]): ReadonlyMap<string, readonly DeclaredPath[]> {
  const groups = new Map<string, DeclaredPath[]>();
  for (const path of declared) {
    const names = new Set([path.from, path.to].flatMap((end) => (end.kind === 'pods' ? [end.namespace] : [])));
    for (const name of names) {
      const list = groups.get(name);
      if (list === undefined) groups.set(name, [path]);
      else list.push(path);
    }
  }
  return groups;
}

/** What must be told apart so that declared paths can be compared with those that are open. */
function askedAbout(declared: readonly DeclaredPath[], places: readonly Cidr[]): AskedAbout {
  const ends = declared.flatMap(({ from, to }) => [from, to]);
  const texts = ends.flatMap((end) => (end.kind === 'block' ? [end.cidr, ...end.except] : []));
  return {
    ranges: declared.flatMap(({ ports }) =>
      ports === 'all' ? [] : ports.map(({ port, protocol }) => ({ protocol, first: port, last: port })),
    ),
    blocks: [...readBlocks([...new Set(texts)]), ...places],
    names: ends.flatMap((end) => (end.kind === 'name' ? [end.fqdn] : [])),
  };
}
