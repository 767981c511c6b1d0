import { defineFormat } from '../define-format';
import { schemaFiles } from '../schema/schema-files';

export default defineFormat({ folder: 'schema', files: schemaFiles });
