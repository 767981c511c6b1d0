import { defineFormat } from '../define-format';
import { tables } from '../tables/tables';

export default defineFormat({
  folder: 'csv',
  summary: { vi: 'các bảng của báo cáo cho bảng tính', en: 'the tables of the report for spreadsheets' },
  reader: 'reviewer',
  kinds: [
    {
      paths: ['{language}/clauses.csv'],
      holds: { vi: 'từng điều khoản với trạng thái', en: 'each clause with its state' },
    },
    {
      paths: ['{language}/rules.csv'],
      holds: { vi: 'từng quy tắc với số lần đánh giá', en: 'each rule with its counts' },
    },
    {
      paths: ['{language}/findings.csv'],
      holds: { vi: 'từng phát hiện, kể cả phát hiện được miễn trừ', en: 'each finding, the excused ones too' },
    },
    { paths: ['{language}/systems.csv'], holds: { vi: 'từng hệ thống thông tin', en: 'each information system' } },
    {
      paths: ['{language}/attestations.csv'],
      holds: { vi: 'từng hồ sơ đã ký', en: 'each signed record' },
    },
    {
      paths: ['{language}/duties.csv'],
      holds: { vi: 'từng nghĩa vụ cần hồ sơ', en: 'each duty that asks for a record' },
    },
    {
      paths: ['{language}/points.csv'],
      holds: {
        vi: 'mỗi điểm nói gì về từng quy tắc, khi các cụm được hỏi',
        en: 'what each point says of each rule, where clusters were asked',
      },
    },
  ],
  files: tables,
});
