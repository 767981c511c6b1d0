import { defineFormat, type ReportSource } from '../define-format';
import { renderCalendar } from '../due/calendar';

export default defineFormat({
  summary: { vi: 'lịch những việc đến hạn và ngày hết hạn', en: 'a calendar of what is due and when it ends' },
  reader: 'owner',
  file: 'report.ics',
  mediaType: 'text/calendar; charset=utf-8',
  render: ({ report }: Pick<ReportSource, 'report'>) => renderCalendar(report),
});
