import { problem, ProblemError } from '../../model/problem';
import { pageText, type PagePart } from '../../reports/reachability/answers/page';
import { printableJson } from '../../reports/text/printable-json';
import { flagOption, textOption, type CommandInput } from '../command';
import type { Io } from '../io';

/** An answer in all its forms. */
export interface PrintedAnswer {
  /** Made only where it is asked for. */
  readonly page: () => readonly PagePart[];
  /** One object a line; made only where it is asked for. */
  readonly json: () => Iterable<object>;
  /** Lines of a table, the names of its columns first.
   * @default - it is no table
   */
  readonly csv?: () => Iterable<string>;
}

/**
 * Prints an answer in the form that is asked for.
 * @throws ProblemError when the answer has no such form
 */
export function printAnswer({ page, json, csv }: PrintedAnswer, input: CommandInput, io: Io): void {
  const format = textOption(input, 'format');
  if (format === 'json') for (const one of json()) io.out(`${printableJson(JSON.stringify(one))}\n`);
  else if (format === 'text') io.out(pageText(page(), flagOption(input, 'all')));
  else if (format === 'csv' && csv !== undefined) for (const line of csv()) io.out(`${line}\n`);
  else throw new ProblemError([formless(format, csv !== undefined)]);
}

/**
 * The text of an option without which a question isn't one.
 * @throws ProblemError when it isn't given
 */
export function neededOption(input: CommandInput, name: string, want: string): string {
  const text = textOption(input, name) ?? '';
  if (text !== '') return text;
  const [question = ''] = input.arguments;
  throw new ProblemError([
    problem({
      code: 'question-incomplete',
      at: [`--${name}`],
      what: `ndc prove ${question} is asked about nothing`,
      got: 'nothing',
      want,
      next: `add --${name}`,
    }),
  ]);
}

function formless(got: string | undefined, isTable: boolean) {
  return problem({
    code: 'answer-formless',
    at: ['--format'],
    what: 'this answer can’t be written so',
    got: got ?? 'nothing',
    want: isTable ? 'text, json or csv' : 'text or json',
    next: 'write --format json for a program, or leave it out',
  });
}
