import type { Model } from '../../model/model';
import type { Flow } from '../../model/segmentation/flow';
import type { Cluster } from '../../model/site/cluster';
import type { DataCenter, Site } from '../../model/site/site';
import type { Namespace } from '../../model/tenancy/namespace';
import type { System } from '../../model/tenancy/system';
import type { Tenant } from '../../model/tenancy/tenant';
import { groupBy } from '../../model/group-by';

/** The model of an assembly with its lookups; every list stands as in `model.json`. */
export class ModelView implements Model {
  public readonly environment: Model['environment'];
  public readonly nation: Model['nation'];
  public readonly sites: Model['sites'];
  public readonly clusters: Model['clusters'];
  public readonly tenants: Model['tenants'];
  public readonly systems: Model['systems'];
  public readonly namespaces: Model['namespaces'];
  public readonly flows: Model['flows'];
  public readonly exchanges: Model['exchanges'];
  public readonly exceptions: Model['exceptions'];
  public readonly removals: Model['removals'];
  public readonly approvals: Model['approvals'];
  public readonly attestations: Model['attestations'];
  private readonly siteById: ReadonlyMap<string, Site>;
  private readonly clusterById: ReadonlyMap<string, Cluster>;
  private readonly tenantById: ReadonlyMap<string, Tenant>;
  private readonly systemById: ReadonlyMap<string, System>;
  private readonly namespaceByPlace: ReadonlyMap<string, ReadonlyMap<string, Namespace>>;
  private readonly namespacesBySystem: ReadonlyMap<string, readonly Namespace[]>;
  private readonly namespacesByZone: ReadonlyMap<string, readonly Namespace[]>;
  private readonly flowsByEnd: ReadonlyMap<string, readonly Flow[]>;

  public constructor(model: Model) {
    this.environment = model.environment;
    this.nation = model.nation;
    this.sites = model.sites;
    this.clusters = model.clusters;
    this.tenants = model.tenants;
    this.systems = model.systems;
    this.namespaces = model.namespaces;
    this.flows = model.flows;
    this.exchanges = model.exchanges;
    this.exceptions = model.exceptions;
    this.removals = model.removals;
    this.approvals = model.approvals;
    this.attestations = model.attestations;
    this.siteById = byId(model.sites);
    this.clusterById = byId(model.clusters);
    this.tenantById = byId(model.tenants);
    this.systemById = byId(model.systems);
    this.namespaceByPlace = new Map(
      [...groupBy(model.namespaces, (one) => one.cluster)].map(([cluster, list]) => [cluster, byName(list)]),
    );
    this.namespacesBySystem = groupBy(model.namespaces, (one) => one.system);
    this.namespacesByZone = groupBy(model.namespaces, ({ system, zone, cluster }) => `${system}/${zone}/${cluster}`);
    this.flowsByEnd = groupFlows(model.flows);
  }

  /** The site with this id. */
  public trySite(id: string): Site | undefined {
    return this.siteById.get(id);
  }

  /** The national data centers. */
  public dataCenters(): readonly DataCenter[] {
    return this.sites.filter((one) => one.kind === 'national-data-center');
  }

  /** The cluster with this id. */
  public tryCluster(id: string): Cluster | undefined {
    return this.clusterById.get(id);
  }

  /** The tenant with this id. */
  public tryTenant(id: string): Tenant | undefined {
    return this.tenantById.get(id);
  }

  /** The system with this id. */
  public trySystem(id: string): System | undefined {
    return this.systemById.get(id);
  }

  /** The namespace with this name in a cluster. */
  public tryNamespace(cluster: string, name: string): Namespace | undefined {
    return this.namespaceByPlace.get(cluster)?.get(name);
  }

  /** The namespaces of a system, at home and at its standby. */
  public namespacesOf(system: string): readonly Namespace[] {
    return this.namespacesBySystem.get(system) ?? [];
  }

  /** The namespaces of one zone of a system in one cluster. */
  public namespacesIn({
    system,
    zone,
    cluster,
  }: Pick<Namespace, 'system' | 'cluster'> & { readonly zone: string }): readonly Namespace[] {
    return this.namespacesByZone.get(`${system}/${zone}/${cluster}`) ?? [];
  }

  /** The flows with an end in a zone of a system; without zone, in any of its zones. */
  public flowsOf(system: string, zone?: string): readonly Flow[] {
    return this.flowsByEnd.get(zone === undefined ? system : `${system}/${zone}`) ?? [];
  }

  /** The id of the province that a tenant is or lies in; undefined for ministries and national owners. */
  public provinceOf(tenant: string): string | undefined {
    const found = this.tenantById.get(tenant);
    return found?.kind === 'province' ? found.id : found?.parent;
  }
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

function byName(list: readonly Namespace[]): ReadonlyMap<string, Namespace> {
  return new Map(list.map((one) => [one.name, one]));
}

function groupFlows(flows: readonly Flow[]): ReadonlyMap<string, readonly Flow[]> {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) {
    for (const end of endKeys(flow)) {
      const group = groups.get(end);
      if (group === undefined) groups.set(end, [flow]);
      else group.push(flow);
    }
  }
  return groups;
}

function endKeys(flow: Flow): ReadonlySet<string> {
  const ends = [flow.from, flow.to].filter((end) => end.kind === 'zone');
  return new Set(ends.flatMap((end) => [end.system, `${end.system}/${end.zone}`]));
}
