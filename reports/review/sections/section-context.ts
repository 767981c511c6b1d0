import { riskClassNames, type RiskClass } from '../../../model/approvals/risk-class';
import type { ObjectChange } from '../../../review/objects/object-changes';
import type { ReviewContent } from '../../../review/review';

/** Of whom and where a row is. */
export interface RowOwner {
  readonly tenants: readonly string[];
  readonly zones: readonly string[];
}

/** Stands for things that are of no tenant. */
const NOBODY = '';

/** The content of a review, with what its rows need to know of each other. */
export class SectionContext {
  private readonly objects: ReadonlyMap<string, ObjectChange>;
  private readonly classes = new Map<string, Set<RiskClass>>();
  private owners: ReadonlyMap<string, RowOwner> | undefined;

  public constructor(public readonly content: ReviewContent) {
    this.objects = new Map(content.objects.map((one) => [one.id, one]));
    for (const risk of content.risks)
      for (const tenant of risk.tenants.length === 0 ? [NOBODY] : risk.tenants) {
        const known = this.classes.get(tenant) ?? new Set();
        this.classes.set(tenant, known.add(risk.class));
      }
  }

  /** Whose an object is that differs; nobody's when it stays the same. */
  public ownerOf(id: string): RowOwner {
    const found = this.objects.get(id);
    return found === undefined ? { tenants: [], zones: [] } : ownerOfObject(found);
  }

  /** Whose the objects are that a file of facts makes and that differ, by any line of it (`file:line`). */
  public ownersFrom(source: string): RowOwner {
    this.owners ??= joinedOwners(
      this.content.objects.map((one) => ({ key: fileOf(one.source), ...ownerOfObject(one) })),
    );
    return this.owners.get(fileOf(source)) ?? { tenants: [], zones: [] };
  }

  /** Whose the things are that a rule finds otherwise than before. */
  public ownersFoundBy(rule: string): RowOwner {
    const found = this.content.findings.filter(({ policy }) => policy === rule);
    const owned = found.map(({ subject, tenant }) => {
      const owner = this.ownerOf(subject);
      return { key: '', ...owner, tenants: tenant === undefined ? owner.tenants : [tenant] };
    });
    return joinedOwners(owned).get('') ?? { tenants: [], zones: [] };
  }

  /** Classes of the risks whose sentence begins with the name of a rule. */
  public classesNaming(rule: string): readonly RiskClass[] {
    const named = this.content.risks.filter(
      ({ what: { en } }) => en.startsWith(`${rule}:`) || en.startsWith(`${rule} `),
    );
    return riskClassNames.filter((name) => named.some((one) => one.class === name));
  }

  /** Of some classes of risk those of which something of these tenants is; of what is nobody's, those of nobody. */
  public classesOf(tenants: readonly string[], among: readonly RiskClass[]): readonly RiskClass[] {
    const own = (tenants.length === 0 ? [NOBODY] : tenants).map((one) => this.classes.get(one));
    return among.filter((name) => own.some((known) => known?.has(name) === true));
  }
}

function fileOf(source: string): string {
  return source.replace(/:\d+$/, '');
}

/** Owners of one key together, each once and sorted. */
function joinedOwners(all: readonly (RowOwner & { readonly key: string })[]): ReadonlyMap<string, RowOwner> {
  const joined = new Map<string, { readonly tenants: Set<string>; readonly zones: Set<string> }>();
  for (const { key, tenants, zones } of all) {
    const known = joined.get(key) ?? { tenants: new Set(), zones: new Set() };
    joined.set(key, known);
    for (const one of tenants) known.tenants.add(one);
    for (const one of zones) known.zones.add(one);
  }
  return new Map(
    [...joined].map(([key, { tenants, zones }]) => [
      key,
      { tenants: [...tenants].toSorted(), zones: [...zones].toSorted() },
    ]),
  );
}

/** Whose a changed object is. */
export function ownerOfObject({ tenant, zone }: Pick<ObjectChange, 'tenant' | 'zone'>): RowOwner {
  return { tenants: tenant === undefined ? [] : [tenant], zones: zone === undefined ? [] : [zone] };
}
