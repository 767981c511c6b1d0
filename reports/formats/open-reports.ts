import { defineFormat } from '../define-format';
import { openReports } from '../open-reports/open-reports';

export default defineFormat({
  folder: 'open-reports',
  summary: {
    vi: 'OpenReports (openreports.io), cho các cụm và công cụ đọc được',
    en: 'OpenReports (openreports.io), for clusters and tools that know them',
  },
  reader: 'program',

  kinds: [
    { paths: ['{cluster}.json'], holds: { vi: 'kết quả của một cụm', en: 'the results of one cluster' } },
    {
      paths: ['environment.json'],
      holds: { vi: 'kết quả không thuộc cụm nào', en: 'the results that belong to no cluster' },
    },
  ],
  files: openReports,
});
