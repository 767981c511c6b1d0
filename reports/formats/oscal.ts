import { defineFormat } from '../define-format';
import { oscalFiles } from '../oscal/oscal-files';

export default defineFormat({ folder: 'oscal', files: oscalFiles });
