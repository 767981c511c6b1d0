import { posix } from 'node:path';
import type { TreeFile } from './law';
import { fieldOf, isNode, lineOf, nameOf, nodeAt, nodesOf, type SyntaxNode } from './syntax';

/** One import, re-export, `require` or `import()` of a file. */
export interface Import {
  readonly specifier: string;
  /** Path from the root without extension, for a relative import. */
  readonly target: string | undefined;
  /** Names taken from a module; `*` when the module is taken as a whole. */
  readonly names: readonly string[];
  readonly line: number;
  /** Whether it is loaded only once it is asked for: `import()`. */
  readonly isDeferred: boolean;
}

const cache = new WeakMap<TreeFile, readonly Import[]>();
const STATIC = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'TSImportType'];

/** Everything that a file imports, in order; types count. */
export function importsOf(file: TreeFile): readonly Import[] {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const found = [...STATIC, 'CallExpression', 'ImportExpression'];
  const imports = nodesOf(file, ...found).flatMap((node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return [];
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : undefined;
    return [{ specifier, target, names: namesOf(node), line: lineOf(node), isDeferred: isDeferred(node) }];
  });
  cache.set(file, imports);
  return imports;
}

function specifierOf(node: SyntaxNode): string | undefined {
  if (node.type === 'TSImportType') return textOf(nodeAt(node, 'argument'));
  if (node.type !== 'CallExpression') return textOf(nodeAt(node, 'source'));
  const callee = nodeAt(node, 'callee');
  const isRequire = nameOf(callee) === 'require' || nameOf(nodeAt(node, 'callee', 'object')) === 'require';
  const first = argumentsOf(node)[0];
  return isRequire || callee?.type === 'Import' ? textOf(first) : undefined;
}

function isDeferred(node: SyntaxNode): boolean {
  return node.type === 'ImportExpression' || nodeAt(node, 'callee')?.type === 'Import';
}

function namesOf(node: SyntaxNode): readonly string[] {
  const specifiers = fieldOf(node, 'specifiers');
  if (!Array.isArray(specifiers)) return ['*'];
  return specifiers.filter(isNode).map((one) => {
    if (one.type === 'ImportSpecifier') return nameOf(nodeAt(one, 'imported'));
    return one.type === 'ExportSpecifier' ? nameOf(nodeAt(one, 'local')) : '*';
  });
}

/** The arguments of a call. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = fieldOf(call, 'arguments');
  return Array.isArray(list) ? list.filter(isNode) : [];
}

/** The text of a string literal. */
export function textOf(node: SyntaxNode | undefined): string | undefined {
  const value = node?.type === 'StringLiteral' ? fieldOf(node, 'value') : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The file that a relative import means: `x.ts`, or `x/index.ts`. */
export function resolveImport(target: string, byPath: ReadonlyMap<string, TreeFile>): TreeFile | undefined {
  const found = byPath.get(`${target}.ts`) ?? byPath.get(`${target}/index.ts`) ?? byPath.get(target);
  // An `import()` names what is loaded in the end.
  return found ?? byPath.get(target.replace(/\.js$/, '.ts'));
}
