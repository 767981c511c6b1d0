import type { Model } from '../../model/model';
import type { Namespace } from '../../model/tenancy/namespace';
import type { ChangedHolder } from '../../resources/permissions/change/permission-change';
import type { ObjectChange } from '../objects/object-changes';
import type { TemplateTenants } from '../template/template-tenants';

/** A namespace of a cluster; undefined is the whole of it. */
interface NamespacePlace {
  readonly cluster: string;
  readonly namespace?: string | undefined;
}

/** Tells whose the namespaces are in which somebody's rights change. */
export class HolderOwners {
  private readonly namespaces = new Map<string, Namespace>();
  private readonly template: TemplateTenants;
  private readonly changed: ReadonlySet<string>;

  /** Of models the first that knows a namespace counts. */
  public constructor(
    models: readonly Model[],
    { template, objects }: { readonly template: TemplateTenants; readonly objects: readonly ObjectChange[] },
  ) {
    for (const { namespaces } of models.toReversed())
      for (const one of namespaces) this.namespaces.set(`${one.cluster}/${one.name}`, one);
    this.template = template;
    this.changed = new Set(objects.map(({ id }) => id));
  }

  /** Owners and zones of some namespaces, sorted. */
  public of(places: readonly NamespacePlace[]): {
    readonly tenants: readonly string[];
    readonly zones: readonly string[];
  } {
    const found = places.flatMap((one) => this.namespaceOf(one) ?? []);
    const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted();
    return { tenants: sorted(found.map(({ tenant }) => tenant)), zones: sorted(found.map(({ zone }) => zone)) };
  }

  /** Whether a holder is of a tenant that is new by template, and gets what roles say that stay as they were in a namespace of its own. */
  public isByTemplate(holder: ChangedHolder): boolean {
    const { subject, namespace, by } = holder;
    const owner = this.namespaceOf(holder)?.tenant;
    if (owner === undefined || !this.template.tenants.has(owner)) return false;
    const isOwn =
      subject.kind === 'Group'
        ? subject.name.startsWith(`${owner}:`)
        : subject.namespace !== undefined && subject.namespace === namespace;
    return isOwn && by.every(({ role }) => role === undefined || !this.changed.has(role.id));
  }

  private namespaceOf({ cluster, namespace }: NamespacePlace): Namespace | undefined {
    return namespace === undefined ? undefined : this.namespaces.get(`${cluster}/${namespace}`);
  }
}
