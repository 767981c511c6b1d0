import type { ReportFile } from '../define-format';
import { schemaCatalog } from './catalog';

/** The JSON Schema of each file for programs, for whoever reads it with one. */
export function* schemaFiles(): Iterable<ReportFile> {
  for (const { file, schema } of schemaCatalog)
    yield { path: file, content: `${JSON.stringify(schema, undefined, 2)}\n` };
}
