import { docOf } from '../kit/doc-comment';
import { isHandWritten, roomOf, type Law, type TreeFile, type Violation } from '../kit/law';
import { fieldOf, isNode, lineOf, nameOf, nodeAt, parseFile, type SyntaxNode } from '../kit/syntax';

const ROOMS = new Set([
  'model',
  'constructs',
  'stacks',
  'synth',
  'facts',
  'resources',
  'policies',
  'reports',
  'delivery',
  'evidence',
  'sandbox',
  'plugins',
  'cli',
  'scripts',
]);

/** Definitions whose own fields say in words what they are. */
const SELF_EXPLAINING = new Set(['definePolicy', 'defineRule', 'defineFormat', 'defineCommand', 'defineQuestion']);

/** What is exported is explained. */
export const docComments: Law = {
  title: 'every exported declaration says in a doc comment what it is',
  check: (files) => files.filter((file) => isHandWritten(file) && ROOMS.has(roomOf(file.path))).flatMap(checkFile),
};

function checkFile(file: TreeFile): readonly Violation[] {
  const statements: readonly SyntaxNode[] = parseFile(file).program.body;
  const local = new Map(statements.flatMap((one) => declaredNames(one).map((name) => [name, one] as const)));
  const explained = new Set<string>();
  return statements.flatMap((statement) => {
    const names = exportedNames(statement, local);
    const silent = names.filter(({ name, at }) => docOf(at) === '' && !explained.has(name));
    for (const { name } of names) explained.add(name);
    return silent.map(({ name, at }) => ({
      path: file.path,
      line: lineOf(at),
      what: `${name} is exported without a doc comment`,
    }));
  });
}

interface Exported {
  readonly name: string;
  /** The statement that carries the comment. */
  readonly at: SyntaxNode;
}

function exportedNames(statement: SyntaxNode, local: ReadonlyMap<string, SyntaxNode>): readonly Exported[] {
  if (statement.type === 'ExportDefaultDeclaration') return defaultExport(statement, local);
  if (statement.type !== 'ExportNamedDeclaration' || nodeAt(statement, 'source') !== undefined) return [];
  const declaration = nodeAt(statement, 'declaration');
  if (declaration !== undefined) return declaredNames(declaration).map((name) => ({ name, at: statement }));
  const specifiers = fieldOf(statement, 'specifiers');
  return (Array.isArray(specifiers) ? specifiers.filter(isNode) : []).flatMap((one) => {
    const name = nameOf(nodeAt(one, 'local'));
    const at = local.get(name);
    return at === undefined ? [] : [{ name, at }];
  });
}

function defaultExport(statement: SyntaxNode, local: ReadonlyMap<string, SyntaxNode>): readonly Exported[] {
  const declaration = nodeAt(statement, 'declaration');
  if (SELF_EXPLAINING.has(nameOf(nodeAt(statement, 'declaration', 'callee')))) return [];
  const at = local.get(nameOf(declaration));
  return [{ name: 'the default export', at: at ?? statement }];
}

function declaredNames(statement: SyntaxNode): readonly string[] {
  const declarations = fieldOf(statement, 'declarations');
  const nodes = Array.isArray(declarations) ? declarations.filter(isNode) : [statement];
  return nodes.map((node) => nameOf(nodeAt(node, 'id'))).filter((name) => name !== '');
}
