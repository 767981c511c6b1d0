import type { Resource } from '../resource';
import { groupResources, ResourceGroup } from './resource-group';

const NONE: readonly Resource[] = Object.freeze([]);

type Groups = ReadonlyMap<string, ResourceGroup>;

/** Every resource of an assembly with its lookups; each index is made when first asked for. Lists are sorted by id. */
export class ResourceIndex {
  private readonly groups = new Map<string, Groups>();
  private readonly whole: ResourceGroup;
  private namespaces: ReadonlyMap<string, Groups> | undefined;
  private ids: ReadonlyMap<string, Resource> | undefined;

  public constructor(
    /** Every resource, sorted by id. */
    public readonly all: readonly Resource[],
  ) {
    this.whole = new ResourceGroup(all);
  }

  /** The resource with this id. */
  public tryFind(id: string): Resource | undefined {
    this.ids ??= new Map(this.all.map((one) => [one.id, one]));
    return this.ids.get(id);
  }

  /** Every kind that occurs, sorted. */
  public kinds(): readonly string[] {
    return [...this.whole.byKind().keys()].toSorted();
  }

  /** The resources of a kind; kinds of one name in two API groups are told apart with the prefix of the `apiVersion`. */
  public ofKind(kind: string, apiPrefix = ''): readonly Resource[] {
    const found = this.whole.ofKind(kind);
    return apiPrefix === '' ? found : found.filter((one) => one.apiVersion.startsWith(apiPrefix));
  }

  /** The resources in a namespace of a cluster; with kind, only those. */
  public inNamespace(cluster: string, namespace: string, kind?: string): readonly Resource[] {
    this.namespaces ??= new Map(
      [...this.group('cluster')].map(([id, { all }]) => [id, groupResources(all, (one) => one.namespace ?? '')]),
    );
    return this.namespaces.get(cluster)?.get(namespace)?.ofKind(kind) ?? NONE;
  }

  /** The resources of a cluster, in namespaces or not; with kind, only those. */
  public inCluster(cluster: string, kind?: string): readonly Resource[] {
    return this.group('cluster').get(cluster)?.ofKind(kind) ?? NONE;
  }

  /** The resources of a site, in its clusters or not; with kind, only those. */
  public atSite(site: string, kind?: string): readonly Resource[] {
    return this.group('site').get(site)?.ofKind(kind) ?? NONE;
  }

  /** The resources that the manifest gives to a system; with kind, only those. */
  public ofSystem(system: string, kind?: string): readonly Resource[] {
    return this.group('system').get(system)?.ofKind(kind) ?? NONE;
  }

  /** The resources that the manifest gives to a tenant; with kind, only those. */
  public ofTenant(tenant: string, kind?: string): readonly Resource[] {
    return this.group('tenant').get(tenant)?.ofKind(kind) ?? NONE;
  }

  /** The resources written in a file. */
  public inFile(file: string): readonly Resource[] {
    return this.group('file').get(file)?.all ?? NONE;
  }

  private group(name: keyof typeof keys): Groups {
    const made = this.groups.get(name) ?? groupResources(this.all, keys[name]);
    this.groups.set(name, made);
    return made;
  }
}

const keys = {
  cluster: (one: Resource) => one.cluster ?? '',
  site: (one: Resource) => one.site,
  system: (one: Resource) => one.system ?? '',
  tenant: (one: Resource) => one.tenant ?? '',
  file: (one: Resource) => one.artifact.file,
} as const;
