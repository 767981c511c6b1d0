import pc from 'picocolors';
import { printCount } from '../model/print-count';
import type { Problem, ProblemError } from '../model/problem';
import { sortProblems } from '../model/problem';
import { visibleText } from '../reports/text/visible-text';
import type { Io } from './io';

/** The problems printed in full; the rest is counted. */
const PRINTED_MAX = 200;

/** Prints problems for a person: place, what, got, want, next; sorted by place, then the notes, with the count and the outcome last. */
export function printProblems(
  { problems, notes }: Pick<ProblemError, 'problems' | 'notes'>,
  io: Pick<Io, 'err' | 'color'>,
  outcome = 'nothing was written',
): void {
  const sorted = sortProblems(problems);
  const color = pc.createColors(io.color);
  for (const one of sorted.slice(0, PRINTED_MAX)) {
    io.err(`${color.bold(visibleText(place(one)))}: ${color.red(one.code)}: ${one.what}\n`);
    io.err(
      `  got   ${visibleLines(one.got)}\n  want  ${visibleLines(one.want)}\n  next  ${visibleLines(one.next)}\n\n`,
    );
  }
  const rest = sorted.length - PRINTED_MAX;
  if (rest > 0) io.err(`… and ${rest} more of the kinds above\n`);
  for (const note of notes)
    io.err(`note: ${note}
`);
  io.err(`${printCount(sorted.length, 'problem')}; ${outcome}
`);
}

/** What was got comes from outside: none of its characters may act on a terminal. */
function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}

function place({ location, at }: Problem): string {
  if (location !== undefined) return `${location.file}:${location.line}:${location.column}`;
  return at.length > 0 ? at.join('.') : 'ndc';
}
