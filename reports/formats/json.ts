import { defineFormat, type ReportSource } from '../define-format';
import { sortedJson } from '../sorted-json';

export default defineFormat({
  file: 'report.json',
  mediaType: 'application/json',
  render: ({ report }: Pick<ReportSource, 'report'>) => sortedJson(report),
});
