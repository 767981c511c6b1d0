import { canonicalJson } from '../../model/canonical-json';
import { groupBy } from '../../model/group-by';
import type { Model } from '../../model/model';
import type { Tenant } from '../../model/tenancy/tenant';
import type { JsonValue, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { ObjectChange } from '../objects/object-changes';
import { looseText, withoutItems } from './loose-lists';
import { holdsSigns, literal, TenantMarks } from './tenant-marks';

/** Siblings that a new tenant is compared with; the first that it is like is enough. */
const TWINS_MAX = 8;

/** Kinds of tenants that a profile makes; all others are written one by one. */
const MADE: ReadonlySet<string> = new Set<Tenant['kind']>(['province', 'commune']);

/** Two states of an assembly, and what differs. */
export interface TemplateQuestion {
  readonly before: AssemblyView;
  readonly after: AssemblyView;
  readonly objects: readonly ObjectChange[];
}

/** New tenants that are made by template, and the objects of others that change for them alone. */
export interface TemplateTenants {
  readonly tenants: ReadonlySet<string>;
  /** Ids of objects that only begin to name such tenants where they name others of their kind. */
  readonly named: ReadonlySet<string>;
  /** New tenants of which it isn't proved. */
  readonly unlike: readonly UnlikeTenant[];
}

/** A new tenant that isn't made by template, as far as anybody can prove. */
export interface UnlikeTenant {
  readonly tenant: string;
  /** The older tenant that it was compared with.
   * @default - there is none of its kind and places that stays as it is
   */
  readonly twin?: string | undefined;
  /** Id of the first object by which the two differ.
   * @default - nothing was compared
   */
  readonly object?: string | undefined;
}

/** No tenant is new. */
export const noTenants: TemplateTenants = { tenants: new Set(), named: new Set(), unlike: [] };

/**
 * Proves of new tenants that they are made by template: that an older one of the same kind, parent and places, of which
 * nothing changes, has the same objects under its own names, and that all other objects name the two alike, so that
 * whatever holds of the one holds of the other. An object of somebody else counts as part of it where nothing but such
 * names was added to it.
 */
export function findTemplateTenants(question: TemplateQuestion): TemplateTenants {
  const { before, after, objects } = question;
  const known = new Set(before.model.tenants.map(({ id }) => id));
  const added = after.model.tenants.filter(({ id, kind }) => !known.has(id) && MADE.has(kind));
  if (added.length === 0) return noTenants;
  const proof = new TemplateProof(question, added);
  const unlike = added.flatMap((one) => proof.differenceOf(one) ?? []);
  const proven = added.filter(({ id }) => !unlike.some(({ tenant }) => tenant === id));
  const changed = objects.filter((one) => one.change === 'changed');
  const named = changed.filter(({ id }) => proof.isNamedOnly(id, proven)).map(({ id }) => id);
  return { tenants: new Set(proven.map(({ id }) => id)), named: new Set(named), unlike };
}

class TemplateProof {
  private readonly marks = new Map<string, TenantMarks>();
  private readonly owned: ReadonlyMap<string, readonly Resource[]>;
  private readonly speaking = new Map<string, readonly SpokenObject[]>();
  private readonly touched: ReadonlySet<string>;
  private readonly twins = new Map<string, Tenant>();

  public constructor(
    private readonly question: TemplateQuestion,
    private readonly added: readonly Tenant[],
  ) {
    const { after, objects } = question;
    this.owned = groupBy(after.resources.all, ({ tenant }) => tenant ?? '');
    this.touched = new Set(
      objects.flatMap(({ tenant, change }) => (tenant === undefined || change === 'added' ? [] : [tenant])),
    );
  }

  /** How a new tenant differs from older ones in more than its names; undefined where one is like it. */
  public differenceOf(tenant: Tenant): UnlikeTenant | undefined {
    const { id } = tenant;
    if (this.touched.has(id)) return { tenant: id };
    let first: UnlikeTenant | undefined;
    for (const twin of this.siblingsOf(tenant)) {
      const object = this.ownDifference(tenant, twin) ?? this.outerDifference(tenant, twin);
      if (object === undefined) {
        this.twins.set(id, twin);
        return undefined;
      }
      first ??= { tenant: id, twin: twin.id, object };
    }
    return first ?? { tenant: id };
  }

  /** Whether an object is as it was but for items that name these tenants, and none of those that they are like. */
  public isNamedOnly(id: string, tenants: readonly Tenant[]): boolean {
    const { before, after } = this.question;
    const [old, now] = [before.resources.tryFind(id), after.resources.tryFind(id)];
    if (old === undefined || now === undefined || old.artifact.file !== now.artifact.file) return false;
    const names = (item: JsonValue): boolean => tenants.some((one) => this.marksOf(one).isIn(canonicalJson(item)));
    const twins = [...this.twins.values()];
    let isForOthers = false;
    const rest = withoutItems(contentOf(now), (item) => {
      if (!names(item)) return false;
      isForOthers ||= twins.some((one) => this.marksOf(one).isIn(canonicalJson(item)));
      return true;
    });
    return !isForOthers && canonicalJson(rest) === canonicalJson(contentOf(old));
  }

  /** Tenants that were there, of the same kind and places, of which no object changes. */
  private siblingsOf(tenant: Tenant): readonly Tenant[] {
    const { before, objects } = this.question;
    const changed = new Set(objects.flatMap((one) => one.tenant ?? []));
    return before.model.tenants
      .filter(({ id }) => !changed.has(id) && placeOf(this.laterOf(id)) === placeOf(tenant))
      .slice(0, TWINS_MAX);
  }

  private laterOf(id: string): Tenant | undefined {
    return this.question.after.model.tenants.find((one) => one.id === id);
  }

  /** The first object that one of two tenants has and the other hasn't, names apart. */
  private ownDifference(tenant: Tenant, twin: Tenant): string | undefined {
    const [own, others] = [this.markedOf(tenant), this.markedOf(twin)];
    const without = (some: ReadonlyMap<string, string>, rest: ReadonlyMap<string, string>): readonly string[] =>
      [...some].flatMap(([text, id]) => (rest.has(text) ? [] : [id]));
    const [first] = [...without(own, others), ...without(others, own)];
    return first ?? (own.size === 0 ? tenant.id : undefined);
  }

  /** The objects of a tenant by all that they say with its names marked. */
  private markedOf(tenant: Tenant): ReadonlyMap<string, string> {
    const marks = this.marksOf(tenant);
    return new Map(
      (this.owned.get(tenant.id) ?? []).map((one) => {
        const text = canonicalJson(identityOf(one));
        return [holdsSigns(text) ? `unclear ${one.id}` : marks.mark(text, 0), one.id];
      }),
    );
  }

  /** The first object of others that doesn't say of both the same. */
  private outerDifference(tenant: Tenant, twin: Tenant): string | undefined {
    const [own, others] = [this.marksOf(tenant), this.marksOf(twin)];
    const spoken = [...this.speakingOf(tenant), ...this.speakingOf(twin)];
    const marked = (text: string, first: 0 | 1, second: 0 | 1): string =>
      looseText(JSON.parse(others.mark(own.mark(text, first), second)) as JsonValue);
    const found = spoken
      .filter(({ resource }) => resource.tenant !== tenant.id && resource.tenant !== twin.id)
      .find(({ text }) => holdsSigns(text) || marked(text, 0, 1) !== marked(text, 1, 0));
    return found?.resource.id;
  }

  /** Objects that speak of a tenant. */
  private speakingOf(tenant: Tenant): readonly SpokenObject[] {
    if (this.speaking.size === 0) this.readSpeaking();
    return this.speaking.get(tenant.id) ?? [];
  }

  /** Reads all objects once for all tenants that may be asked about. */
  private readSpeaking(): void {
    const asked = new Map(
      [...this.added, ...this.added.flatMap((one) => this.siblingsOf(one))].map((one) => [one.id, one]),
    );
    const lists = new Map<string, SpokenObject[]>([...asked.keys()].map((id) => [id, []]));
    const isAny = new RegExp(
      [...asked.values()]
        .flatMap(namesOf)
        .map((one) => literal(one))
        .join('|'),
    );
    for (const resource of this.question.after.resources.all) {
      if (!isAny.test(JSON.stringify(contentOf(resource)))) continue;
      const text = canonicalJson(identityOf(resource));
      for (const one of asked.values()) if (this.marksOf(one).isIn(text)) lists.get(one.id)?.push({ resource, text });
    }
    for (const [id, list] of lists) this.speaking.set(id, list);
  }

  private marksOf(tenant: Tenant): TenantMarks {
    const known = this.marks.get(tenant.id) ?? new TenantMarks(tenant);
    this.marks.set(tenant.id, known);
    return known;
  }
}

interface SpokenObject {
  readonly resource: Resource;
  readonly text: string;
}

function namesOf({ id, accessEnd }: Tenant): readonly string[] {
  return [id, ...(accessEnd === undefined ? [] : [accessEnd.ipv4, accessEnd.ipv6])];
}

/** Tenants that differ in these are made otherwise. */
function placeOf(tenant: Model['tenants'][number] | undefined): string | undefined {
  if (tenant === undefined) return undefined;
  const { kind, parent, homeSite, standbySite, homeCluster } = tenant;
  return canonicalJson([kind, parent ?? null, homeSite, standbySite, homeCluster]);
}

/** All that an object says. */
function contentOf({ apiVersion, body, engineArguments }: Resource): JsonValue {
  return [apiVersion, body, engineArguments ?? null];
}

/** The same with where it stands and whose it is. */
function identityOf(resource: Resource): JsonValue {
  const { site, cluster = null, system = null, zone = null, level = null, artifact } = resource;
  return [site, cluster, system, zone, level, artifact.engine, contentOf(resource)];
}
