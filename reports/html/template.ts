import { visibleText } from '../text/visible-text';

/** Markup that is safe to write as it stands. */
export class Html {
  public constructor(public readonly text: string) {}
}

/** What may stand in a template: markup, text (escaped), numbers, lists of these, or nothing. */
export type Content = Html | string | number | undefined | readonly Content[];

/** Markup from a template; every value but markup is escaped, for elements and quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) text += `${write(value)}${parts[index + 1] ?? ''}`;
  return new Html(text);
}

/** Joins markup. */
export function join(parts: readonly Content[]): Html {
  return new Html(parts.map((part) => write(part)).join(''));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in an element or a quoted attribute; hidden characters are shown by their code. */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (one) => entities[one] ?? one);
}

function write(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'string') return escapeHtml(content);
  return typeof content === 'number' ? String(content) : content.map((one) => write(one)).join('');
}
