import type { Text } from '../../../model/text';
import type { Cell, DocumentSection } from '../../document/document';
import { isApproved } from '../build-legal-report';
import { inspectedSection } from './inspected-section';
import { headingTitle } from './heading-title';
import { headings } from './headings';
import type { LegalSystem } from '../legal-report';
import { declaredDay, nameOf, notKnown, type LegalScope } from '../legal-scope';
import { legalWords as words } from '../legal-words';

/** The rule that checks that the regulation is issued before the dossier is approved (Art. 30.7). */
const REGULATION_ORDER = 'd331-30.7';
/** The clauses whose rules check that the steps of a dossier stand in their order. */
const STEPS_ORDER = 'd331-28.3';

/** Heading 4: what is approved, and whether its dates stand in the legal order. */
export function approvedSection(scope: LegalScope): DocumentSection {
  const rows = scope.systems
    .filter(isApproved)
    .map((one): readonly Cell[] => [
      systemCell(one),
      nameOf(scope, one.system.owner),
      one.system.level,
      declaredDay(one.system.dossier.appraisedOn),
      declaredDay(one.system.dossier.approvedOn),
      orderCell(one, STEPS_ORDER),
    ]);
  const columns = [words.system, words.owner, words.level, words.appraisedOn, words.approvedOn, words.order];
  return {
    id: 'h4',
    title: headingTitle(4),
    notes: [datesDeclared],
    tables: [{ id: 'h4-approved', caption: headings[4], columns, rows }],
  };
}

const datesDeclared: Text = {
  vi: '▤ Ngày là khai báo trong hồ sơ; quy tắc chỉ kiểm tra trình tự của chúng, không kiểm tra văn bản.',
  en: '▤ Dates are declared in the dossier; rules check their order alone, never the documents.',
};

/** Headings 6 to 8: the regulation, compliance with it, and inspections. */
export function regulationSections(scope: LegalScope): readonly DocumentSection[] {
  const withOne = scope.systems.filter(({ system }) => system.dossier.regulationIssuedOn !== undefined);
  const rows = withOne.map((one): readonly Cell[] => [
    systemCell(one),
    nameOf(scope, one.system.owner),
    declaredDay(one.system.dossier.regulationIssuedOn),
    orderCell(one, REGULATION_ORDER),
  ]);
  return [
    {
      id: 'h6',
      title: headingTitle(6),
      notes: [datesDeclared],
      tables: [
        {
          id: 'h6-regulation',
          caption: headings[6],
          columns: [words.system, words.owner, words.issuedOn, words.order],
          rows,
        },
      ],
    },
    complianceSection(withOne.length, {
      vi: 'Mô hình chỉ có ngày ban hành Quy chế, không có nội dung và không có kết quả kiểm tra việc tuân thủ; không hệ thống nào được tính là tuân thủ.',
      en: 'The model holds the day of issue alone, neither content nor results of checks; no system is counted as complying.',
    }),
    inspectedSection(scope),
  ];
}

function complianceSection(systems: number, why: Text): DocumentSection {
  return {
    id: 'h7',
    title: headingTitle(7),
    notes: [why],
    tables: [
      {
        id: 'h7-counts',
        caption: headings[7],
        columns: [words.content, words.number],
        rows: [
          [words.proved, 0],
          [words.notKnown, systems],
        ],
      },
    ],
  };
}

/** Heading 11: the decisions that issue the regulations. */
export function decisionSection(scope: LegalScope): DocumentSection {
  const rows = scope.systems.map((one): readonly Cell[] => [
    systemCell(one),
    declaredDay(one.system.dossier.regulationIssuedOn),
    notKnown,
  ]);
  return {
    id: 'h11',
    title: headingTitle(11),
    notes: [datesDeclared],
    tables: [
      {
        id: 'h11-decisions',
        caption: headings[11],
        columns: [words.system, words.issuedOn, words.decisionNumber],
        rows,
      },
    ],
  };
}

/** A system by its official name and id. */
export function systemCell({ system }: LegalSystem): Cell {
  return { cells: [system.officialName, { code: system.id }] };
}

function orderCell({ requirements }: LegalSystem, clause: string): Cell {
  const found = requirements.find((one) => one.clause.id === clause);
  if (found === undefined || found.own + found.shared === 0) return { state: words.orderUnknown, tone: 'warn' };
  return found.against.length === 0
    ? { state: words.orderHolds, tone: 'good' }
    : { state: words.orderFails, tone: 'bad' };
}
