import { parse, type ParseError } from '@babel/parser';
import { failure, success, type Result } from '../model/problem';
import { depthWords, guardSource } from './literal/guard-source';
import { reportHiddenCharacters } from './literal/hidden-characters';
import type { FactValue, LocatedValue } from './located-value';
import { findDefaultExport } from './literal/module-form';
import { describeValue, shortenText } from './print-value';
import { ProblemList, type FactSource } from './problem-list';
import { LiteralReader } from './literal/read-literal';
import { placeOfOffset } from './literal/text-place';

type ParsedFile = ReturnType<typeof parse>;

/**
 * Reads the text of a fact file: a TypeScript module of type imports and one default export of a literal. Nothing
 * of it runs. Accepted are objects, lists, texts, templates without expressions, numbers with a minus and
 * separators, true, false, null, `as const` and `satisfies X`; everything else is a problem with line and column,
 * and all problems of the file come together. Texts come out composed (Unicode NFC).
 */
export function parseLiteral(source: string, file: FactSource): Result<LocatedValue> {
  const text = source.startsWith('\u{FEFF}') ? source.slice(1) : source;
  const problems = new ProblemList(file);
  reportHiddenCharacters(text, problems);
  const parsed = guardSource(text, problems) ? parseModule(text, problems) : undefined;
  const located = parsed === undefined ? undefined : readModule(text, parsed, problems);
  return located !== undefined && problems.isEmpty() ? success(located) : failure(problems.all());
}

function readModule(text: string, parsed: ParsedFile, problems: ProblemList): LocatedValue | undefined {
  const reader = new LiteralReader(text, problems);
  const { body, directives } = parsed.program;
  for (const directive of directives)
    reader.refuse(directive, {
      code: 'fact-statement',
      what: 'a fact file has no code',
      got: reader.source(directive),
      want: 'an "export default" before the text',
      next: 'remove the statement',
    });
  const expression = findDefaultExport(body, reader, problems);
  const located = expression === undefined ? undefined : reader.read(expression);
  if (located !== undefined) checkRoot(located, problems);
  for (const error of parsed.errors ?? [])
    if (!reader.refused.some(({ start, end }) => error.pos >= start && error.pos <= end))
      reportSyntax(text, error, problems);
  return located;
}

/** The root is an object, or a list of objects. */
function checkRoot({ value, places }: LocatedValue, problems: ProblemList): void {
  const isObject = (part: unknown): boolean => typeof part === 'object' && part !== null && !Array.isArray(part);
  const parts = isList(value)
    ? [...places.entries].map(([index, place], at) => ({ part: value[at], place, keys: [index] }))
    : [{ part: value, place: places, keys: [] }];
  for (const { part, place, keys } of parts) {
    if (isObject(part)) continue;
    const words = {
      code: 'fact-root',
      what: 'a fact is an object or a list of objects',
      got: describeValue(part),
      want: 'keys with values in braces',
      next: 'give the value a key: { key: value }',
    };
    problems.add(place, words, keys);
  }
}

function isList(value: FactValue): value is readonly FactValue[] {
  return Array.isArray(value);
}

function parseModule(text: string, problems: ProblemList): ParsedFile | undefined {
  try {
    return parse(text, {
      sourceType: 'module',
      plugins: ['typescript'],
      errorRecovery: true,
      attachComment: false,
    });
  } catch (error) {
    if (isParseError(error)) reportSyntax(text, error, problems);
    // The parser is recursive: a chain of operators without brackets can still exhaust the stack.
    else if (error instanceof RangeError)
      problems.add({ line: 1, column: 1 }, { ...depthWords, got: 'a chain without end' });
    else throw error;
    return undefined;
  }
}

function isParseError(error: unknown): error is ParseError {
  return error instanceof SyntaxError && 'pos' in error && 'reasonCode' in error;
}

function reportSyntax(text: string, error: ParseError, problems: ProblemList): void {
  const message = error.message.replace(/\s*\(\d+:\d+\)$/, '');
  const rest = /^[^\n\r]*/.exec(text.slice(error.pos, error.pos + 200))?.[0] ?? '';
  const lineEnd = error.pos >= text.length ? 'the end of the file' : 'the end of the line';
  problems.add(placeOfOffset(text, error.pos), {
    code: 'fact-syntax',
    what: `this is not TypeScript: ${shortenText(message.charAt(0).toLowerCase() + message.slice(1))}`,
    got: rest === '' ? lineEnd : shortenText(rest),
    want: 'a literal that TypeScript can read',
    next: 'look at this place and just before it for a missing comma, quote or bracket',
  });
}
