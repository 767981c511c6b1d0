import type { System } from '../../model/tenancy/system';
import { sortedJson } from '../sorted-json';
import type { LegalOwner, LegalReport, LegalRequirement, LegalSystem } from './legal-report';

/** One requirement that binds a system; the clause by its id alone. */
export interface LegalRequirementData extends Omit<LegalRequirement, 'clause'> {
  /** Id of the clause, as in `report.json`. */
  readonly clause: string;
}

/** What is known of a system beside the requirements that bind it. */
type SystemIdentity = Pick<
  System,
  | 'id'
  | 'officialName'
  | 'owner'
  | 'operator'
  | 'securityUnit'
  | 'type'
  | 'level'
  | 'levelBasis'
  | 'critical'
  | 'dossier'
>;

/** A system of an owner as data. */
export interface LegalSystemData extends SystemIdentity, Pick<LegalSystem, 'plan' | 'states'> {
  readonly requirements: readonly LegalRequirementData[];
  /** Ids of the signed records of its inspections in the window of the data, as in `report.json`, oldest first. */
  readonly inspections: readonly string[];
}

/** An owner of systems as data. */
export interface LegalOwnerData extends Pick<LegalOwner, 'id' | 'officialName' | 'totals'> {
  readonly systems: readonly LegalSystemData[];
}

/** The yearly report as data: every clause and record by its id alone, since `report.json` holds them. */
export interface LegalData extends Omit<LegalReport, 'owners'> {
  /** Sorted by id. */
  readonly owners: readonly LegalOwnerData[];
}

/** The yearly report as JSON. */
export function legalJson(legal: LegalReport): string {
  return sortedJson({ ...legal, owners: legal.owners.map(ownerData) } satisfies LegalData);
}

function ownerData({ id, officialName, systems, totals }: LegalOwner): LegalOwnerData {
  return { id, officialName, totals, systems: systems.map(systemData) };
}

function systemData({ system, plan, states, requirements, inspections }: LegalSystem): LegalSystemData {
  const { id, officialName, owner, operator, securityUnit, type, level, levelBasis, critical, dossier } = system;
  return {
    id,
    officialName,
    owner,
    operator,
    securityUnit,
    type,
    level,
    levelBasis,
    critical,
    dossier,
    plan,
    states,
    requirements: requirements.map(({ clause, ...said }) => ({ clause: clause.id, ...said })),
    inspections: inspections.map((one) => one.id),
  };
}
