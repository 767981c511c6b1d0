import { groupBy } from '../../../../model/group-by';
import { zoneTable } from '../../../../model/segmentation/zone';
import type { Tenant } from '../../../../model/tenancy/tenant';
import type { ModelView } from '../../model-view';
import type { ReachabilityView } from '../reachability-view';
import { namespacePairs, type NamespacePair } from './namespace-pairs';
import {
  countPaths,
  type ClusterPairs,
  type EndOfPlace,
  type MatrixEnd,
  type PathCounts,
  type PathMatrix,
} from './path-matrix';

/** How much of an assembly was looked at, and how many pairs of namespaces have a path. */
export interface PathTotals extends PathCounts {
  readonly clusters: number;
  readonly namespaces: number;
  /** Workloads that are written; pods that nobody has made yet aren't counted. */
  readonly workloads: number;
  /** Objects that are policies. */
  readonly policies: number;
  /** Parts of policies that nobody could understand. */
  readonly troubles: number;
}

const PLATFORM: MatrixEnd = { kind: 'platform', id: 'platform' };
const ELSEWHERE: MatrixEnd = { kind: 'elsewhere', id: 'elsewhere' };
const OUTSIDE: MatrixEnd = { kind: 'outside', id: 'outside' };

/** Who has paths to whom in all clusters of an assembly, by zones, agencies and provinces; counts, and no judgement. */
export class PathMatrices {
  private known: readonly ClusterPairs[] | undefined;
  private byProvince: readonly ReadonlyMap<string, readonly NamespacePair[]>[] | undefined;
  private byParent: ReadonlyMap<string | undefined, readonly Tenant[]> | undefined;

  public constructor(
    private readonly reachability: ReachabilityView,
    private readonly model: ModelView,
  ) {}

  /** All clusters together. */
  public totals(): PathTotals {
    const solved = this.model.clusters.map((cluster) => this.reachability.of(cluster));
    const count = (is: (pair: NamespacePair) => boolean): number =>
      this.clusters().reduce((sum, { pairs }) => sum + pairs.filter(is).length, 0);
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
    return {
      clusters: solved.length,
      namespaces: sum(this.clusters().map(({ namespaces }) => namespaces.length)),
      workloads: sum(
        solved.map(({ input }) => input.workloads.filter(({ resource }) => resource !== undefined).length),
      ),
      policies: sum(solved.map(({ input }) => new Set(input.policies.map(({ resource }) => resource)).size)),
      troubles: sum(solved.map(({ input }) => input.troubles.length)),
      declared: count((pair) => pair.declared),
      proved: count((pair) => pair.proved),
      undeclared: count((pair) => pair.undeclared),
      closed: count((pair) => pair.closed),
    };
  }

  /** Zone by zone: those that namespaces are in, in the order of the zone table, then the platform and what is outside. */
  public zones(): PathMatrix {
    const rows = zoneTable.filter(({ hosting }) => hosting === 'namespace');
    const zones = rows.map(({ name, officialName }): MatrixEnd => ({ kind: 'zone', id: name, officialName }));
    return this.count([...zones, PLATFORM, OUTSIDE], (cluster, name) => this.model.tryNamespace(cluster, name)?.zone);
  }

  /**
   * Agency by agency: national owners and ministries, then each province before its communes, then the platform and what
   * is outside.
   */
  public tenants(): PathMatrix {
    const { tenants } = this.model;
    const provinces = tenants.filter(({ kind }) => kind === 'province');
    const ordered = [
      ...tenants.filter(({ kind }) => kind !== 'ministry' && kind !== 'province' && kind !== 'commune'),
      ...tenants.filter(({ kind }) => kind === 'ministry'),
      ...provinces.flatMap((province) => [province, ...this.communes(province.id)]),
    ];
    return this.count([...ordered.map(endOfTenant), PLATFORM, OUTSIDE], (cluster, name) =>
      this.tenantOf(cluster, name),
    );
  }

  /** Province by province; what communes have counts to their province, and all that is of no province is left out. */
  public provinces(): PathMatrix {
    return this.count(this.provinceTenants().map(endOfTenant), (cluster, name) => this.provinceAt(cluster, name));
  }

  /** One province: itself and its communes, then all other agencies, the platform and what is outside. */
  public communesOf(province: Tenant): PathMatrix {
    const own = [province, ...this.communes(province.id)];
    const known = new Set(own.map(({ id }) => id));
    const ends = [...own.map(endOfTenant), ELSEWHERE, PLATFORM, OUTSIDE];
    const idOf = (cluster: string, name: string): string | undefined => {
      const tenant = this.tenantOf(cluster, name);
      return tenant === undefined || known.has(tenant) ? tenant : ELSEWHERE.id;
    };
    return this.count(ends, idOf, this.touching(province.id));
  }

  /** The provinces of the model. */
  public provinceTenants(): readonly Tenant[] {
    return this.model.tenants.filter(({ kind }) => kind === 'province');
  }

  /** Counts by the ids of ends; a namespace that has none is the platform's where that is an end. */
  private count(
    ends: readonly MatrixEnd[],
    idOf: (cluster: string, namespace: string) => string | undefined,
    clusters = this.clusters(),
  ): PathMatrix {
    const numbers = new Map(ends.map(({ id }, index) => [id, index]));
    const endOf: EndOfPlace = (cluster, place) =>
      numbers.get(place === undefined ? OUTSIDE.id : (idOf(cluster, place) ?? PLATFORM.id));
    return countPaths(clusters, ends, endOf);
  }

  private clusters(): readonly ClusterPairs[] {
    this.known ??= this.model.clusters.map((cluster): ClusterPairs => {
      const of = this.reachability.of(cluster);
      const differences = [...this.reachability.differencesIn(cluster).values()].flat().map(({ witness }) => witness);
      return { cluster: cluster.id, namespaces: of.namespaces, pairs: namespacePairs(of, differences) };
    });
    return this.known;
  }

  /** The paths at one end of which a province or a commune of it is. */
  private touching(province: string): readonly ClusterPairs[] {
    this.byProvince ??= this.clusters().map(({ cluster, pairs }) => {
      const found = new Map<string, NamespacePair[]>();
      for (const pair of pairs) {
        for (const id of new Set([this.provinceAt(cluster, pair.from), this.provinceAt(cluster, pair.to)])) {
          const list = id === undefined ? undefined : found.get(id);
          if (list !== undefined) list.push(pair);
          else if (id !== undefined) found.set(id, [pair]);
        }
      }
      return found;
    });
    const { byProvince } = this;
    return this.clusters().map((one, index) => ({ ...one, pairs: byProvince[index]?.get(province) ?? [] }));
  }

  private provinceAt(cluster: string, place: NamespacePair['from']): string | undefined {
    const tenant = place === undefined ? undefined : this.tenantOf(cluster, place);
    return tenant === undefined ? undefined : this.model.provinceOf(tenant);
  }

  private communes(province: string): readonly Tenant[] {
    this.byParent ??= groupBy(this.model.tenants, ({ kind, parent }) => (kind === 'commune' ? parent : undefined));
    return this.byParent.get(province) ?? [];
  }

  /** The agency of the model that works in a namespace. */
  private tenantOf(cluster: string, namespace: string): string | undefined {
    const tenant = this.model.tryNamespace(cluster, namespace)?.tenant;
    return tenant === undefined ? undefined : this.model.tryTenant(tenant)?.id;
  }
}

function endOfTenant({ kind, id, officialName }: Tenant): MatrixEnd {
  return { kind, id, officialName };
}
