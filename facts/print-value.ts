import { printCount } from '../model/print-count';

/** How many characters of a value a problem repeats at most. */
export const SHOWN_CHARACTERS_MAX = 80;

/** Everything that could act on a reader's terminal or look like something else. */
const HIDDEN = /(?! )[\p{C}\p{Z}]|[^\p{Script=Latin}\p{Script=Common}]/gu;

/**
 * Text as it may be shown: Latin letters (so Vietnamese) and common signs as they are; control characters,
 * invisible characters, look-alike letters of other scripts and stray combining marks as `\u{…}`.
 */
export function escapeText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(HIDDEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Text as it may be shown, cut after {@link SHOWN_CHARACTERS_MAX} characters. */
export function shortenText(text: string): string {
  const start = Array.from(text.slice(0, 2 * SHOWN_CHARACTERS_MAX)).slice(0, SHOWN_CHARACTERS_MAX);
  const shown = start.join('');
  return shown.length < text.length ? `${escapeText(shown)}…` : escapeText(shown);
}

/** A text in double quotes as it may be shown, cut. */
export function quoteText(text: string): string {
  const quoted = JSON.stringify(text.slice(0, 2 * SHOWN_CHARACTERS_MAX)).slice(1, -1);
  const cut = text.length > 2 * SHOWN_CHARACTERS_MAX ? `${quoted}…` : quoted;
  return `"${shortenText(cut)}"`;
}

/** What a value is, in the words of a problem: its kind and its short text. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text ${quoteText(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return describeList(value);
  if (typeof value === 'object' && value !== null) return describeObject(value);
  return value === null ? 'null' : shortenText(`${value as boolean | bigint}`);
}

function describeList(list: readonly unknown[]): string {
  return list.length === 0 ? 'an empty list' : `a list of ${printCount(list.length, 'entry', 'entries')}`;
}

function describeObject(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  return shortenText(`an object with the ${keys.length === 1 ? 'key' : 'keys'} ${keys.slice(0, 20).join(', ')}`);
}
