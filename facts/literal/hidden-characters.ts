import { placeOfOffset } from './text-place';
import { PROBLEMS_PER_FILE_MAX, type ProblemList, type ProblemWords } from '../problem-list';

const HIDDEN = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?![\t\n\r])\p{Cc}/u;

/**
 * Whether a text holds a character that a reviewer can't see and that can make a text read differently from what
 * it is (direction marks, zero-width and control characters: CVE-2021-42574), or half a character.
 */
export function hasHiddenCharacter(text: string): boolean {
  return HIDDEN.test(text);
}

/** Reports every hidden character of a fact file, comments included. */
export function reportHiddenCharacters(text: string, problems: ProblemList): void {
  if (!HIDDEN.test(text)) return;
  let reported = 0;
  for (const match of text.matchAll(new RegExp(HIDDEN.source, 'gu'))) {
    if (reported >= PROBLEMS_PER_FILE_MAX) return;
    problems.add(placeOfOffset(text, match.index), hiddenCharacterWords(match[0]));
    reported += 1;
  }
}

/** The words of the problem for a text that holds a hidden character. */
export function hiddenCharacterWords(text: string): ProblemWords {
  const code = HIDDEN.exec(text)?.[0].codePointAt(0) ?? 0;
  return {
    code: 'fact-text-hidden',
    what: 'a character stands here that a reader cannot see',
    got: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
    want: 'visible characters, spaces, tabs and line ends',
    next: 'delete the character and write the text again by hand',
  };
}
