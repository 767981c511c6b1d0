import type { TextPlace } from '../located-value';

const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** The place of an offset in a text; lines end as ECMAScript says (LF, CRLF, CR, U+2028, U+2029). */
export function placeOfOffset(text: string, offset: number): TextPlace {
  let line = 1;
  let lineStart = 0;
  for (const match of text.slice(0, offset).matchAll(LINE_END)) {
    line += 1;
    lineStart = match.index + match[0].length;
  }
  return { line, column: offset - lineStart + 1 };
}
