import type { Model } from '../../model/model';
import type { System } from '../../model/tenancy/system';
import type { ObjectChange } from '../objects/object-changes';

/** Everything that a change touches, counted from the objects that differ. */
export interface BlastRadius {
  /** Ids, sorted. */
  readonly sites: readonly string[];
  readonly clusters: readonly string[];
  /** How many tenants of each kind, such as `{ commune: 12, province: 1 }`. */
  readonly tenants: Readonly<Record<string, number>>;
  /** How many systems of each level, `{ "3": 12 }`. */
  readonly systems: Readonly<Record<string, number>>;
  /** People whose basic or sensitive data these systems hold, as declared. */
  readonly dataSubjects: number;
  /** Objects of the platform itself, which serves every tenant of their clusters. */
  readonly platformObjects: number;
}

/** What the objects that differ reach, by the models that know their owners, the later first. */
export function blastRadius(changes: readonly ObjectChange[], models: readonly Model[]): BlastRadius {
  const tenants = idsOf(changes, ({ tenant }) => tenant);
  const systemIds = idsOf(changes, ({ system }) => system);
  const kinds = new Map(models.toReversed().flatMap((model) => model.tenants.map(({ id, kind }) => [id, kind])));
  const known = new Map(models.toReversed().flatMap((model) => model.systems.map((one) => [one.id, one])));
  const systems = systemIds.flatMap((id) => known.get(id) ?? []);
  return {
    sites: idsOf(changes, ({ site }) => (site === '' ? undefined : site)),
    clusters: idsOf(changes, ({ cluster }) => cluster),
    tenants: countBy(tenants, (id) => kinds.get(id) ?? 'unknown'),
    systems: countBy(systems, ({ level }) => String(level)),
    dataSubjects: systems.reduce((all, one) => all + subjectsOf(one), 0),
    platformObjects: changes.filter(({ tenant, system }) => tenant === undefined && system === undefined).length,
  };
}

function subjectsOf({ dataSubjects }: System): number {
  return dataSubjects.basic + dataSubjects.sensitive;
}

function idsOf(changes: readonly ObjectChange[], of: (one: ObjectChange) => string | undefined): readonly string[] {
  return [...new Set(changes.flatMap((one) => of(one) ?? []))].toSorted();
}

function countBy<T>(items: readonly T[], of: (one: T) => string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const one of items) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
