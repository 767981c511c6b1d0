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
    { paths: ['{language}/history.html', '{language}/history.md'], holds: { vi: 'các thay đổi', en: 'the changes' } },
  ],
  files: historyFiles,
});
