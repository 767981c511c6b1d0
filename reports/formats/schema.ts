import { defineFormat } from '../define-format';
import { schemaFiles } from '../schema/schema-files';

export default defineFormat({
  folder: 'schema',
  summary: { vi: 'JSON Schema của từng tệp dữ liệu', en: 'the JSON Schema of each file of data' },
  reader: 'program',

  kinds: [
    {
      paths: ['{file}.schema.json'],
      holds: { vi: 'lược đồ của tệp cùng tên', en: 'the schema of the file of that name' },
    },
  ],
  files: schemaFiles,
});
