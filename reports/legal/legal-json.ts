import { sortedJson } from '../sorted-json';
import type { LegalOwner, LegalReport, LegalSystem } from './legal-report';

/** The report as data: every clause by its id alone, since `report.json` holds the clauses. */
export function legalJson(legal: LegalReport): string {
  return sortedJson({ ...legal, owners: legal.owners.map(ownerData) });
}

function ownerData({ id, officialName, systems, totals }: LegalOwner): unknown {
  return { id, officialName, totals, systems: systems.map(systemData) };
}

function systemData({ system, plan, states, requirements }: LegalSystem): unknown {
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
  };
}
