import { defineFormat } from '../define-format';
import { openReports } from '../open-reports/open-reports';

export default defineFormat({ folder: 'open-reports', files: openReports });
