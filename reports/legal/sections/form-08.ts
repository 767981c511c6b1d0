import { inspectedCell } from './inspected-section';
import type { DocumentSection, DocumentTable } from '../../document/document';
import { declaredDay, nameOf, notKnown, type LegalScope } from '../legal-scope';
import { approvalTexts, legalWords as words, planTexts } from '../legal-words';
import { planTone } from './plan-tone';

/** Parts 1 and 3 of form 08; part 2 is heading 1 of the article. */
export function formSection(scope: LegalScope): DocumentSection {
  return {
    id: 'form-08',
    title: { vi: 'Mẫu số 08: tổng hợp', en: 'Form 08: summary' },
    notes: [
      {
        vi: '▤ Ngày và trạng thái phê duyệt là khai báo của chủ quản. Phần 2 của mẫu là mục 1 dưới đây. Cột ghi “không có trong mô hình” phải được người lập báo cáo bổ sung.',
        en: '▤ Dates and states of approval are what the owner declares. Part 2 of the form is heading 1 below. Who makes the report fills in what is “not in the model”.',
      },
    ],
    tables: [totalsTable(scope), systemsTable(scope)],
  };
}

function totalsTable({ totals }: LegalScope): DocumentTable {
  const declared = words.declared;
  return {
    id: 'form-08-1',
    caption: { vi: '1. Thông tin chung', en: '1. Totals' },
    columns: [words.content, words.number, words.howItIsKnown],
    rows: [
      [{ vi: 'Tổng số hệ thống thông tin thuộc phạm vi quản lý', en: 'Systems' }, totals.systems, declared],
      [{ vi: 'Đã được phân loại', en: 'With a stated type' }, totals.classified, declared],
      [{ vi: 'Đã xây dựng hồ sơ đề xuất cấp độ', en: 'With a level dossier' }, totals.dossiers, declared],
      [{ vi: 'Đã được thẩm định hồ sơ', en: 'Appraised' }, totals.appraised, declared],
      [{ vi: 'Đã được phê duyệt cấp độ', en: 'Approved' }, totals.approved, declared],
      [
        { vi: 'Được kiểm tra, đánh giá định kỳ theo quy định', en: 'Inspected periodically' },
        totals.inspected,
        words.signedWord,
      ],
      [{ vi: 'Dự kiến hoàn thành phê duyệt tất cả', en: 'Approval of all expected' }, notKnown, words.notKnown],
    ],
  };
}

function systemsTable(scope: LegalScope): DocumentTable {
  return {
    id: 'form-08-3',
    caption: { vi: '3. Thông tin chi tiết về các hệ thống thông tin', en: '3. The systems in detail' },
    columns: [
      words.index,
      words.system,
      words.owner,
      words.operator,
      words.level,
      words.approval,
      words.decision,
      words.regulation,
      words.expectedApproval,
      words.plan,
      words.expectedPlan,
      words.inspected,
    ],
    rows: scope.systems.map(({ system, plan, inspections }, index) => [
      index + 1,
      { cells: [system.officialName, { code: system.id }] },
      nameOf(scope, system.owner),
      nameOf(scope, system.operator),
      system.level,
      approvalTexts[system.dossier.state],
      declaredDay(system.dossier.approvedOn),
      declaredDay(system.dossier.regulationIssuedOn),
      system.dossier.approvedOn === undefined ? notKnown : '–',
      { state: planTexts[plan], tone: planTone(plan) },
      plan === 'full-proved' || plan === 'full-declared' ? '–' : notKnown,
      inspectedCell(inspections),
    ]),
  };
}
