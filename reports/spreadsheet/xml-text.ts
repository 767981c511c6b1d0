import { visibleNumber, visibleText } from '../text/visible-text';

/** What XML 1.0 can't hold and `visibleText` lets stand: the two code points that are no characters. */
const NO_CHARACTER = /[\uFFFE\uFFFF]/gu;

/** What a spreadsheet would read as an escaped character (ECMA-376 Part 1, 22.9.2.19): `_x000D_`. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text in the XML of a spreadsheet: hidden characters visible, nothing lost, nothing that acts. */
export function xmlText(text: string): string {
  return visibleText(text)
    .replace(NO_CHARACTER, visibleNumber)
    .replace(ESCAPE, '_x005F_')
    .replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
}
