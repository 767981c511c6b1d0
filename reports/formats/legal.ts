import { defineFormat } from '../define-format';
import { legalFiles } from '../legal/legal-files';

export default defineFormat({ folder: 'legal', files: legalFiles });
