import type { FactValue, LocatedValue, TextPlace, ValuePlace } from '../located-value';
import { hasHiddenCharacter, hiddenCharacterWords } from './hidden-characters';
import { quoteText, shortenText } from '../print-value';
import type { ProblemList, ProblemWords } from '../problem-list';
import { LITERALS, refusedSyntaxWords } from './refused-syntax';
import type { Expression, ListLiteral, ObjectLiteral, SyntaxNode } from './syntax-tree';

/** Levels of objects and lists inside each other that a fact may have. */
export const FACT_DEPTH_MAX = 32;

/** Keys that reach behind an object in JavaScript; never a fact. */
const DANGEROUS_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Property = ObjectLiteral['properties'][number];
type ListEntry = ListLiteral['elements'][number];
type PlainProperty = Extract<Property, { type: 'ObjectProperty' }>;

const NO_ENTRIES: ReadonlyMap<string, ValuePlace> = new Map();

/** Reads the literal subset of TypeScript without running anything, and reports everything else. */
export class LiteralReader {
  /** Ranges of source that were refused as a whole; what else is wrong inside doesn't matter. */
  public readonly refused: { readonly start: number; readonly end: number }[] = [];
  private readonly path: (string | number)[] = [];

  public constructor(
    private readonly text: string,
    private readonly problems: ProblemList,
  ) {}

  /** The value of an expression with its places; undefined when something in it was refused. */
  public read(expression: Expression, key?: TextPlace): LocatedValue | undefined {
    const node = withoutChecks(expression);
    if (node.type === 'ObjectExpression') return this.readNested(node, key, () => this.readObject(node, key));
    if (node.type === 'ArrayExpression') return this.readNested(node, key, () => this.readList(node, key));
    const value = this.readScalar(node);
    return value === undefined ? undefined : { value, places: placesOf(node, key, NO_ENTRIES) };
  }

  /** Reports a node that can't stand in a fact file. */
  public refuse(node: SyntaxNode, words: ProblemWords): void {
    this.refused.push({ start: node.start ?? 0, end: node.end ?? 0 });
    this.problems.add(placeOf(node), words, [...this.path]);
  }

  /** The source of a node as it may be shown. */
  public source(node: SyntaxNode): string {
    return shortenText(this.text.slice(node.start ?? 0, node.end ?? 0));
  }

  private refuseSyntax(node: SyntaxNode): undefined {
    this.refuse(node, refusedSyntaxWords(node.type, this.source(node)));
    return undefined;
  }

  private readNested(node: SyntaxNode, key: TextPlace | undefined, read: () => LocatedValue): LocatedValue | undefined {
    if (this.path.length < FACT_DEPTH_MAX) return read();
    this.refuse(node, {
      code: 'fact-depth',
      what: 'this is nested too deep for a fact',
      got: `level ${this.path.length + 1}`,
      want: `at most ${FACT_DEPTH_MAX} levels of objects and lists`,
      next: 'split the fact into files, or make it flat',
    });
    return undefined;
  }

  private readScalar(node: Expression): FactValue | undefined {
    switch (node.type) {
      case 'NullLiteral':
        return null;
      case 'BooleanLiteral':
        return node.value;
      case 'StringLiteral':
        return this.readText(node, node.value);
      case 'TemplateLiteral': {
        const cooked = node.quasis[0]?.value.cooked;
        if (node.expressions.length > 0 || typeof cooked !== 'string') return this.refuseSyntax(node);
        return this.readText(node, cooked);
      }
      case 'NumericLiteral':
        return this.readNumber(node, node.value);
      case 'UnaryExpression':
        if (node.operator !== '-' || node.argument.type !== 'NumericLiteral') return this.refuseSyntax(node);
        return this.readNumber(node, node.argument.value === 0 ? 0 : -node.argument.value);
      default:
        return this.refuseSyntax(node);
    }
  }

  /** Texts are composed (NFC), so that two keyboards that write the same word give the same bytes. */
  private readText(node: SyntaxNode, value: string): string | undefined {
    // A hidden character that stands in the file as itself is reported for the whole file.
    const isEscaped = hasHiddenCharacter(value) && !hasHiddenCharacter(this.text.slice(node.start ?? 0, node.end ?? 0));
    if (!isEscaped) return value.normalize('NFC');
    this.refuse(node, hiddenCharacterWords(value));
    return undefined;
  }

  private readNumber(node: SyntaxNode, value: number): number | undefined {
    if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return value;
    this.refuse(node, {
      code: 'fact-number-size',
      what: 'this number is too large to be kept exactly',
      got: this.source(node),
      want: `a number from -${Number.MAX_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`,
      next: 'write a larger unit, or a text if this is an identifier',
    });
    return undefined;
  }

  private readList(node: ListLiteral, key: TextPlace | undefined): LocatedValue {
    const value: FactValue[] = [];
    const entries = new Map<number, ValuePlace>();
    for (const [index, entry] of node.elements.entries()) {
      this.path.push(index);
      const read = this.readListEntry(node, entry);
      this.path.pop();
      if (read === undefined) continue;
      value.push(read.value);
      entries.set(index, read.places);
    }
    return { value, places: placesOf(node, key, entries) };
  }

  private readListEntry(list: ListLiteral, entry: ListEntry): LocatedValue | undefined {
    if (entry !== null && entry.type !== 'SpreadElement') return this.read(entry);
    if (entry !== null) return this.refuseSyntax(entry);
    this.problems.add(
      placeOf(list),
      {
        code: 'fact-list-hole',
        what: 'the list has an empty place between two commas',
        got: `nothing as entry ${Number(this.path.at(-1)) + 1}`,
        want: LITERALS,
        next: 'remove the extra comma, or write the entry',
      },
      [...this.path],
    );
    return undefined;
  }

  private readObject(node: ObjectLiteral, key: TextPlace | undefined): LocatedValue {
    const value: Record<string, FactValue> = {};
    const entries = new Map<string, ValuePlace>();
    for (const property of node.properties) {
      if (property.type !== 'ObjectProperty') {
        this.refuseSyntax(property);
        continue;
      }
      const name = this.readKey(property, entries);
      if (name === undefined) continue;
      this.path.push(name);
      const read = this.readProperty(property);
      this.path.pop();
      // A key whose value was refused is kept too, so that it is noticed when it stands twice.
      entries.set(name, read?.places ?? placesOf(property.key, undefined, NO_ENTRIES));
      if (read !== undefined) value[name] = read.value;
    }
    return { value, places: placesOf(node, key, entries) };
  }

  private readProperty({ key, value, shorthand }: PlainProperty): LocatedValue | undefined {
    // A shorthand property stands for a name outside of the object; its value starts where its key does.
    return shorthand ? this.refuseSyntax(key) : this.read(value as Expression, placeOf(key));
  }

  private readKey(property: PlainProperty, entries: ReadonlyMap<string, ValuePlace>): string | undefined {
    const name = plainKey(property)?.normalize('NFC');
    if (name === undefined) {
      this.refuse(property.key, computedKeyWords(this.source(property.key)));
      return undefined;
    }
    const words = keyWords(name, entries);
    if (words === undefined) return name;
    this.refuse(property.key, words);
    return undefined;
  }
}

function keyWords(name: string, entries: ReadonlyMap<string, ValuePlace>): ProblemWords | undefined {
  if (hasHiddenCharacter(name)) return hiddenCharacterWords(name);
  if (DANGEROUS_KEYS.has(name))
    return { ...keyBasics, code: 'fact-key-dangerous', what: 'this key reaches behind the object', got: name };
  const first = entries.get(name)?.key;
  if (first === undefined) return undefined;
  return {
    code: 'fact-key-twice',
    what: `the key ${quoteText(name)} stands twice in one object`,
    got: `${quoteText(name)}, first in line ${first.line}`,
    want: 'each key once',
    next: 'keep the right one and remove the other',
  };
}

const keyBasics = {
  want: 'a key written as a name or as a text in quotes',
  next: 'write the key of the fact as its type names it',
} as const;

function computedKeyWords(source: string): ProblemWords {
  return {
    ...keyBasics,
    code: 'fact-key-computed',
    what: 'this key is not written out',
    got: source,
  };
}

function plainKey({ key, computed }: PlainProperty): string | undefined {
  if (computed) return undefined;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}

/** The expression without `satisfies X` and `as const`, which check it and don't change it. */
function withoutChecks(expression: Expression): Expression {
  let node = expression;
  while (node.type === 'TSSatisfiesExpression' || isConstAssertion(node)) node = node.expression;
  return node;
}

function isConstAssertion(node: Expression): node is Extract<Expression, { type: 'TSAsExpression' }> {
  if (node.type !== 'TSAsExpression' || node.typeAnnotation.type !== 'TSTypeReference') return false;
  const { typeName } = node.typeAnnotation;
  return typeName.type === 'Identifier' && typeName.name === 'const';
}

/** Place of the first character of a node. */
export function placeOf(node: SyntaxNode): TextPlace {
  return { line: node.loc?.start.line ?? 1, column: (node.loc?.start.column ?? 0) + 1 };
}

function placesOf(
  node: SyntaxNode,
  key: TextPlace | undefined,
  entries: ReadonlyMap<string | number, ValuePlace>,
): ValuePlace {
  const place = placeOf(node);
  return { line: place.line, column: place.column, key: key ?? place, entries };
}
