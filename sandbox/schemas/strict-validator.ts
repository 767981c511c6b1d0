import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { nameViolations } from './name-rules';
import { re2Pattern } from './re2-pattern';
import { isSchema, type Schema, type SchemaSet } from './schema-set';
import type { SchemaViolation } from './schema-violation';
import { unvalidatedKinds } from './sources';
import { strict, strictResource } from './strict-schema';

/** What a validator says of an object. */
export type SchemaVerdict =
  | { readonly kind: 'legal' }
  | { readonly kind: 'illegal'; readonly violations: readonly SchemaViolation[] }
  /** The definition can't be had; the reason is stated. */
  | { readonly kind: 'not-validatable'; readonly reason: string };

/** Validates Kubernetes objects against official schemas with unknown fields refused; compiles each kind once. */
export class StrictValidator {
  private readonly ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
    unicodeRegExp: false,
    logger: false,
    code: { regExp: re2Pattern },
  });
  private readonly schemas = new Map<string, Schema>();
  private readonly compiled = new Map<string, ValidateFunction>();

  public constructor(sets: readonly SchemaSet[]) {
    const definitions = Object.assign({}, ...sets.map((set) => set.definitions)) as Readonly<Record<string, Schema>>;
    const schemas = Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, strict(schema)]));
    this.ajv.addSchema({ $id: 'kubernetes', components: { schemas } });
    for (const set of sets)
      for (const [key, schema] of Object.entries(set.kinds)) this.schemas.set(key, resourceSchema(schema));
  }

  /** Every `group/version/Kind` that can be validated, sorted. */
  public kinds(): readonly string[] {
    return [...this.schemas.keys()].toSorted();
  }

  /** Says whether the API server would take an object as it is, as far as its schema tells. */
  public validate(object: unknown): SchemaVerdict {
    const key = isSchema(object) ? `${String(object['apiVersion'])}/${String(object['kind'])}` : '';
    const reason = unvalidatedKinds.get(key);
    if (reason !== undefined) return { kind: 'not-validatable', reason };
    const schema = this.schemas.get(key);
    if (schema === undefined) return illegal([{ pointer: '', message: `no schema knows the kind ${key}` }]);
    const validate = this.compile(key, schema);
    const wrong = validate(object) ? [] : (validate.errors ?? []).map(violation);
    const violations = [...wrong, ...nameViolations(object)];
    return violations.length === 0 ? { kind: 'legal' } : illegal(violations);
  }

  private compile(key: string, schema: Schema): ValidateFunction {
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    const made = this.ajv.compile(schema);
    this.compiled.set(key, made);
    return made;
  }
}

function resourceSchema(schema: Schema): Schema {
  const { $ref } = schema;
  return typeof $ref === 'string' ? { $ref: `kubernetes${$ref}` } : strictResource(schema);
}

function illegal(violations: readonly SchemaViolation[]): SchemaVerdict {
  return { kind: 'illegal', violations };
}

function violation({ instancePath, keyword, message, params }: ErrorObject): SchemaViolation {
  const unknown: unknown = keyword === 'additionalProperties' ? params['additionalProperty'] : undefined;
  if (typeof unknown !== 'string') return { pointer: instancePath, message: message ?? keyword };
  return { pointer: `${instancePath}/${unknown}`, message: 'unknown field' };
}
