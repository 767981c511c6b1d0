import { ts } from 'ts-morph';

/** A JSON Schema (draft 2020-12), as far as types of plain data need it. */
export interface TypeSchema {
  readonly [keyword: string]: unknown;
}

/** The schema of a type and of every named type below it, by name, with the first sentences of their doc comments. */
export function schemaOfType(checker: ts.TypeChecker, root: ts.Type): TypeSchema {
  const writer = new SchemaWriter(checker);
  const schema = writer.schemaOf(root);
  const definitions = [...writer.definitions].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...schema, $defs: Object.fromEntries(definitions) };
}

/** Writes each named type once; what a type can't say as JSON is refused. */
class SchemaWriter {
  public readonly definitions = new Map<string, TypeSchema>();
  private readonly named = new Map<string, ts.Type>();

  public constructor(private readonly checker: ts.TypeChecker) {}

  public schemaOf(type: ts.Type): TypeSchema {
    const name = nameOf(type);
    if (name === undefined) return this.inline(type);
    const known = this.named.get(name);
    if (known !== undefined && symbolOf(known) !== symbolOf(type))
      throw new TypeError(`two types are named ${name}, and a schema has one place for it`);
    if (known === undefined) {
      // Its place is taken first: a type may hold itself.
      this.named.set(name, type);
      this.definitions.set(name, { ...described(symbolOf(type), this.checker), ...this.inline(type) });
    }
    return { $ref: `#/$defs/${name}` };
  }

  private inline(type: ts.Type): TypeSchema {
    if (type.isUnion()) return this.union(type.types);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if ((type.flags & ts.TypeFlags.Null) !== 0) return { type: 'null' };
    if ((type.flags & ts.TypeFlags.BooleanLiteral) !== 0) return { const: this.checker.typeToString(type) === 'true' };
    if ((type.flags & ts.TypeFlags.String) !== 0) return { type: 'string' };
    if ((type.flags & ts.TypeFlags.Number) !== 0) return { type: 'number' };
    // A text of a pattern, as ids are.
    if ((type.flags & ts.TypeFlags.StringLike) !== 0) return { type: 'string' };
    if (this.checker.isTupleType(type)) return this.tuple(this.checker.getTypeArguments(type as ts.TypeReference));
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      if (item !== undefined) return { type: 'array', items: this.schemaOf(item) };
    }
    if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0) return this.object(type);
    throw new TypeError(`no schema can be written of ${this.checker.typeToString(type)}`);
  }

  private union(types: readonly ts.Type[]): TypeSchema {
    const there = types.filter((one) => (one.flags & ts.TypeFlags.Undefined) === 0);
    const literals = there.flatMap((one) => (one.isStringLiteral() || one.isNumberLiteral() ? [one.value] : []));
    if (there.length === literals.length && literals.length > 1)
      return { enum: literals.toSorted((a, b) => (a < b ? -1 : 1)) };
    // The compiler has true and false apart.
    const [booleans, others] = partition(there, (one) => (one.flags & ts.TypeFlags.BooleanLiteral) !== 0);
    const either = booleans.length === 2 ? [{ type: 'boolean' }] : booleans.map((one) => this.schemaOf(one));
    const all = [...either, ...others.map((one) => this.schemaOf(one))];
    const [only] = all;
    if (all.length === 1 && only !== undefined) return only;
    return { anyOf: all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
  }

  private tuple(items: readonly ts.Type[]): TypeSchema {
    const schemas = items.map((one) => this.schemaOf(one));
    return { type: 'array', prefixItems: schemas, minItems: items.length, maxItems: items.length };
  }

  private object(type: ts.Type): TypeSchema {
    // Sorted, as the files are: the compiler's order follows from what else it has read.
    const symbols = this.checker.getPropertiesOfType(type).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const members = symbols.map((symbol) => ({
      symbol,
      type: this.checker.getTypeOfSymbol(symbol),
      isOptional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
    }));
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties = members.map(({ symbol, type: member }) => [
      symbol.name,
      { ...described(symbol, this.checker), ...this.schemaOf(this.withoutUndefined(member)) },
    ]);
    return {
      type: 'object',
      properties: Object.fromEntries(properties) as TypeSchema,
      required: members.filter(({ isOptional }) => !isOptional).map(({ symbol }) => symbol.name),
      additionalProperties: index === undefined ? false : this.schemaOf(index.type),
    };
  }

  private withoutUndefined(type: ts.Type): ts.Type {
    // The name of what remains is known to the compiler, unless null remains too.
    const isNullable = type.isUnion() && type.types.some((one) => (one.flags & ts.TypeFlags.Null) !== 0);
    return type.isUnion() && !isNullable ? this.checker.getNonNullableType(type) : type;
  }
}

/** Named are aliases and interfaces without parameters; what stands under a name of the language is written in place. */
function nameOf(type: ts.Type): string | undefined {
  if (type.aliasSymbol !== undefined && (type.aliasTypeArguments ?? []).length === 0) return type.aliasSymbol.name;
  const isInterface = type.isClassOrInterface() && (type.typeParameters ?? []).length === 0;
  return isInterface ? type.symbol.name : undefined;
}

function symbolOf(type: ts.Type): ts.Symbol | undefined {
  return type.aliasSymbol ?? type.symbol;
}

function partition<T>(list: readonly T[], isFirst: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [list.filter((one) => isFirst(one)), list.filter((one) => !isFirst(one))];
}

function described(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): TypeSchema {
  const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker));
  return text === '' ? {} : { description: text.replaceAll(/\s+/g, ' ') };
}
