/** Control characters, directional and zero-width marks, line separators, and the bracket that shows them. */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u27e6]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/**
 * A text with every character that a reader can't see, or that turns the text around, written as `⟦U+202E⟧`; lone
 * surrogates too. Nothing is lost: different texts stay different.
 */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (one) => `⟦U+${codeOf(one)}⟧`);
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
