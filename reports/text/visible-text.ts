/** Control and format characters (bidirectional marks, zero width, tags), line separators, lone surrogates, and the bracket that shows them. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}⟦]/gu;

/** Latin letters with all their marks, digits and signs, none of them hidden: nearly every text, told at once. */
const PLAIN = /^[ -~\u00A1-\u00AC\u00AE-\u024F\u1E00-\u1EFF]*$/;

/**
 * A text with every character that a reader can't see, or that turns the text around, written as `⟦U+202E⟧`; nothing
 * is lost, and different texts stay different.
 */
export function visibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(HIDDEN, visibleNumber);
}

/** A character told by its number: `⟦U+202E⟧`. */
export function visibleNumber(character: string): string {
  return `⟦U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟧`;
}
