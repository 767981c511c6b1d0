import { isSchema, type Schema } from './schema-set';

/** Values, and schemas that only narrow the structure around them (structural schemas of Kubernetes). */
const LEFT_ALONE = new Set(['default', 'enum', 'allOf', 'anyOf', 'oneOf', 'not']);

const OBJECT_META = { $ref: 'kubernetes#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' };
const INT_OR_STRING_CHOICE = JSON.stringify([{ type: 'integer' }, { type: 'string' }]);

/** A copy of a schema that refuses unknown fields wherever the API server would drop them. */
export function strict(schema: Schema): Schema {
  return schema['x-kubernetes-embedded-resource'] === true ? strictResource(schema) : strictMembers(schema);
}

/** The schema of a whole object (custom or embedded): strict, its metadata as demanding as that of Kubernetes' own kinds. */
export function strictResource(schema: Schema): Schema {
  const given = isSchema(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? (schema['required'] as readonly unknown[]) : [];
  const text = { type: 'string', minLength: 1 };
  const closed = strictMembers({
    ...schema,
    properties: { apiVersion: text, kind: text, ...given },
    required: [...new Set(['apiVersion', 'kind', 'metadata', ...required])],
  });
  const own = isSchema(closed['properties']) ? closed['properties'] : {};
  const metadata = isSchema(given['metadata']) ? { allOf: [OBJECT_META, given['metadata']] } : OBJECT_META;
  return { ...closed, properties: { ...own, metadata } };
}

function strictMembers(schema: Schema): Schema {
  const members = Object.entries(schema).map(([key, value]) => [key, strictMember(key, value)]);
  const copy = withBounds(withoutChoice(Object.fromEntries(members) as Schema));
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const isClosed = isSchema(schema['properties']) && schema['additionalProperties'] === undefined && !isOpen;
  return {
    ...copy,
    ...(isClosed ? { additionalProperties: false } : {}),
    ...(schema['x-kubernetes-list-type'] === 'set' ? { uniqueItems: true } : {}),
  };
}

/** Says `integer or string` as one type, so that a wrong value gives one message instead of three. */
function withoutChoice(schema: Schema): Schema {
  if (schema['x-kubernetes-int-or-string'] !== true) return schema;
  const { anyOf, ...rest } = schema;
  const kept = anyOf === undefined || JSON.stringify(anyOf) === INT_OR_STRING_CHOICE ? {} : { anyOf };
  return { ...rest, ...kept, type: ['integer', 'string'] };
}

/** OpenAPI 3.0 says `exclusiveMaximum: true` beside a maximum; JSON schema gives the bound itself. */
function withBounds(schema: Schema): Schema {
  const { maximum, minimum, exclusiveMaximum, exclusiveMinimum, ...rest } = schema;
  if (typeof exclusiveMaximum !== 'boolean' && typeof exclusiveMinimum !== 'boolean') return schema;
  return {
    ...rest,
    ...(maximum === undefined ? {} : { [exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum']: maximum }),
    ...(minimum === undefined ? {} : { [exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum']: minimum }),
  };
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
