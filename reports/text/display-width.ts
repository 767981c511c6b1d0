/** Marks that stand on the character before them. */
const MARKS = /\p{Mn}|\p{Me}/u;
/** Characters that take two columns of a terminal (UAX #11: wide and fullwidth). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/** How many columns of a terminal a text takes; a letter and its diacritics take one, however they are encoded. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const one of text) width += MARKS.test(one) ? 0 : WIDE.test(one) ? 2 : 1;
  return width;
}

/** A text with blanks behind it, so that it takes so many columns. */
export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
