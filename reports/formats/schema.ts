import { defineFormat } from '../define-format';
import schema from '../schema/report.schema.json';

/** The JSON Schema of the report in JSON, for whoever reads it with a program. */
export default defineFormat({
  file: 'report.schema.json',
  mediaType: 'application/schema+json',
  render: () => `${JSON.stringify(schema, undefined, 2)}\n`,
});
