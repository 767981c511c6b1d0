import { join } from 'node:path';
import { Project } from 'ts-morph';
import { publishedSchemas, schemaFile, type PublishedSchema } from '../../reports/schema/published-schemas';
import { catalogText } from '../catalog-text';
import type { Generator } from '../generated-file';
import { root } from '../repository';
import { schemaOfType, type TypeSchema } from './type-schema';

const FOLDER = 'reports/schema';

/** The published schemas out of the types of what they describe, and the catalog through which formats find them. */
export const schemaGenerators: readonly Generator[] = [
  ...publishedSchemas.map((one) => ({
    output: `${FOLDER}/${schemaFile(one)}`,
    render: () => `${JSON.stringify(publishedSchema(one), undefined, 2)}\n`,
  })),
  { output: `${FOLDER}/catalog.ts`, render: renderCatalog },
];

let project: Project | undefined;

function publishedSchema({ of, title, source, type }: PublishedSchema): TypeSchema {
  project ??= new Project({ tsConfigFilePath: join(root, 'tsconfig.json'), skipAddingFilesFromTsConfig: true });
  const declared = project.addSourceFileAtPath(join(root, source)).getInterfaceOrThrow(type).getType();
  const schema = schemaOfType(project.getTypeChecker().compilerObject, declared.compilerType);
  const name = schemaFile({ of }).replace('.schema.json', '');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://ndc.gov.vn/schema/${name}/v${versionOf(schema, type)}`,
    title,
    ...schema,
  };
}

/** The version that a file states of its form, as its type fixes it; of what is signed it stands in the signed part. */
function versionOf({ $defs }: TypeSchema, type: string): number {
  const definitions = $defs as Readonly<Record<string, { readonly properties?: Properties }>>;
  const own = definitions[type]?.properties ?? {};
  const inside = definitions[(own['content']?.$ref ?? '').replace('#/$defs/', '')]?.properties ?? {};
  const version = (own['formatVersion'] ?? inside['formatVersion'])?.const;
  if (typeof version !== 'number') throw new TypeError(`${type} fixes no formatVersion`);
  return version;
}

type Properties = Readonly<Record<string, { readonly const?: unknown; readonly $ref?: string }>>;

function renderCatalog(): string {
  const entries = publishedSchemas.map((one) => {
    const id = schemaFile(one);
    return { id, variable: id.replace(/[.-](\w)[^.-]*/g, (part) => camel(part)), importPath: `./${id}` };
  });
  return catalogText(entries, {
    header: '',
    comment: 'Every published schema under the name of its file, sorted by name.',
    declare: 'schemaCatalog: readonly { readonly file: string; readonly schema: object }[]',
    entry: ({ id, variable }) => `{ file: '${id}', schema: ${variable} },`,
  });
}

function camel(part: string): string {
  return part === '.json' ? '' : `${part.charAt(1).toUpperCase()}${part.slice(2)}`;
}
