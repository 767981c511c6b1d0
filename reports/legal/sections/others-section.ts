import type { Cell, DocumentSection } from '../../document/document';
import { daysText } from '../../text/days-text';
import { markTexts } from '../../text/messages';
import { headingTitle } from './heading-title';
import type { LegalScope } from '../legal-scope';
import { legalWords as words } from '../legal-words';

/** Heading 12: the dates of the law, the exceptions in force, and what is known to be missing. */
export function othersSection({ report, owners, isNation }: LegalScope): DocumentSection {
  const ids = new Set(owners.flatMap((one) => one.systems.map(({ system }) => system.id)));
  const skipped = report.skipped.filter(({ system }) => isNation || (system !== undefined && ids.has(system)));
  const dates = report.dates.map(({ control, citation, title, mark, date, days }): readonly Cell[] => [
    { day: date },
    daysText(days),
    { cells: [citation, { code: control }] },
    title,
    markTexts[mark],
  ]);
  return {
    id: 'h12',
    title: headingTitle(12),
    notes: [
      {
        vi: 'Kênh gửi (khoản 1 Điều 35): hệ thống quản lý văn bản và điều hành, phần mềm báo cáo của Bộ Công an, thư điện tử. Chưa được ban hành, nên không có ở đây: phương pháp đánh giá rủi ro, khung quản lý rủi ro, quy định về giám sát và ứng phó sự cố, biểu mẫu tự đánh giá.',
        en: 'Channels (Art. 35.1): the document-management system, the report software of the Ministry of Public Security, e-mail. Not issued yet, so not here: the method of risk assessment, the risk-management framework, rules on monitoring and incidents, forms of self-assessment.',
      },
    ],
    tables: [
      {
        id: 'h12-dates',
        caption: { vi: 'Mốc thời gian của pháp luật', en: 'What the law dates' },
        columns: [words.date, words.left, words.citation, words.requirement, words.mark],
        rows: dates,
      },
      {
        id: 'h12-exceptions',
        caption: { vi: 'Phát hiện được miễn', en: 'Excused findings' },
        columns: [words.name, words.rules, words.system],
        rows: skipped.map(({ exception, policy, subject }) => [
          { code: exception },
          { code: policy },
          { code: subject },
        ]),
      },
    ],
  };
}
