import { groupBy } from '../../model/group-by';
import type { Resource } from '../resource';

const NONE: readonly Resource[] = Object.freeze([]);

/** Every resource of an assembly with its lookups; each index is made when first asked for. Lists are sorted by id. */
export class ResourceIndex {
  private readonly groups = new Map<string, ReadonlyMap<string, readonly Resource[]>>();
  private ids: ReadonlyMap<string, Resource> | undefined;

  public constructor(
    /** Every resource, sorted by id. */
    public readonly all: readonly Resource[],
  ) {}

  /** The resource with this id. */
  public tryFind(id: string): Resource | undefined {
    this.ids ??= new Map(this.all.map((one) => [one.id, one]));
    return this.ids.get(id);
  }

  /** Every kind that occurs, sorted. */
  public kinds(): readonly string[] {
    return [...this.group('kind', (one) => one.kind).keys()].toSorted();
  }

  /** The resources of a kind; kinds of one name in two API groups are told apart with the prefix of the `apiVersion`. */
  public ofKind(kind: string, apiPrefix = ''): readonly Resource[] {
    const found = this.group('kind', (one) => one.kind).get(kind) ?? NONE;
    return apiPrefix === '' ? found : found.filter((one) => one.apiVersion.startsWith(apiPrefix));
  }

  /** The resources in a namespace of a cluster; with kind, only those. */
  public inNamespace(cluster: string, namespace: string, kind?: string): readonly Resource[] {
    return this.pick(
      ['namespace', (one) => `${one.cluster ?? ''}/${one.namespace ?? ''}`],
      `${cluster}/${namespace}`,
      kind,
    );
  }

  /** The resources of a cluster, in namespaces or not; with kind, only those. */
  public inCluster(cluster: string, kind?: string): readonly Resource[] {
    return this.pick(['cluster', (one) => one.cluster ?? ''], cluster, kind);
  }

  /** The resources of a site, in its clusters or not; with kind, only those. */
  public atSite(site: string, kind?: string): readonly Resource[] {
    return this.pick(['site', (one) => one.site], site, kind);
  }

  /** The resources that the manifest gives to a system; with kind, only those. */
  public ofSystem(system: string, kind?: string): readonly Resource[] {
    return this.pick(['system', (one) => one.system ?? ''], system, kind);
  }

  /** The resources that the manifest gives to a tenant; with kind, only those. */
  public ofTenant(tenant: string, kind?: string): readonly Resource[] {
    return this.pick(['tenant', (one) => one.tenant ?? ''], tenant, kind);
  }

  /** The resources written in a file. */
  public inFile(file: string): readonly Resource[] {
    return this.group('file', (one) => one.artifact.file).get(file) ?? NONE;
  }

  private pick(index: Index, key: string, kind: string | undefined): readonly Resource[] {
    const [name, keyOf] = index;
    if (kind === undefined) return this.group(name, keyOf).get(key) ?? NONE;
    return this.group(`${name}+kind`, (one) => `${keyOf(one)}\u0000${one.kind}`).get(`${key}\u0000${kind}`) ?? NONE;
  }

  private group(name: string, keyOf: (one: Resource) => string): ReadonlyMap<string, readonly Resource[]> {
    const made = this.groups.get(name) ?? groupBy(this.all, keyOf);
    this.groups.set(name, made);
    return made;
  }
}

type Index = readonly [name: string, keyOf: (one: Resource) => string];
