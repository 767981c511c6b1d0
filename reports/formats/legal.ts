import { defineFormat } from '../define-format';
import { legalFiles } from '../legal/legal-files';

export default defineFormat({
  folder: 'legal',
  summary: {
    vi: 'báo cáo hằng năm theo Điều 36 (mẫu 08) Nghị định 331/2026/NĐ-CP',
    en: 'the yearly report of Decree 331/2026 Art. 36 (form 08)',
  },
  reader: 'owner',
  print: true,
  kinds: [
    { paths: ['legal.json'], holds: { vi: 'báo cáo dưới dạng dữ liệu', en: 'the report as data' } },
    {
      paths: ['{language}/nation.html', '{language}/nation.md', '{language}/nation.xlsx'],
      holds: { vi: 'báo cáo của cả nước', en: 'the report of the nation' },
    },
    {
      paths: ['{language}/nation.systems.csv'],
      holds: { vi: 'báo cáo của cả nước, từng hệ thống', en: 'the report of the nation, each system' },
    },
    {
      paths: ['{language}/nation.requirements.csv'],
      holds: {
        vi: 'báo cáo của cả nước, từng yêu cầu của từng hệ thống',
        en: 'the report of the nation, each requirement of each system',
      },
    },
    {
      paths: ['{language}/owners/{agency}.html', '{language}/owners/{agency}.md', '{language}/owners/{agency}.xlsx'],
      holds: { vi: 'báo cáo của một chủ quản', en: 'the report of one owner' },
    },
    {
      paths: ['{language}/owners/{agency}.systems.csv'],
      holds: { vi: 'báo cáo của một chủ quản, từng hệ thống', en: 'the report of one owner, each system' },
    },
    {
      paths: ['{language}/owners/{agency}.requirements.csv'],
      holds: {
        vi: 'báo cáo của một chủ quản, từng yêu cầu của từng hệ thống',
        en: 'the report of one owner, each requirement of each system',
      },
    },
  ],
  files: legalFiles,
});
