import { defineFormat } from '../define-format';
import { dossierFiles } from '../dossier-pack/dossier-files';

export default defineFormat({ folder: 'dossiers', files: dossierFiles });
