import { visibleText } from '../../text/visible-text';

/**
 * The beginning of a text that shows as at most this many characters, with how many were left out: `abc… (+99)`. What is
 * cut was not made visible yet. Every place but JSON shows long texts so, since names of 100 kB tell nobody anything.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max && visibleText(text).length <= max) return text;
  const kept = keptLength(text, max);
  return kept === text.length ? text : `${text.slice(0, kept)}… (+${text.length - kept})`;
}

/** How much of a text shows as at most so many characters, no pair of surrogates parted. */
function keptLength(text: string, max: number): number {
  const start = text.slice(0, max);
  // Most texts hold nothing that shows longer than it is; looking at each character takes long.
  if (start.isWellFormed() && visibleText(start).length === start.length) return start.length;
  let [kept, shown] = [0, 0];
  for (const one of text) {
    shown += visibleText(one).length;
    if (shown > max) break;
    kept += one.length;
  }
  return kept;
}

/** The first of some names, and how many more there are: `['a', 'b', '… +7']`. */
export function shortenList(names: readonly string[], max: number): readonly string[] {
  return names.length <= max ? names : [...names.slice(0, max), `… +${names.length - max}`];
}
