import { visibleText } from '../../text/visible-text';

/** A part of a page of text: what it is about, and what it lists, most important first. */
export interface PagePart {
  /** Ends with no colon; one follows where something is listed. */
  readonly head: string;
  /** Lines of each thing that is listed: the first names it, the others tell why. */
  readonly items: readonly (readonly string[])[];
}

/** How many things of a part are shown on a page. */
const SHOWN_MAX = 12;

/** Parts as text, one page; what is left out is counted unless everything is wanted. */
export function pageText(parts: readonly PagePart[], isWhole: boolean): string {
  return parts
    .flatMap(({ head, items }) => {
      const shown = isWhole ? items : items.slice(0, SHOWN_MAX);
      const left = items.length - shown.length;
      return [
        items.length === 0 ? head : `${head}:`,
        ...shown.flatMap(([name = '', ...why]) => [`  ${name}`, ...why.map((line) => `      ${line}`)]),
        ...(left === 0 ? [] : [`  … and ${left} more; --all lists them`]),
      ];
    })
    .map((line) => `${visibleText(line)}\n`)
    .join('');
}
