import { visibleNumber, visibleText } from '../text/visible-text';

/** A text in running Markdown or a cell: nothing in it is markup, and it stays on its line. */
export function line(text: string): string {
  return visibleText(text).replace(/[\\`*_{}[\]<>#|~&]/g, (one) => `\\${one}`);
}

/**
 * A text as code, in a cell or not; its fence is longer than any run of backticks in it. A bar is told by its number: what `\|`
 * shows differs in and out of cells, and whether `\\|` ends one, programs that read Markdown don't agree.
 */
export function code(text: string): string {
  const shown = visibleText(text).replaceAll('|', visibleNumber);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // Of blanks at both ends, one at each is taken away.
  const isBare = longest === 0 && !/^ .* $/s.test(shown);
  return isBare ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}
