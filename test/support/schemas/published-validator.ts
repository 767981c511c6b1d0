import Ajv2020 from 'ajv/dist/2020';
import schemaFormat from '../../../reports/formats/schema';
import { schemaFile } from '../../../reports/schema/published-schemas';

/** Judges values by the published schema of a file, as another program would that has only the folder of the report. */
export interface PublishedValidator {
  readonly id: string;
  /** Where a value departs from the schema, and from which keyword; empty when it doesn't. */
  faultsOf(value: unknown): readonly string[];
  /** Whether the schema takes it; stops at the first fault. */
  takes(value: unknown): boolean;
}

/** The validator of a file by its path in the list of those that have a schema. */
export function publishedValidator(of: string): PublishedValidator {
  const name = schemaFile({ of });
  const found = [...schemaFormat.files()].find(({ path }) => path === name);
  const schema = JSON.parse(String(found?.content)) as Readonly<Record<string, unknown>>;
  const all = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
  const first = new Ajv2020({ strict: true }).compile(schema);
  return {
    id: String(schema['$id']),
    faultsOf: (value) =>
      all(value) ? [] : (all.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`),
    takes: (value) => first(value),
  };
}
