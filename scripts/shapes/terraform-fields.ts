import { isSchema, type Schema } from '../../sandbox/schemas/schema-set';
import { apiVersionOf, type TargetKind } from '../../policies/engine/language/target';
import { referenceOf, isIntOrString, type Definitions } from './schema-reference';

/** How one field is written in TypeScript: the maker of its shape, and the definition that it holds. */
interface FieldShape {
  readonly maker: 'one' | 'many' | 'map' | 'textMap' | 'list' | 'number' | 'value';
  /** @default - holds no object */
  readonly definition?: string;
}

/**
 * The TypeScript of how blocks of the hashicorp/kubernetes provider become fields, from the official schemas: the
 * provider writes names in snake case, lists of objects in the singular, and single objects as lists of one.
 */
export class TerraformFields {
  private readonly written = new Map<string, string>();

  public constructor(private readonly definitions: Definitions) {}

  /** One entry of the table of types; names under which the provider has the kind are without its version. */
  public entry(kind: TargetKind, schema: Schema): string {
    const reference = referenceOf(schema) ?? '';
    const fields = this.define(reference);
    const type = `kubernetes_${snakeCase(kind.kind)}`;
    return `${type}: { apiVersion: '${apiVersionOf(kind)}', kind: '${kind.kind}', fields: ${fields} },`;
  }

  /** The constants that the entries name, each before those that use it. */
  public constants(): readonly string[] {
    return [...this.written.values()];
  }

  private define(reference: string): string {
    const name = reference.slice(reference.lastIndexOf('.') + 1);
    if (this.written.has(name)) return name;
    const schema = this.definitions[reference];
    const properties = isSchema(schema?.['properties']) ? schema['properties'] : {};
    const stated = Object.entries(properties).filter(([key]) => !['apiVersion', 'kind', 'status'].includes(key));
    const taken = new Set(stated.map(([field]) => snakeCase(field)));
    const entries = stated.flatMap(([field, value]) => this.entriesOf(field, isSchema(value) ? value : {}, taken));
    this.written.set(name, `const ${name}: Fields = { ${entries.join(' ')} };`);
    return name;
  }

  /** `taken` are the names of all fields: what is the singular of one and the name of another is the other. */
  private entriesOf(field: string, schema: Schema, taken: ReadonlySet<string>): readonly string[] {
    const { maker, definition } = this.shapeOf(schema);
    const key = snakeCase(field);
    const isMany = maker === 'many' || maker === 'list';
    const single = singular(key);
    const keys = isMany && single !== key && !taken.has(single) ? [key, single] : [key];
    const inner = definition === undefined ? '' : this.define(definition);
    return keys.flatMap((one) => {
      const rename = camelCase(one) === field ? '' : `'${field}'`;
      if (maker === 'value' && rename === '') return [];
      const parts = [inner, rename].filter((part) => part !== '').join(', ');
      const isMap = maker === 'map' || maker === 'textMap';
      return [`${one}: ${isMap ? maker : `${maker}(${parts})`},`];
    });
  }

  private shapeOf(schema: Schema): FieldShape {
    const own = this.objectOf(schema);
    if (own !== undefined) return { maker: 'one', definition: own };
    const plain = this.resolve(schema);
    if (isIntOrString(plain) || plain['type'] === 'integer' || plain['type'] === 'number') {
      return { maker: plain['format'] === 'int-or-string' || !isIntOrString(plain) ? 'number' : 'value' };
    }
    if (plain['type'] === 'array') {
      const item = isSchema(plain['items']) ? this.objectOf(plain['items']) : undefined;
      return item === undefined ? { maker: 'list' } : { maker: 'many', definition: item };
    }
    if (plain['type'] !== 'object') return { maker: 'value' };
    const inner = plain['additionalProperties'];
    return { maker: isSchema(inner) && isIntOrString(this.resolve(inner)) ? 'textMap' : 'map' };
  }

  /** The definition of an object with fields of its own that a schema refers to. */
  private objectOf(schema: Schema): string | undefined {
    const reference = referenceOf(schema);
    if (reference === undefined) return undefined;
    return isSchema(this.definitions[reference]?.['properties']) ? reference : undefined;
  }

  private resolve(schema: Schema): Schema {
    const reference = referenceOf(schema);
    return reference === undefined ? schema : (this.definitions[reference] ?? {});
  }
}

function snakeCase(text: string): string {
  return text
    .replaceAll(/([A-Z]{2,})s(?![a-z])/g, (plural) => `${plural.slice(0, -1).toLowerCase()}s`.replace(/^/, '_'))
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** As the reader of blocks does it for names that no table knows. */
function camelCase(key: string): string {
  return key.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function singular(key: string): string {
  if (key.endsWith('ies')) return `${key.slice(0, -3)}y`;
  if (/(?:ss|x)es$/.test(key)) return key.slice(0, -2);
  return key.endsWith('s') && !key.endsWith('ss') ? key.slice(0, -1) : key;
}
