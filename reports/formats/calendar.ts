import { defineFormat, type ReportSource } from '../define-format';
import { renderCalendar } from '../due/calendar';

export default defineFormat({
  file: 'report.ics',
  mediaType: 'text/calendar; charset=utf-8',
  render: ({ report }: Pick<ReportSource, 'report'>) => renderCalendar(report),
});
