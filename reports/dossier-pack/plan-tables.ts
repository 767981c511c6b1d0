import { citationOf, findControl } from '../../model/controls/control';
import type { Cell, DocumentTable } from '../document/document';
import { dutyStateTexts, outcomeTexts, partTexts, rhythmText } from '../due/due-texts';
import { legalWords } from '../legal/legal-words';
import type { Report, ReportDue } from '../report';
import { messages } from '../text/messages';
import { dutiesOf, type DossierSubject } from './dossier-subject';
import { dossierWords as words } from './dossier-words';

/** What stands behind the parts on inspection and risk: signed records, duties that people attest, and findings. */
export function planTables(subject: DossierSubject): readonly DocumentTable[] {
  return [inspections(subject), duties(subject), findings(subject)];
}

function inspections({ legal }: DossierSubject): DocumentTable {
  const rows = legal.inspections.map(({ doneOn, by, outcome, document }): readonly Cell[] => [
    { day: doneOn },
    by.name,
    by.independent ? legalWords.yes : legalWords.none,
    outcomeTexts[outcome],
    { cells: [document.name, { code: document.digest }] },
  ]);
  const { inspectedOn, inspectedBy, independent, outcome, document } = legalWords;
  return {
    id: 'plan-inspections',
    caption: { vi: 'Hồ sơ kiểm tra, đánh giá đã ký trong kỳ', en: 'Signed records of inspections in the window' },
    columns: [inspectedOn, inspectedBy, independent, outcome, document],
    rows,
  };
}

/** Duties with a day or a record; what was never attested and has no day stands among the requirements. */
function duties(subject: DossierSubject): DocumentTable {
  const own = dutiesOf(subject).filter(({ due, last }) => due !== undefined || last !== undefined);
  return {
    id: 'plan-duties',
    caption: { vi: 'Nghĩa vụ có hạn hoặc có hồ sơ đã ký', en: 'Duties with a day or a signed record' },
    columns: [words.citation, words.requirement, words.state, words.dueOn, words.rhythm, words.lastRecord],
    rows: own.map((one) => dutyRow(one)),
  };
}

function dutyRow({ control: id, part, state, due, rhythm, last }: ReportDue): readonly Cell[] {
  const control = findControl(id);
  return [
    { cells: [{ vi: citationOf(control, 'vi'), en: citationOf(control, 'en') }, { code: id }] },
    part === undefined ? control.title : { cells: [control.title, partTexts[part]] },
    { state: dutyStateTexts[state], tone: state === 'overdue' || state === 'not-met' ? 'bad' : 'plain' },
    due === undefined ? '–' : { day: due },
    rhythmText(rhythm),
    last === undefined ? '–' : { code: last },
  ];
}

function findings({ legal, report }: DossierSubject): DocumentTable {
  const { id } = legal.system;
  const open = report.findings.filter(({ system }) => system === id);
  const excused = report.skipped.filter(({ system }) => system === id);
  return {
    id: 'plan-findings',
    caption: { vi: 'Phát hiện của quy tắc và ngoại lệ', en: 'Findings of rules, and exceptions' },
    columns: [words.rule, words.state, words.found, words.exception],
    rows: [
      ...open.map((one) => findingRow(one, one.verdict)),
      ...excused.map((one) => [...findingRow(one, 'skipped').slice(0, -1), { code: one.exception }]),
    ],
  };
}

function findingRow(
  { policy, subject, where, got, want }: Report['findings'][number] | Report['skipped'][number],
  verdict: 'fail' | 'unknown' | 'error' | 'skipped',
): readonly Cell[] {
  const found = [where, got, want].filter((part) => part !== '').join('; ');
  return [
    { code: policy },
    { state: messages[verdict], tone: verdict === 'skipped' ? 'warn' : 'bad' },
    { cells: [{ code: subject }, found] },
    '–',
  ];
}
