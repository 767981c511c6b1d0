import { quoteText } from '../print-value';
import type { LiteralReader } from './read-literal';
import type { ProblemList } from '../problem-list';
import type { Expression, Statement } from './syntax-tree';

const WANT = 'type imports and one "export default" of an object or a list of objects';

/** Words for statements by kind; any other statement is code. */
const statementWords: Readonly<Record<string, readonly [what: string, next: string]>> = {
  ExportAllDeclaration: ['a fact file exports nothing of another file', 'write the fact in this file'],
  ExportNamedDeclaration: ['a fact file exports its fact and nothing else', 'move the value into the default export'],
  FunctionDeclaration: ['a fact file has no code', 'remove the function; code belongs in constructs'],
  ClassDeclaration: ['a fact file has no code', 'remove the class; code belongs in constructs'],
  TSEnumDeclaration: ['a fact file has no code', 'remove the enum; its type belongs in model/facts'],
  TSTypeAliasDeclaration: ['a fact file declares no types', 'move the type to model/facts and import it as a type'],
  TSInterfaceDeclaration: ['a fact file declares no types', 'move the type to model/facts and import it as a type'],
  VariableDeclaration: ['a fact file has no variables', 'write the value where it is used'],
};

/** Finds the one default export among the statements of a fact file, and reports every other statement. */
export function findDefaultExport(
  statements: readonly Statement[],
  reader: LiteralReader,
  problems: ProblemList,
): Expression | undefined {
  const exports = statements.filter((statement) => isAccepted(statement, reader));
  const [first, ...others] = exports.map(defaultExport).filter((found) => found !== undefined);
  for (const other of others) refuseSecondExport(other.statement, reader);
  if (first !== undefined) return first.value;
  if (problems.isEmpty())
    problems.add(
      { line: 1, column: 1 },
      {
        code: 'fact-export-missing',
        what: 'the file states no fact',
        got: statements.length === 0 ? 'an empty file' : 'only imports',
        want: WANT,
        next: 'write "export default { … } satisfies" and the type of the fact',
      },
    );
  return undefined;
}

interface DefaultExport {
  readonly statement: Statement;
  readonly value: Expression;
}

function defaultExport(statement: Statement): DefaultExport | undefined {
  if (statement.type !== 'ExportDefaultDeclaration') return undefined;
  // The declarations that aren't expressions (functions, classes) were refused before.
  return { statement, value: statement.declaration as Expression };
}

/** Whether a statement may stand in a fact file; reports it otherwise. */
function isAccepted(statement: Statement, reader: LiteralReader): boolean {
  if (statement.type === 'ImportDeclaration') return isTypeImport(statement, reader);
  if (statement.type !== 'ExportDefaultDeclaration') return refuseStatement(statement, reader);
  return /Declaration$|^TSDeclareFunction$/.test(statement.declaration.type)
    ? refuseStatement(statement, reader)
    : true;
}

function isTypeImport(statement: Extract<Statement, { type: 'ImportDeclaration' }>, reader: LiteralReader): boolean {
  if (statement.importKind === 'type') return true;
  reader.refuse(statement, {
    code: 'fact-import',
    what: 'a fact file imports types only; nothing of it is run',
    got: `an import of ${quoteText(statement.source.value)} at run time`,
    want: '"import type { … } from …"',
    next: 'write "import type", or write the value itself',
  });
  return false;
}

function refuseStatement(statement: Statement, reader: LiteralReader): boolean {
  const [what, next] = statementWords[statement.type] ?? ['a fact file has no code', 'remove the statement'];
  reader.refuse(statement, {
    code: 'fact-statement',
    what,
    got: reader.source(statement),
    want: WANT,
    next,
  });
  return false;
}

function refuseSecondExport(statement: Statement, reader: LiteralReader): void {
  reader.refuse(statement, {
    code: 'fact-export-second',
    what: 'a fact file has one default export',
    got: reader.source(statement),
    want: WANT,
    next: 'put the second fact into a file of its own',
  });
}
