/** How many characters of a person's text an error repeats at most. */
export const QUOTED_CHARACTERS_MAX = 60;

/**
 * Repeats a person's text inside an error: quoted, cut after {@link QUOTED_CHARACTERS_MAX} characters, and with
 * everything that isn't printable ASCII escaped, so that look-alike digits, direction marks and control
 * characters are seen instead of acting on the reader's terminal.
 */
export function quoteInput(text: string): string {
  const start = Array.from(text.slice(0, 2 * QUOTED_CHARACTERS_MAX)).slice(0, QUOTED_CHARACTERS_MAX);
  const shown = start.map(escapeCharacter).join('');
  const shownLength = start.join('').length;
  return shownLength < text.length ? `"${shown}"… (${text.length} characters)` : `"${shown}"`;
}

function escapeCharacter(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x20 && code < 0x7f ? character : `\\u{${code.toString(16)}}`;
}
