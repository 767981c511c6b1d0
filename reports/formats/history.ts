import { defineFormat } from '../define-format';
import { historyFiles } from '../history/history-files';

export default defineFormat({ folder: 'history', files: historyFiles });
