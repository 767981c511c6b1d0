import { visibleText } from '../text/visible-text';

/** A text in running Markdown or a cell: nothing in it is markup, and it stays on its line. */
export function line(text: string): string {
  return visibleText(text).replace(/[\\`*_{}[\]<>#|~&]/g, (one) => `\\${one}`);
}

/**
 * A text as code, which a cell can hold; its fence is longer than any run of backticks in it. Backslashes before a bar are
 * written by their number: whether `\\|` ends a cell, programs that read Markdown don't agree.
 */
export function code(text: string): string {
  const shown = visibleText(text)
    .replace(/\\+(?=\|)/g, (run) => '⟦U+005C⟧'.repeat(run.length))
    .replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}
