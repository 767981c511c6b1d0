import { posix } from 'node:path';
import { argumentsOf } from '../kit/imports';
import { isHandWritten, roomOf, type Law, type TreeFile, type Violation } from '../kit/law';
import { fieldOf, findNodes, nameOf, nodeAt, type Found, type SyntaxNode } from '../kit/syntax';

const BODY_LINES_MAX = 60;
const FILE_LINES_MAX = 400;
const FOLDER_FILES_MAX = 15;
const PARAMETERS_MAX = 3;

const FUNCTIONS = [
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'ClassPrivateMethod',
  'ObjectMethod',
  'TSDeclareFunction',
  'TSDeclareMethod',
];

/** A list that grows by one file a decision; it is read by number, not as a folder. */
const LISTS = new Set(['docs/decisions']);

/** The sizes that a reader can hold in mind. */
export const sizeBudgets: Law = {
  title: `function bodies have at most ${BODY_LINES_MAX} lines, files ${FILE_LINES_MAX}, folders ${FOLDER_FILES_MAX} files, functions ${PARAMETERS_MAX} parameters`,
  check: (files) => [...files.filter(isHandWritten).flatMap(checkFile), ...checkFolders(files)],
};

function checkFile(file: TreeFile): readonly Violation[] {
  const lines = file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
  const tooLong = lines > FILE_LINES_MAX ? [{ path: file.path, line: 0, what: `has ${lines} lines` }] : [];
  return [...tooLong, ...findNodes(file, ...FUNCTIONS).flatMap((found) => checkFunction(file.path, found))];
}

function checkFunction(path: string, { node, parents }: Found): readonly Violation[] {
  const line = node.loc?.start.line ?? 0;
  const call = testCall(parents.at(-1), node);
  const lines = call === 'describe' ? 0 : bodyLines(nodeAt(node, 'body'));
  const parameters = fieldOf(node, 'params');
  const count = Array.isArray(parameters) && call === '' ? parameters.length : 0;
  return [
    ...(lines > BODY_LINES_MAX ? [{ path, line, what: `has a function body of ${lines} lines` }] : []),
    ...(count > PARAMETERS_MAX ? [{ path, line, what: `has a function of ${count} parameters` }] : []),
  ];
}

function bodyLines(body: SyntaxNode | undefined): number {
  if (body?.type !== 'BlockStatement') return 0;
  return Math.max(0, (body.loc?.end.line ?? 0) - (body.loc?.start.line ?? 0) - 1);
}

/** `describe` or `it` when the function is the callback of one; a describe is a table of contents, its size is the file's. */
function testCall(parent: SyntaxNode | undefined, node: SyntaxNode): string {
  if (parent?.type !== 'CallExpression' || argumentsOf(parent).at(-1) !== node) return '';
  let callee = nodeAt(parent, 'callee');
  while (callee !== undefined && callee.type !== 'Identifier') {
    callee = nodeAt(callee, 'object') ?? nodeAt(callee, 'callee') ?? nodeAt(callee, 'tag');
  }
  const name = nameOf(callee);
  if (/^describe(?:With[A-Z]\w*)?$/.test(name)) return 'describe';
  return ['it', 'test'].includes(name) ? name : '';
}

function checkFolders(files: readonly TreeFile[]): readonly Violation[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const folder = posix.dirname(file.path);
    if (roomOf(file.path) !== '' && !LISTS.has(folder) && !isGeneratedCatalog(file)) {
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count > FOLDER_FILES_MAX)
    .map(([path, count]) => ({ path, line: 0, what: `has ${count} files` }));
}

function isGeneratedCatalog({ path }: TreeFile): boolean {
  return path.endsWith('/catalog.ts');
}
