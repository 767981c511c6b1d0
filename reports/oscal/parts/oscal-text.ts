import { line } from '../../markdown/escape';
import { visibleText } from '../../text/visible-text';

/** A text where OSCAL takes Markdown (titles, descriptions, remarks): nothing in it is markup, and it stays on one line. */
export function markup(text: string): string {
  return line(text);
}

/**
 * A text where OSCAL takes a plain string (values, names): what can't be seen is told by its number, so are blanks at its
 * ends, where OSCAL allows none, and nothing at all is `⟦⟧`.
 */
export function plain(text: string): string {
  if (text === '') return '⟦⟧';
  return visibleText(text).replace(/^\s|\s$/gu, blank);
}

function blank(one: string): string {
  return `⟦U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟧`;
}
