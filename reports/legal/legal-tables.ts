import type { Language, Text } from '../../model/text';
import { cellText } from '../document/cell-text';
import type { Cell } from '../document/document';
import { markTexts, stateTexts } from '../text/messages';
import { rowId } from '../text/row-id';
import { groundsOf } from './sections/identity-sections';
import type { LegalRequirement, LegalSystem } from './legal-report';
import { nameOf, type LegalScope } from './legal-scope';
import { approvalTexts, legalWords as words, planTexts, systemTypeTexts } from './legal-words';

/** A table for other programs: names of columns, and rows of plain values. */
export interface LegalTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** One row for each system, with all that is declared and proved of it; an empty cell is what the model doesn't hold. */
export function systemsTable(scope: LegalScope, language: Language): LegalTable {
  const text = (cell: Cell): string => cellText(cell, language);
  return {
    columns: systemColumns.map((column) => column[language]),
    rows: scope.systems.map(({ system, plan, states, requirements }) => [
      system.id,
      system.officialName[language],
      system.owner,
      text(nameOf(scope, system.owner)),
      system.operator,
      system.securityUnit,
      systemTypeTexts[system.type][language],
      system.level,
      text(groundsOf(system)),
      (system.critical ? words.yes : words.none)[language],
      approvalTexts[system.dossier.state][language],
      system.dossier.appraisedOn ?? '',
      system.dossier.approvedOn ?? '',
      system.dossier.regulationIssuedOn ?? '',
      system.dossier.planCarriedOutOn ?? '',
      system.dossier.readyOn ?? '',
      system.dossier.operatingSince ?? '',
      planTexts[plan][language],
      requirements.length,
      states.holds,
      states['in-part'],
      states.fails + states.unknown + states.excepted,
      states.evidence + states.procedure,
      states['not-covered'],
      states['not-applicable'],
    ]),
  };
}

const critical: Text = { vi: 'Quan trọng về an ninh quốc gia', en: 'Critical to national security' };

const systemColumns: readonly Text[] = [
  { vi: 'Mã hệ thống', en: 'System id' },
  words.system,
  { vi: 'Mã chủ quản', en: 'Owner id' },
  words.owner,
  words.operator,
  words.securityUnit,
  words.type,
  words.level,
  words.levelBasis,
  critical,
  words.approval,
  words.appraisedOn,
  words.approvedOn,
  words.issuedOn,
  words.planCarriedOutOn,
  words.readyOn,
  words.operatingSince,
  words.plan,
  words.all,
  words.proved,
  words.inPart,
  words.against,
  words.onRecords,
  words.uncovered,
  words.notApplicable,
];

/** One row for each requirement that binds a system, in the order of `requirementColumns`. */
export function requirementRows(one: LegalSystem, language: Language): LegalTable['rows'] {
  return one.requirements.map((requirement) => rowOf(one, requirement, language));
}

function rowOf(
  { system }: LegalSystem,
  { clause, state, own, shared, against }: LegalRequirement,
  language: Language,
): readonly (string | number)[] {
  return [
    rowId(system.owner),
    rowId(system.id),
    system.level,
    clause.id,
    clause.citation[language],
    clause.title[language],
    markTexts[clause.mark][language],
    stateTexts[state][language],
    own,
    shared,
    against.join(' '),
  ];
}

/** What a row of a requirement tells. */
export const requirementColumns: readonly Text[] = [
  { vi: 'Mã chủ quản', en: 'Owner id' },
  { vi: 'Mã hệ thống', en: 'System id' },
  words.level,
  { vi: 'Mã điều khoản', en: 'Clause id' },
  words.citation,
  words.requirement,
  words.mark,
  words.state,
  { vi: 'Lần đánh giá trên đối tượng riêng', en: 'Judgements of its own objects' },
  { vi: 'Lần đánh giá trên hạ tầng dùng chung', en: 'Judgements of what it shares' },
  words.rules,
];
