import { visibleText } from '../text/visible-text';

/** A text in running Markdown: nothing in it is markup, and it stays on its line. */
export function line(text: string): string {
  return visibleText(text)
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&]/g, (one) => `\\${one}`);
}

/** A text in a cell of a table. */
export function cell(text: string): string {
  return line(text);
}

/** A text as code, which a cell can hold. */
export function code(text: string): string {
  const shown = visibleText(text)
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('|', '\\|')
    .replaceAll('`', '´');
  return `\`${shown}\``;
}
