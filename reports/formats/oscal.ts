import { defineFormat } from '../define-format';
import { oscalFiles } from '../oscal/oscal-files';

export default defineFormat({
  folder: 'oscal',
  summary: { vi: 'chuỗi tài liệu OSCAL 1.2, cho công cụ kiểm toán', en: 'the OSCAL 1.2 chain, for audit tools' },
  reader: 'program',

  kinds: [
    { paths: ['{language}/catalog.json'], holds: { vi: 'danh mục điều khoản', en: 'the catalog of clauses' } },
    { paths: ['{language}/profile.json'], holds: { vi: 'điều khoản ràng buộc', en: 'the clauses that bind' } },
    {
      paths: ['{language}/profile-level-{level}.json'],
      holds: { vi: 'điều khoản ràng buộc ở một cấp độ', en: 'the clauses that bind a level' },
    },
    {
      paths: ['{language}/mapping-collection.json'],
      holds: { vi: 'đối chiếu với các tiêu chuẩn khác', en: 'the crosswalk to other standards' },
    },
    {
      paths: ['{language}/component-definition.json'],
      holds: { vi: 'các quy tắc và điều khoản mà chúng trả lời', en: 'the rules and the clauses that they answer' },
    },
    {
      paths: ['{language}/system-security-plan.json'],
      holds: { vi: 'kế hoạch bảo đảm an ninh của nền tảng', en: 'the security plan of the platform' },
    },
    {
      paths: ['{language}/assessment-plan.json'],
      holds: { vi: 'kế hoạch đánh giá', en: 'the plan of the assessment' },
    },
    {
      paths: ['{language}/assessment-results.json'],
      holds: { vi: 'kết quả đánh giá', en: 'the results of the assessment' },
    },
    {
      paths: ['{language}/plan-of-action-and-milestones.json'],
      holds: {
        vi: 'việc phải khắc phục; không có khi không còn gì',
        en: 'what is to be mended; absent when nothing is',
      },
    },
    {
      paths: ['evaluations.json'],
      holds: { vi: 'mọi đánh giá, đúng như cổng kiểm soát đã ghi', en: 'every evaluation, as the gate wrote it' },
    },
  ],
  files: oscalFiles,
});
