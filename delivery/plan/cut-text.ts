/** A text longer than this is cut: a page has room for what changed, not for whole documents. */
const TEXT_LENGTH_MAX = 120;

/** JSON text, short enough for a page. */
export function cutText(text: string): string {
  return text.length > TEXT_LENGTH_MAX ? `${text.slice(0, TEXT_LENGTH_MAX - 1)}…` : text;
}
