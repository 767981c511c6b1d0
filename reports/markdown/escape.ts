import { visibleText } from '../text/visible-text';

/** A text in running Markdown or a cell: nothing in it is markup, and it stays on its line. */
export function line(text: string): string {
  return visibleText(text).replace(/[\\`*_{}[\]<>#|~&]/g, (one) => `\\${one}`);
}

/** A text as code, which a cell can hold; its fence is longer than any run of backticks in it. */
export function code(text: string): string {
  const shown = visibleText(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}
