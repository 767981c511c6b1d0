import { byRule, stateGoal, topicOnly, type Automation } from '../controls/automation';
import { controls, findControl, findInstrument, type CatalogControl, type ControlId } from '../controls/control';
import { knownDate } from '../controls/effective-date';
import type { Level } from '../level';
import type { Model } from '../model';
import type { System } from '../tenancy/system';
import type { AttestedSubject, DeclaredPeriod, DutyPart } from './attestation';
import { dutyParts } from './attestation';
import { rhythmOf, type Rhythm } from './rhythm';

/** A manual control that binds one subject: what has to be attested. */
export interface Duty {
  readonly subject: AttestedSubject;
  readonly control: ControlId;
  /** @default - the duty has no halves */
  readonly part?: DutyPart | undefined;
  /** Tenant that answers for it.
   * @default - the platform and the nation are no tenant's
   */
  readonly owner?: string | undefined;
  readonly rhythm: Rhythm;
  /** The day from which it is counted where nothing was attested: `YYYY-MM-DD`.
   * @default - neither law nor facts say from when
   */
  readonly start?: string | undefined;
}

/** Duties that ask for each of two halves: penetration from outside and from inside (TCVN 14423:2026 6.18, 7.18). */
const halved: ReadonlySet<ControlId> = new Set(['tcvn-14423-6.18.2.2', 'tcvn-14423-7.18.2.2']);

/** Inspections and assessments, which a unit independent of the operator carries out (Decree 331/2026 Art. 31.2 c). */
const independent: ReadonlySet<ControlId> = new Set(['d331-27', 'd331-28.5a', 'd331-31.2c']);

/** The halves of a control; undefined alone where it has none. */
export function partsOf(control: ControlId): readonly (DutyPart | undefined)[] {
  return halved.has(control) ? dutyParts : [undefined];
}

/** Whether who attests a control must be independent of who operates the system. */
export function needsIndependence(control: ControlId): boolean {
  return independent.has(control);
}

/** Whether records on a control count: former and draft instruments bind nobody. */
export function isAttestable({ instrument }: CatalogControl): boolean {
  const { status } = findInstrument(instrument);
  return status === 'in-force' || status === 'not-read';
}

/** Goals of the state are nobody's here, and of a clause that nobody read nobody can say what to do. */
const unattested: readonly Automation[] = [byRule, stateGoal, topicOnly];

const manual = controls.filter((control) => !unattested.includes(control.automation) && isAttestable(control));

/** What duties are made from. */
export type DutyModel = Pick<Model, 'systems' | 'sites' | 'attestations'>;

/** Every duty of an environment that no rule can tell, sorted by control, then subject, then half. */
export function dutiesOf(model: DutyModel): readonly Duty[] {
  const subjects = new DutySubjects(model);
  return manual.flatMap((control) => subjects.boundBy(control).flatMap((bound) => subjects.duties(control, bound)));
}

/** A duty on which there is a record though a rule answers its control, or it binds the subject by no level. */
export function dutyFor(
  model: DutyModel,
  id: ControlId,
  about: AttestedSubject & { part?: DutyPart | undefined },
): Duty {
  const subjects = new DutySubjects(model);
  const duties = subjects.duties(findControl(id), subjects.describe(about));
  return duties.find(({ part }) => part === about.part) ?? { subject: about, control: id, rhythm: { kind: 'unfixed' } };
}

/** A subject with what its duties depend on. */
interface BoundSubject extends AttestedSubject {
  readonly owner?: string | undefined;
  readonly system?: System | undefined;
  readonly levels: readonly Level[];
}

class DutySubjects {
  private readonly declared: ReadonlyMap<string, DeclaredPeriod>;
  private readonly byKind: Readonly<Record<AttestedSubject['kind'], readonly BoundSubject[]>>;

  public constructor({ systems, attestations }: DutyModel) {
    this.declared = new Map((attestations?.periods ?? []).map((one) => [one.control, one]));
    this.byKind = {
      system: systems.map((system) => ({
        kind: 'system',
        id: system.id,
        owner: system.owner,
        system,
        levels: [system.level],
      })),
      site: hostsOf(systems),
      tenant: [...new Set(systems.map(({ owner }) => owner))]
        .toSorted()
        .map((id) => ({ kind: 'tenant', id, owner: id, levels: [] })),
      platform: [{ kind: 'platform', id: 'platform', levels: [] }],
      nation: [{ kind: 'nation', id: 'nation', levels: [] }],
    };
  }

  /** The subjects that a control binds: by level where it names some; systems are never bound without one. */
  public boundBy({ scope, levels }: CatalogControl): readonly BoundSubject[] {
    const all = this.byKind[scope];
    if (levels.length === 0) return scope === 'system' ? [] : all;
    return all.filter((one) => one.levels.some((level) => levels.includes(level)));
  }

  public describe({ kind, id }: AttestedSubject): BoundSubject {
    return this.byKind[kind].find((one) => one.id === id) ?? { kind, id, levels: [] };
  }

  public duties(control: CatalogControl, { kind, id, owner, system }: BoundSubject): readonly Duty[] {
    const declared = this.declared.get(control.id);
    const rhythm = rhythmOf(control, declared, system);
    const start = declared?.from ?? startOf(control, system, rhythm);
    return partsOf(control.id).map((part) => ({
      subject: { kind, id },
      control: control.id,
      part,
      owner,
      rhythm,
      start,
    }));
  }
}

/** The places that systems run in, each with the highest level of theirs. */
function hostsOf(systems: readonly System[]): readonly BoundSubject[] {
  const levels = new Map<string, Level>();
  for (const { level, placements } of systems)
    for (const { site } of placements) if (level > (levels.get(site) ?? 0)) levels.set(site, level);
  return [...levels]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, level]) => ({ kind: 'site', id, levels: [level] }));
}

/**
 * The day from which a duty is counted: when the law took effect, and of a system not before it was in operation. Where
 * the sources state no day of effect there is none.
 */
function startOf(control: CatalogControl, system: System | undefined, { kind }: Rhythm): string | undefined {
  const effective = knownDate(control.effectiveFrom);
  if (effective === undefined || kind === 'unfixed') return undefined;
  const operating = system?.dossier.operatingSince;
  if (system === undefined || kind === 'once') return effective;
  return operating === undefined ? undefined : operating > effective ? operating : effective;
}
