import { hostileNames, marksIn, type FoundMark } from './hostile-texts';
import { meanings, readTexts, type WrittenFile } from './readers/read-texts';

/** What can't be seen or acts on a reader, which no file but data may hold as it is. */
const ACTING = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Files that hold data: their readers get each character as it is. */
const DATA = /\.(?:json|js|sarif)$/;

/** How a format keeps the texts that it was given. */
export interface KeptTexts {
  /** Places of which a text was found, sorted. */
  readonly places: readonly string[];
  /** Texts that stand somewhere, and not whole or not as text. */
  readonly mangled: readonly string[];
  /** Texts of which a place that holds others holds none. */
  readonly missing: readonly string[];
}

/** Reads all files of a format, and looks for each text by the mark in its middle. */
export function keptTexts(files: readonly WrittenFile[]): KeptTexts {
  const found = new Map<string, Set<string>>();
  const mangled: string[] = [];
  for (const file of files) {
    if (!DATA.test(file.path)) mangled.push(...actingIn(file));
    for (const mark of marksOf(readTexts(file), file.path)) {
      if (!mark.isWhole) mangled.push(mark.told);
      else if (!mark.isToken) found.set(mark.place, (found.get(mark.place) ?? new Set()).add(mark.name));
    }
  }
  const missing = [...found].flatMap(([place, names]) =>
    hostileNames.filter((name) => !names.has(name)).map((name) => `${place} ${name}`),
  );
  return { places: [...found.keys()].toSorted(), mangled, missing };
}

/** A mark that was found, and whether its text stands around it. */
interface JudgedMark extends FoundMark {
  readonly isWhole: boolean;
  /** Whether it is spelled as a token of OSCAL, which only programs read: the text must stand elsewhere too. */
  readonly isToken: boolean;
  /** Where it was found, and what stands there. */
  readonly told: string;
}

function* marksOf(texts: readonly string[], path: string): Generator<JudgedMark> {
  for (const given of texts) {
    const spelled = path.endsWith('.json') ? fromRoleToken(given) : undefined;
    const text = spelled ?? given;
    const raw = fromVisible(text);
    for (const mark of marksIn(raw)) {
      if (isShortLabel(mark, raw)) continue;
      const isWhole = (DATA.test(path) ? meanings(text) : [text]).some((one) => holds(one, mark));
      const isToken = spelled !== undefined;
      yield {
        ...mark,
        isWhole,
        isToken,
        told: `${path} ${mark.place} ${mark.name}: ${JSON.stringify(around(raw, mark))}`,
      };
    }
  }
}

/** The role that a token of OSCAL spells, each character but a few by its number; undefined for what is no such token. */
function fromRoleToken(text: string): string | undefined {
  const { role } =
    /^signer-(?<role>(?:[A-Za-z0-9.-]|_[0-9a-f]{1,6}_)*Q\d+roleQ(?:[A-Za-z0-9.-]|_[0-9a-f]{1,6}_)*)$/.exec(text)
      ?.groups ?? {};
  return role?.replace(/_([0-9a-f]+)_/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
}

/** Texts that stand among these, read by whatever program, and not whole. */
export function mangledTexts(texts: readonly string[], path: string): readonly string[] {
  return [...marksOf(texts, path)].flatMap(({ isWhole, told }) => (isWhole ? [] : [told]));
}

function holds(text: string, { whole }: FoundMark): boolean {
  return text.includes(whole) || fromVisible(text).includes(whole);
}

/** A label of a picture that has no room for all; the whole text must stand elsewhere. */
function isShortLabel({ whole }: FoundMark, text: string): boolean {
  return text.endsWith('…') && whole.startsWith(text.slice(0, -1));
}

/** A text with every character that is told by its number as itself: what the reader of a page understands. */
export function fromVisible(text: string): string {
  return text.replace(/⟦U\+([0-9A-F]{4,6})⟧/g, (_, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 16)),
  );
}

function actingIn({ path, bytes }: WrittenFile): readonly string[] {
  if (path.endsWith('.xlsx')) return [];
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll(path.endsWith('.csv') || path.endsWith('.ics') ? '\r\n' : '\n', '\n');
  const acting = ACTING.exec(text);
  return acting === null ? [] : [`${path} holds U+${acting[0].codePointAt(0)?.toString(16)} at ${acting.index}`];
}

function around(text: string, { whole, place }: FoundMark): string {
  const at = text.indexOf(`${place}Q`);
  return text.slice(Math.max(0, at - whole.length), at + whole.length);
}
