import { defineFormat } from '../define-format';
import { siteFiles } from '../site/site-files';

export default defineFormat({ folder: 'site', files: siteFiles });
