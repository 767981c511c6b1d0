import type { Text } from '../../model/text';
import { visibleText } from '../text/visible-text';

/** Markup that was made here and is safe to show. */
export class Html {
  public constructor(public readonly text: string) {}
}

/** What a template may hold: texts and numbers are escaped, markup and lists of markup are taken as they are. */
export type HtmlPart = string | number | Html | readonly Html[];

/** Makes markup; every value that isn't markup itself is escaped, hidden characters are made visible. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let text = strings[0] ?? '';
  for (const [index, part] of parts.entries()) text += render(part) + (strings[index + 1] ?? '');
  return new Html(text);
}

/** A text in both languages; the page shows one of them. */
export function both({ vi, en }: Text): Html {
  return vi === en ? html`${vi}` : html`<span lang="vi">${vi}</span><span lang="en">${en}</span>`;
}

/** Attributes that name an element in both languages; the script writes the chosen one. */
export function label({ vi, en }: Text): Html {
  return html`aria-label="${vi}" data-as="aria-label" data-vi="${vi}" data-en="${en}"`;
}

const NUMBERS = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-US') };
const DAYS = { vi: dayFormat('vi-VN'), en: dayFormat('en-GB') };

/** A number as each language writes it. */
export function amount(value: number): Html {
  return both({ vi: NUMBERS.vi.format(value), en: NUMBERS.en.format(value) });
}

/** A date as each language writes it. */
export function day(iso: string): Html {
  const date = new Date(`${iso}T00:00:00Z`);
  return both({ vi: DAYS.vi.format(date), en: DAYS.en.format(date) });
}

function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
}

function render(part: HtmlPart): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  let text = '';
  for (const one of part) text += one.text;
  return text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Visible ASCII without what markup gives a meaning: nearly every id and address, and nothing to escape. */
const PLAIN = /^[ !#-%(-;=?-~]*$/;

function escape(text: string): string {
  if (PLAIN.test(text)) return text;
  return visibleText(text).replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
}
