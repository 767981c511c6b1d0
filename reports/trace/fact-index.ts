import type { FactPath } from '../../model/problem';
import { groupBy } from '../../model/group-by';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { linePlace, type FactLine } from './fact-line';
import type { TraceSubject } from './trace-subject';

/** How a fact leads to something: it caused it, or it declares what that belongs to. */
export const factRoles = ['cause', 'namespace', 'flow', 'exchange', 'exception', 'system', 'tenant', 'site'] as const;

/** One way in which a fact leads to something. */
export type FactRole = (typeof factRoles)[number];

/** A fact behind a subject. */
export interface FactLink {
  readonly as: FactRole;
  /** Id of what the fact declares; empty for the cause. */
  readonly id: string;
  /** `file:line`, or the file alone where nobody told the line. */
  readonly place: string;
}

/** The ways in which what is declared leads to what belongs to it. */
type DeclaredRole = Exclude<FactRole, 'cause' | 'exception'>;

/** Which facts stand behind what rules judge. Lines come from the manifest, and from the fact files where these are given. */
export class FactIndex {
  private readonly byPath: ReadonlyMap<string, string>;
  private readonly told: ReadonlyMap<string, string>;
  private readonly root: string;
  /** One link for each declared thing, shared by all that belongs to it. */
  private readonly links: Readonly<Record<DeclaredRole, ReadonlyMap<string, FactLink>>>;
  private readonly causes = new Map<string, FactLink>();
  private readonly exchanges: ReadonlyMap<string, readonly string[]>;
  /** By what they excuse. */
  private readonly exceptions: ReadonlyMap<string, readonly FactLink[]>;

  public constructor(
    private readonly view: AssemblyView,
    /** The entries of all fact files.
     * @default - nobody read them
     */
    public readonly lines?: readonly FactLine[],
  ) {
    const { model, assembly } = view;
    this.byPath = new Map((lines ?? []).map((one) => [one.path.join('/'), linePlace(one)]));
    this.told = new Map(Object.entries(assembly.places ?? {}));
    this.root = rootOf(view);
    this.links = {
      namespace: linkAll('namespace', model.namespaces, (one) => [
        `${one.cluster}/${one.name}`,
        this.placeOfNamespace(one),
      ]),
      system: this.linkDeclared('system', model.systems),
      tenant: this.linkDeclared('tenant', model.tenants),
      site: this.linkDeclared('site', model.sites),
      flow: this.linkDeclared('flow', model.flows),
      exchange: this.linkDeclared('exchange', model.exchanges),
    };
    this.exchanges = new Map(model.flows.map(({ id, carries = [] }) => [id, carries]));
    const excused = groupBy(model.exceptions, ({ resource }) => resource);
    this.exceptions = new Map(
      [...excused].map(([subject, all]) => [
        subject,
        all.map(({ id, origin }): FactLink => ({ as: 'exception', id, place: this.placeOf(origin) })),
      ]),
    );
  }

  /** Where a fact stands: `file:line`; its nearest parent where it is left out, and the file where nobody told the line. */
  public placeOf(origin: FactPath): string {
    for (let length = origin.length; length > 0; length -= 1) {
      const path = origin.slice(0, length).join('/');
      const place = this.byPath.get(path) ?? (length === origin.length ? this.told.get(path) : undefined);
      if (place !== undefined) return place;
    }
    return `${this.root}${origin[0] ?? ''}.ts`;
  }

  /** Every fact behind a subject, its cause first; alike links are the same object, so that many can be counted fast. */
  public linksOf(subject: TraceSubject): readonly FactLink[] {
    const { namespace, flows, systems, tenant, site } = subject;
    const links: FactLink[] = [];
    const cause = this.causeOf(subject);
    if (cause !== '') links.push(this.causeLink(cause));
    if (namespace !== undefined) this.add(links, 'namespace', namespace);
    for (const flow of flows) this.add(links, 'flow', flow);
    for (const flow of flows) for (const one of this.exchanges.get(flow) ?? []) this.add(links, 'exchange', one);
    for (const one of this.exceptions.get(subject.id) ?? []) links.push(one);
    for (const system of systems) this.add(links, 'system', system);
    if (tenant !== undefined) this.add(links, 'tenant', tenant);
    if (site !== undefined) this.add(links, 'site', site);
    return links;
  }

  private causeOf({ resource, kind, namespace = '', origin, source = '' }: TraceSubject): string {
    if (resource !== undefined) return resource.source;
    if (kind === 'namespace') return this.links.namespace.get(namespace)?.place ?? source;
    return origin === undefined ? source : this.placeOf(origin);
  }

  private causeLink(place: string): FactLink {
    const link = this.causes.get(place) ?? { as: 'cause', id: '', place };
    this.causes.set(place, link);
    return link;
  }

  private add(links: FactLink[], as: DeclaredRole, id: string): void {
    const link = this.links[as].get(id);
    if (link !== undefined) links.push(link);
  }

  private linkDeclared(
    as: DeclaredRole,
    list: readonly { readonly id: string; readonly origin: FactPath }[],
  ): ReadonlyMap<string, FactLink> {
    return linkAll(as, list, ({ id, origin }) => [id, this.placeOf(origin)]);
  }

  /** The manifest tells the line of a namespace by the object that was made of it. */
  private placeOfNamespace(one: {
    readonly cluster: string;
    readonly name: string;
    readonly origin: FactPath;
  }): string {
    const written =
      this.lines === undefined ? this.view.resources.tryFind(`${one.cluster}/Namespace/-/${one.name}`) : undefined;
    return written === undefined || written.source === '' ? this.placeOf(one.origin) : written.source;
  }
}

function linkAll<T>(
  as: DeclaredRole,
  list: readonly T[],
  describe: (one: T) => readonly [string, string],
): ReadonlyMap<string, FactLink> {
  return new Map(
    list.map((one) => {
      const [id, place] = describe(one);
      return [id, { as, id, place }];
    }),
  );
}

/** The folder of the facts, as the manifest writes it, with `/` at its end. */
function rootOf({ model, resources }: AssemblyView): string {
  const folder = `${model.environment}/`;
  const known = resources.all.find(({ source }) => source.startsWith(folder) || source.includes(`/${folder}`));
  return known === undefined
    ? `environments/${folder}`
    : known.source.slice(0, known.source.indexOf(folder) + folder.length);
}
