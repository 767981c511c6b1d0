import { isSchema, type Schema } from '../../sandbox/schemas/schema-set';
import { isIntOrString, REFERENCE, referenceOf, type Definitions } from './schema-reference';

/** Lists of definitions that nothing reads, or that would describe themselves. */
const OPAQUE: ReadonlySet<string> = new Set([
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1',
]);

/** The TypeScript of schemas: one interface for each definition that a kind reaches, sorted by name. */
export class ShapeText {
  private readonly reached = new Map<string, Schema>();

  public constructor(private readonly definitions: Definitions) {}

  /** The type of a kind, without what it says of its own state. */
  public kind(schema: Schema): string {
    const whole = this.resolve(schema);
    const properties = isSchema(whole['properties']) ? whole['properties'] : {};
    const stated = Object.entries(properties).filter(([key]) => key !== 'status');
    return this.members(stated.map(([key, value]) => [key, key === 'metadata' ? METADATA : value] as const));
  }

  /** The interfaces of every definition that the kinds reach, those that these reach in turn included. */
  public interfaces(): readonly string[] {
    const written = new Map<string, string>();
    for (;;) {
      const open = [...this.reached].filter(([name]) => !written.has(name));
      if (open.length === 0) break;
      for (const [name, schema] of open) written.set(name, `export interface ${name} ${this.object(schema)}`);
    }
    return [...written].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  }

  private type(schema: unknown): string {
    if (!isSchema(schema)) return 'unknown';
    const reference = referenceOf(schema);
    if (reference !== undefined) return this.referred(reference);
    if (isIntOrString(schema)) return 'string | number';
    const values = schema['enum'];
    if (Array.isArray(values) && values.length > 0) return values.map((one) => JSON.stringify(one)).join(' | ');
    switch (schema['type']) {
      case 'string':
        return 'string';
      case 'integer':
      case 'number':
        return 'number';
      case 'boolean':
        return 'boolean';
      case 'array':
        return `readonly (${this.type(schema['items'])})[]`;
      case 'object':
        return isSchema(schema['properties']) ? this.object(schema) : this.map(schema);
      default:
        return 'unknown';
    }
  }

  private map(schema: Schema): string {
    return `Readonly<Record<string, ${this.type(schema['additionalProperties'])}>>`;
  }

  private object(schema: Schema): string {
    const properties = isSchema(schema['properties']) ? schema['properties'] : {};
    return this.members(Object.entries(properties));
  }

  private members(entries: readonly (readonly [string, unknown])[]): string {
    const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{ ${sorted.map(([key, value]) => `readonly ${JSON.stringify(key)}?: ${this.type(value)};`).join(' ')} }`;
  }

  private referred(name: string): string {
    const schema = this.definitions[name];
    if (schema === undefined || OPAQUE.has(name)) return 'unknown';
    if (schema['properties'] === undefined) return this.type(schema);
    const short = name.slice(name.lastIndexOf('.') + 1);
    const other = this.reached.get(short);
    if (other !== undefined && other !== schema) throw new Error(`two definitions are called ${short}`);
    this.reached.set(short, schema);
    return short;
  }

  private resolve(schema: Schema): Schema {
    const reference = referenceOf(schema);
    return reference === undefined ? schema : (this.definitions[reference] ?? {});
  }
}

const METADATA: Schema = { $ref: `${REFERENCE}io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta` };
