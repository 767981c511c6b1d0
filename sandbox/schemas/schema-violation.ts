import type { ErrorObject } from 'ajv';

const GOT_LENGTH_MAX = 80;

/** One way in which an object is illegal. */
export interface SchemaViolation {
  /** JSON pointer (RFC 6901) to the field; empty for the object. */
  readonly pointer: string;
  readonly message: string;
  /** What stands there as JSON, cut when long; `nothing` for a missing field. */
  readonly got: string;
}

/** A value as JSON of bounded length. */
export function quoteValue(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > GOT_LENGTH_MAX ? `${text.slice(0, GOT_LENGTH_MAX)}…` : text;
}

/** The violations behind errors of the schema engine, each once, in order of their pointers. */
export function schemaViolations(errors: readonly ErrorObject[]): readonly SchemaViolation[] {
  const violations = errors.filter(({ propertyName }) => propertyName === undefined).map(violationOf);
  const once = new Map(violations.map((one) => [`${one.pointer}\u0000${one.message}`, one]));
  return [...once].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
}

function violationOf(error: ErrorObject): SchemaViolation {
  const at = (name: unknown): string => `${error.instancePath}/${escapePointer(String(name))}`;
  const { additionalProperty, missingProperty, propertyName } = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'additionalProperties':
      return { pointer: at(additionalProperty), message: 'unknown field', got: quoteMember(error, additionalProperty) };
    case 'required':
      return { pointer: at(missingProperty), message: 'must be present', got: 'nothing' };
    case 'propertyNames':
      return { pointer: at(propertyName), message: 'must have a legal key', got: quoteValue(propertyName) };
    case 'enum': {
      const { allowedValues } = error.params as { readonly allowedValues: unknown };
      const message = `must be one of ${quoteValue(allowedValues)}`;
      return { pointer: error.instancePath, message, got: quoteValue(error.data) };
    }
    default:
      return { pointer: error.instancePath, message: error.message ?? error.keyword, got: quoteValue(error.data) };
  }
}

function quoteMember({ data }: ErrorObject, name: unknown): string {
  return quoteValue(typeof data === 'object' && data !== null ? Reflect.get(data, String(name)) : undefined);
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
