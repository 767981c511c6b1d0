import { isSchema, type Schema } from './schema-set';

/** Values, and schemas that only narrow the structure around them (structural schemas of Kubernetes). */
const LEFT_ALONE = new Set(['default', 'enum', 'allOf', 'anyOf', 'oneOf', 'not']);

const OBJECT_META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

/** A copy of a schema that refuses unknown fields wherever the API server would drop them. */
export function strict(schema: Schema): Schema {
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strictMember(key, value)]));
  const open =
    schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'] === true;
  const closed = isSchema(schema['properties']) && schema['additionalProperties'] === undefined && !open;
  return closed ? { ...copy, additionalProperties: false } : copy;
}

/** The schema of a custom resource: strict, with the metadata of Kubernetes instead of any object. */
export function strictResource(schema: Schema): Schema {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const whole = { apiVersion: { type: 'string' }, kind: { type: 'string' }, ...properties };
  const closed = strict({ ...schema, properties: whole });
  const metadata = { $ref: `kubernetes#/components/schemas/${OBJECT_META}` };
  return { ...closed, properties: { ...(isSchema(closed['properties']) ? closed['properties'] : {}), metadata } };
}

function strictMember(key: string, value: unknown): unknown {
  if (key === 'properties' && isSchema(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, strictValue(member)]));
  }
  return LEFT_ALONE.has(key) ? value : strictValue(value);
}

function strictValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strictValue);
  return isSchema(value) ? strict(value) : value;
}
