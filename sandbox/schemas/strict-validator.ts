import Ajv, { type ValidateFunction } from 'ajv';
import { listKeys } from './list-keys';
import { nameViolations } from './name-rules';
import { narrowDefinition } from './narrowed-definitions';
import { re2Pattern } from './re2-pattern';
import { isSchema, type Schema, type SchemaSet } from './schema-set';
import { quoteValue, schemaViolations, type SchemaViolation } from './schema-violation';
import { unvalidatedKinds } from './sources';
import { strict, strictResource } from './strict-schema';
import { valueFormats } from './value-formats';

/** What a validator says of an object. */
export type SchemaVerdict =
  | { readonly kind: 'legal' }
  | { readonly kind: 'illegal'; readonly violations: readonly SchemaViolation[] }
  /** The definition can't be had; the reason is stated. */
  | { readonly kind: 'not-validatable'; readonly reason: string };

const LEGAL: SchemaVerdict = { kind: 'legal' };

/** Validates Kubernetes objects against official schemas with unknown fields refused; compiles each kind once. */
export class StrictValidator {
  private readonly ajv = new Ajv({
    strict: false,
    allErrors: true,
    verbose: true,
    formats: valueFormats,
    unicodeRegExp: false,
    logger: false,
    keywords: [listKeys],
    code: { regExp: re2Pattern },
  });
  private readonly schemas = new Map<string, Schema>();
  private readonly compiled = new Map<string, ValidateFunction>();

  public constructor(sets: readonly SchemaSet[]) {
    const definitions = sets.flatMap((set) => Object.entries(set.definitions));
    const schemas = Object.fromEntries(
      definitions.map(([name, schema]) => [name, strict(narrowDefinition(name, schema))]),
    );
    this.ajv.addSchema({ $id: 'kubernetes', components: { schemas } });
    for (const set of sets) for (const [key, schema] of Object.entries(set.kinds)) this.schemas.set(key, schema);
  }

  /** Every `group/version/Kind` that can be validated, sorted. */
  public kinds(): readonly string[] {
    return [...this.schemas.keys()].toSorted();
  }

  /**
   * Says whether the API server would take an object as it is, as far as schemas, formats, list keys and names tell;
   * rules in CEL (`x-kubernetes-validations`) and admission are the API server's alone.
   */
  public validate(object: unknown): SchemaVerdict {
    const key = isSchema(object) ? `${String(object['apiVersion'])}/${String(object['kind'])}` : '';
    const validate = this.tryFindKind(key);
    if (validate === undefined) return withoutSchema(key);
    const wrong = validate(object) ? [] : schemaViolations(validate.errors ?? []);
    const names = nameViolations(key, object);
    return wrong.length + names.length === 0 ? LEGAL : illegal([...wrong, ...names]);
  }

  private tryFindKind(key: string): ValidateFunction | undefined {
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    const schema = this.schemas.get(key);
    if (schema === undefined) return undefined;
    const made = this.ajv.compile(resourceSchema(schema));
    this.compiled.set(key, made);
    return made;
  }
}

function resourceSchema(schema: Schema): Schema {
  const { $ref } = schema;
  return typeof $ref === 'string' ? { $ref: `kubernetes${$ref}` } : strictResource(schema);
}

function withoutSchema(key: string): SchemaVerdict {
  const reason = unvalidatedKinds.get(key);
  if (reason !== undefined) return { kind: 'not-validatable', reason };
  return illegal([{ pointer: '', message: 'must be of a kind that a schema knows', got: quoteValue(key) }]);
}

function illegal(violations: readonly SchemaViolation[]): SchemaVerdict {
  return { kind: 'illegal', violations };
}
