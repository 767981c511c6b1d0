import { load } from 'js-yaml';
import { isSchema, type Schema, type SchemaSet } from './schema-set';

/** Keywords that say nothing about what is legal; left out to keep the cache small. */
const DROPPED = new Set(['description', 'example', 'externalDocs', 'title']);

/** OpenAPI documents of stable API versions: `apis__apps__v1_openapi.json`, not `…__v1beta1_…`. */
export function isStableDocument(name: string): boolean {
  return /__v\d+_openapi\.json$/.test(name);
}

/** The kinds of one OpenAPI v3 document of Kubernetes. */
export function extractOpenApi(text: string): SchemaSet {
  const document: unknown = JSON.parse(text);
  const components = isSchema(document) && isSchema(document['components']) ? document['components'] : {};
  const schemas = isSchema(components['schemas']) ? components['schemas'] : {};
  const definitions: Record<string, Schema> = {};
  const kinds: Record<string, Schema> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    if (!isSchema(schema)) continue;
    definitions[name] = slim(schema);
    for (const key of kindKeys(schema)) kinds[key] = { $ref: `#/components/schemas/${name}` };
  }
  return { kinds, definitions };
}

/** The kinds of one custom resource definition, in every version that is served. */
export function extractDefinition(text: string): SchemaSet {
  const document: unknown = load(text);
  const kinds: Record<string, Schema> = {};
  if (!isSchema(document) || document['kind'] !== 'CustomResourceDefinition') return { kinds, definitions: {} };
  const spec = isSchema(document['spec']) ? document['spec'] : {};
  const names = isSchema(spec['names']) ? spec['names'] : {};
  const versions = Array.isArray(spec['versions']) ? spec['versions'].filter(isSchema) : [];
  for (const version of versions) {
    const schema = isSchema(version['schema']) ? version['schema']['openAPIV3Schema'] : undefined;
    if (isSchema(schema) && version['served'] === true)
      kinds[`${String(spec['group'])}/${String(version['name'])}/${String(names['kind'])}`] = slim(schema);
  }
  return { kinds, definitions: {} };
}

function kindKeys(schema: Schema): readonly string[] {
  const list = schema['x-kubernetes-group-version-kind'];
  if (!Array.isArray(list)) return [];
  return list.filter(isSchema).map(({ group, version, kind }) => {
    const prefix = typeof group === 'string' && group !== '' ? `${group}/` : '';
    return `${prefix}${String(version)}/${String(kind)}`;
  });
}

/** A copy without texts for people; property names that look like keywords stay. */
function slim(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !DROPPED.has(key) && key !== 'x-kubernetes-validations')
      .map(([key, value]) => [key, key === 'properties' && isSchema(value) ? slimEach(value) : slimValue(value)]),
  );
}

function slimEach(properties: Schema): Schema {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, slimValue(value)]));
}

function slimValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(slimValue);
  return isSchema(value) ? slim(value) : value;
}
