import { defineFormat, type ReportSource } from '../define-format';
import { sortedJson } from '../sorted-json';

export default defineFormat({
  summary: { vi: 'toàn bộ báo cáo dưới dạng dữ liệu', en: 'the whole report as data' },
  reader: 'program',
  file: 'report.json',
  mediaType: 'application/json',
  render: ({ report }: Pick<ReportSource, 'report'>) => sortedJson(report),
});
