import { join } from 'node:path';
import { Project } from 'ts-morph';
import type { Generator } from '../generated-file';
import { root } from '../repository';
import { schemaOfType } from './type-schema';

const SOURCE = 'reports/report.ts';
const TYPE = 'Report';

/** The published schema of the report in JSON, out of its types. */
export const reportSchemaGenerator: Generator = { output: 'reports/schema/report.schema.json', render };

function render(): string {
  const project = new Project({ tsConfigFilePath: join(root, 'tsconfig.json'), skipAddingFilesFromTsConfig: true });
  const type = project.addSourceFileAtPath(join(root, SOURCE)).getInterfaceOrThrow(TYPE).getType();
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Compliance report of ndc',
    ...schemaOfType(project.getTypeChecker().compilerObject, type.compilerType),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
