import type { Attestation } from '../../../model/attestations/attestation';
import { outcomeTexts } from '../../due/due-texts';
import type { Cell, DocumentSection } from '../../document/document';
import type { LegalScope } from '../legal-scope';
import { legalWords as words } from '../legal-words';
import { headingTitle } from './heading-title';
import { headings } from './headings';

/** Heading 8: which systems were inspected in the window of the data, by signed records alone. */
export function inspectedSection({ systems, totals }: LegalScope): DocumentSection {
  const rows = systems.flatMap(({ system, inspections }) =>
    inspections.map(({ doneOn, by, outcome, document }): readonly Cell[] => [
      { cells: [system.officialName, { code: system.id }] },
      { day: doneOn },
      by.name,
      by.independent ? words.yes : words.none,
      outcomeTexts[outcome],
      { cells: [document.name, { code: document.digest }] },
    ]),
  );
  const columns = [
    words.system,
    words.inspectedOn,
    words.inspectedBy,
    words.independent,
    words.outcome,
    words.document,
  ];
  return {
    id: 'h8',
    title: headingTitle(8),
    notes: [
      {
        vi: '✎ Hồ sơ kiểm tra theo Điều 27 và điểm a khoản 5 Điều 28 là lời của người ký; quy tắc chỉ kiểm tra chữ ký. Đánh giá bằng quy tắc trên bộ tạo tác không thay cho kiểm tra.',
        en: '✎ A record of an inspection (Art. 27, 28.5 a) is its signer’s word; rules check the signature alone. Judging the assembly by rules doesn’t replace an inspection.',
      },
    ],
    tables: [
      {
        id: 'h8-counts',
        caption: headings[8],
        columns: [words.content, words.number],
        rows: [
          [words.signedWord, totals.inspected],
          [words.noInspection, totals.systems - totals.inspected],
        ],
      },
      ...(rows.length === 0 ? [] : [{ id: 'h8-records', caption: words.signedWord, columns, rows }]),
    ],
  };
}

/** The day of the newest inspection of a system, or that there is no record of one. */
export function inspectedCell(inspections: readonly Attestation[]): Cell {
  const last = inspections.at(-1);
  return last === undefined ? { state: words.noInspection, tone: 'warn' } : { day: last.doneOn };
}
