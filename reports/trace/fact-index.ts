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

/** Which facts stand behind what rules judge. Lines come from the manifest, and from the fact files where these are given. */
export class FactIndex {
  private readonly byPath: ReadonlyMap<string, string>;
  private readonly told: ReadonlyMap<string, string>;
  private readonly root: string;
  private readonly places: Readonly<Record<Exclude<FactRole, 'cause' | 'exception'>, ReadonlyMap<string, string>>>;
  private readonly exchanges: ReadonlyMap<string, readonly string[]>;
  private readonly exceptions: ReadonlyMap<string, readonly { readonly id: string; readonly place: string }[]>;

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
    this.places = {
      namespace: new Map(model.namespaces.map((one) => [`${one.cluster}/${one.name}`, this.placeOfNamespace(one)])),
      system: this.placesOf(model.systems),
      tenant: this.placesOf(model.tenants),
      site: this.placesOf(model.sites),
      flow: this.placesOf(model.flows),
      exchange: this.placesOf(model.exchanges),
    };
    this.exchanges = new Map(model.flows.map(({ id, carries = [] }) => [id, carries]));
    const excused = model.exceptions.map(({ id, resource, origin }) => ({ id, resource, place: this.placeOf(origin) }));
    this.exceptions = groupBy(excused, ({ resource }) => resource);
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

  /** Every fact behind a subject, its cause first. */
  public linksOf(subject: TraceSubject): readonly FactLink[] {
    const cause = this.causeOf(subject);
    const { namespace, flows, systems, tenant, site } = subject;
    const links: FactLink[] = cause === '' ? [] : [{ as: 'cause', id: '', place: cause }];
    if (namespace !== undefined) this.add(links, 'namespace', namespace);
    for (const flow of flows) this.add(links, 'flow', flow);
    for (const flow of flows) for (const one of this.exchanges.get(flow) ?? []) this.add(links, 'exchange', one);
    for (const { id, place } of this.exceptions.get(subject.id) ?? []) links.push({ as: 'exception', id, place });
    for (const system of systems) this.add(links, 'system', system);
    if (tenant !== undefined) this.add(links, 'tenant', tenant);
    if (site !== undefined) this.add(links, 'site', site);
    return links;
  }

  private causeOf({ resource, origin }: TraceSubject): string {
    if (resource !== undefined) return resource.source;
    return origin === undefined ? '' : this.placeOf(origin);
  }

  private add(links: FactLink[], as: Exclude<FactRole, 'cause' | 'exception'>, id: string): void {
    const place = this.places[as].get(id);
    if (place !== undefined) links.push({ as, id, place });
  }

  private placesOf(list: readonly { readonly id: string; readonly origin: FactPath }[]): ReadonlyMap<string, string> {
    return new Map(list.map(({ id, origin }) => [id, this.placeOf(origin)]));
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

/** The folder of the facts, as the manifest writes it, with `/` at its end. */
function rootOf({ model, resources }: AssemblyView): string {
  const folder = `${model.environment}/`;
  const known = resources.all.find(({ source }) => source.startsWith(folder) || source.includes(`/${folder}`));
  return known === undefined
    ? `environments/${folder}`
    : known.source.slice(0, known.source.indexOf(folder) + folder.length);
}
