import { defineFormat } from '../define-format';
import { historyFiles } from '../history/history-files';

export default defineFormat({
  folder: 'history',
  summary: {
    vi: 'thay đổi so với một lần đánh giá trước, khi được yêu cầu',
    en: 'what changed since an earlier judgement, when asked for',
  },
  reader: 'auditor',
  print: true,
  kinds: [
    { paths: ['history.json'], holds: { vi: 'các thay đổi dưới dạng dữ liệu', en: 'the changes as data' } },
    {
      paths: ['{language}/history.html', '{language}/history.md'],
      holds: { vi: 'các thay đổi và xu hướng', en: 'the changes and the trends' },
    },
    {
      paths: ['{language}/changed-clauses.csv'],
      holds: { vi: 'từng điều khoản có thay đổi', en: 'each clause that changed' },
    },
    {
      paths: ['{language}/changed-agencies.csv'],
      holds: { vi: 'từng cơ quan có thay đổi', en: 'each agency that changed' },
    },
    {
      paths: ['{language}/changed-rules.csv'],
      holds: { vi: 'quy tắc thêm vào hoặc bỏ đi', en: 'rules that were added or are gone' },
    },
    {
      paths: ['{language}/trend.csv'],
      holds: { vi: 'mỗi gói bằng chứng với các con số', en: 'each bundle with its numbers' },
    },
    {
      paths: ['{language}/trend-clauses.csv'],
      holds: { vi: 'trạng thái từng điều khoản ở mỗi gói', en: 'the state of each clause at each bundle' },
    },
    {
      paths: ['{language}/trend-agencies.csv'],
      holds: { vi: 'từng cơ quan ở mỗi gói', en: 'each agency at each bundle' },
    },
  ],
  files: historyFiles,
});
