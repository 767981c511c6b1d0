import { isHandWritten, roomOf, type Law, type TreeFile, type Violation } from '../kit/law';
import { fieldOf, findNodes, lineOf, nameOf, nodeAt, type SyntaxNode } from '../kit/syntax';

const FREE = new Set(['environments', 'test', 'bench']);

/** The one constant of the command line that says which environment is taken when none is named. */
const DEFAULT_CONSTANT = 'DEFAULT_ENVIRONMENT';

/** Rooms that carry a name of their own, which an environment may share. */
const OWN_NAME = new Set(['sandbox']);

/**
 * Branches on names are how forks begin. A literal breaks the law when it is the name of an environment, or a path
 * with it after `environments/`; the word inside a sentence or a longer name (`national-data-center`), or as the `kind`
 * of something, means something else.
 */
export const environmentNames: Law = {
  title: 'no environment is named outside environments/',
  check: (files) => {
    const names = [...new Set(files.flatMap(({ path }) => /^environments\/([^/]+)\//.exec(path)?.[1] ?? []))];
    return files
      .filter((file) => isHandWritten(file) && !FREE.has(roomOf(file.path)))
      .flatMap((file) => checkFile(file, names));
  },
};

function checkFile(file: TreeFile, names: readonly string[]): readonly Violation[] {
  const forbidden = names.filter((name) => !(OWN_NAME.has(name) && roomOf(file.path) === name));
  return findNodes(file, 'StringLiteral', 'TemplateElement')
    .filter(({ parents }) => !isKind(parents) && !isDefault(file, parents))
    .flatMap(({ node }) => {
      const text = literalText(node);
      const name = forbidden.find((one) => text === one || `${text}/`.includes(`environments/${one}/`));
      return name === undefined ? [] : [{ path: file.path, line: lineOf(node), what: `names the environment ${name}` }];
    });
}

/** The value of a field `kind`, a comparison with one, or a type named for one. */
function isKind(parents: readonly SyntaxNode[]): boolean {
  return parents.some((parent) => {
    if (parent.type === 'ObjectProperty' || parent.type === 'TSPropertySignature') {
      const values = nodeAt(parent, 'value')?.type;
      return nameOf(nodeAt(parent, 'key')) === 'kind' && values !== 'ObjectExpression';
    }
    if (parent.type === 'TSTypeAliasDeclaration') return nameOf(nodeAt(parent, 'id')).endsWith('Kind');
    return parent.type === 'BinaryExpression' && nameOf(nodeAt(parent, 'left', 'property')) === 'kind';
  });
}

function isDefault({ path }: TreeFile, parents: readonly SyntaxNode[]): boolean {
  const parent = parents.at(-1);
  const isConstant = parent?.type === 'VariableDeclarator' && nameOf(nodeAt(parent, 'id')) === DEFAULT_CONSTANT;
  return isConstant && roomOf(path) === 'cli';
}

function literalText(node: SyntaxNode): string {
  const value = fieldOf(node, 'value');
  if (typeof value === 'string') return value;
  const raw = typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : '';
  return typeof raw === 'string' ? raw : '';
}
