import type { RiskClass } from '../../../model/approvals/risk-class';
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

  /** Of some classes of risk those of which something of these tenants is; of what is nobody's, those of nobody. */
  public classesOf(tenants: readonly string[], among: readonly RiskClass[]): readonly RiskClass[] {
    const own = (tenants.length === 0 ? [NOBODY] : tenants).map((one) => this.classes.get(one));
    return among.filter((name) => own.some((known) => known?.has(name) === true));
  }
}

/** Whose a changed object is. */
export function ownerOfObject({ tenant, zone }: Pick<ObjectChange, 'tenant' | 'zone'>): RowOwner {
  return { tenants: tenant === undefined ? [] : [tenant], zones: zone === undefined ? [] : [zone] };
}
