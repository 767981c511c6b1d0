import { parse, type ParseResult } from '@babel/parser';
import type { TreeFile } from './law';

/** A parsed file. */
export type SyntaxFile = ParseResult;

/** A statement of a module. */
export type Statement = SyntaxFile['program']['body'][number];

/** A node of a syntax tree, as far as a walk needs it; narrow it with `isNode`. */
export interface SyntaxNode {
  readonly type: string;
  /** @default - made by a tool, so nowhere */
  readonly loc?:
    | { readonly start: { readonly line: number }; readonly end: { readonly line: number } }
    | null
    | undefined;
}

const parsed = new WeakMap<TreeFile, SyntaxFile>();

/** The syntax tree of a file; parsed once. */
export function parseFile(file: TreeFile): SyntaxFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const tree = parse(file.text, { sourceType: 'module', sourceFilename: file.path, plugins: ['typescript'] });
  parsed.set(file, tree);
  return tree;
}

/** Whether a value is a node of a syntax tree. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** A field of a node, whatever it holds. */
export function fieldOf(node: SyntaxNode, name: string): unknown {
  return Object.hasOwn(node, name) ? Reflect.get(node, name) : undefined;
}

/** A field of a node when it is a node itself. */
export function nodeAt(node: SyntaxNode, ...names: readonly string[]): SyntaxNode | undefined {
  let current: SyntaxNode | undefined = node;
  for (const name of names) {
    const next: unknown = current === undefined ? undefined : fieldOf(current, name);
    current = isNode(next) ? next : undefined;
  }
  return current;
}

/** The name of an identifier, or `` for anything else. */
export function nameOf(node: SyntaxNode | undefined): string {
  const name = node?.type === 'Identifier' ? fieldOf(node, 'name') : undefined;
  return typeof name === 'string' ? name : '';
}

/** The line that a node starts at. */
export function lineOf(node: SyntaxNode): number {
  return node.loc?.start.line ?? 0;
}

const NOT_CHILDREN = new Set([
  'loc',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'tokens',
  'errors',
  'extra',
]);

/** The nodes directly below a node. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (const key of Object.keys(node)) {
    if (NOT_CHILDREN.has(key)) continue;
    const value = fieldOf(node, key);
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const one of value as readonly unknown[]) if (isNode(one)) children.push(one);
  }
  return children;
}

/** A node with the chain of its parents, nearest last. */
export interface Found {
  readonly node: SyntaxNode;
  readonly parents: readonly SyntaxNode[];
}

const indexed = new WeakMap<TreeFile, ReadonlyMap<string, readonly Found[]>>();

/** Every node of a file with one of these types, and its parents. */
export function findNodes(file: TreeFile, ...types: readonly string[]): readonly Found[] {
  const index = indexed.get(file) ?? indexNodes(parseFile(file).program);
  indexed.set(file, index);
  return types.flatMap((type) => index.get(type) ?? []);
}

/** Every node of a file with one of these types. */
export function nodesOf(file: TreeFile, ...types: readonly string[]): readonly SyntaxNode[] {
  return findNodes(file, ...types).map(({ node }) => node);
}

function indexNodes(program: SyntaxNode): ReadonlyMap<string, readonly Found[]> {
  const index = new Map<string, Found[]>();
  const visit = (node: SyntaxNode, parents: readonly SyntaxNode[]): void => {
    const list = index.get(node.type);
    if (list === undefined) index.set(node.type, [{ node, parents }]);
    else list.push({ node, parents });
    const children = childrenOf(node);
    if (children.length === 0) return;
    const chain = [...parents, node];
    for (const child of children) visit(child, chain);
  };
  visit(program, []);
  return index;
}
