import { isSchema, type Schema } from '../../sandbox/schemas/schema-set';

/** How references to shared definitions begin. */
export const REFERENCE = '#/components/schemas/';

/** Definitions under the name that their references use. */
export type Definitions = Readonly<Record<string, Schema>>;

/** The name of the definition that a schema refers to, alone or wrapped to carry a default. */
export function referenceOf(schema: Schema): string | undefined {
  const inner: readonly unknown[] =
    Array.isArray(schema['allOf']) && schema['allOf'].length === 1 ? schema['allOf'] : [];
  const holder = isSchema(inner[0]) ? inner[0] : schema;
  const reference = holder['$ref'];
  return typeof reference === 'string' ? reference.slice(REFERENCE.length) : undefined;
}

/** Whether a field takes numbers and texts; Kubernetes writes it as a format, as a mark, or as a choice of the two types. */
export function isIntOrString(schema: Schema): boolean {
  if (schema['x-kubernetes-int-or-string'] === true || schema['format'] === 'int-or-string') return true;
  const choices = schema['oneOf'] ?? schema['anyOf'];
  const types = Array.isArray(choices) ? choices.filter(isSchema).map((one) => one['type']) : [];
  return types.includes('string') && (types.includes('number') || types.includes('integer'));
}
