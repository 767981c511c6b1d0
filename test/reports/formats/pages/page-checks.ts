import { readPage as readAnew, type ReadPage } from '../../hostile/readers/html-reader';

/** Files of a format by path, as texts. */
export type TextFiles = ReadonlyMap<string, string>;

/** The pages among files. */
export function pagesOf(files: TextFiles): readonly (readonly [path: string, page: string])[] {
  return [...files].filter(([path]) => path.endsWith('.html'));
}

const known = new Map<string, ReadPage>();

/** A page as it reads; checks look at the same page many times. */
export function readPage(page: string): ReadPage {
  const read = known.get(page) ?? readAnew(page);
  known.set(page, read);
  return read;
}

/** Texts that a page in both languages has in one alone: an element or an attribute without its twin, or bare words that no data holds. */
export function loneTexts(files: TextFiles, data: string): readonly string[] {
  return pagesOf(files)
    .filter(([, page]) => page.includes('data-lang="vi"'))
    .flatMap(([path, page]) => [...withoutTwin(page), ...bareWords(page, data)].map((one) => `${path}: ${one}`));
}

function withoutTwin(page: string): readonly string[] {
  const elements = readPage(page).elements.slice(1);
  const spoken = elements.filter((one) => one.attributes.has('lang'));
  const lone = spoken.filter((one, index) => {
    const isFirst = index % 2 === 0;
    const twin = spoken[isFirst ? index + 1 : index - 1];
    const language = isFirst ? 'vi' : 'en';
    return one.attributes.get('lang') !== language || twin?.name !== one.name;
  });
  const halves = elements.filter(({ attributes }) => {
    const [vi, en] = [attributes.get('data-vi'), attributes.get('data-en')];
    return (vi ?? en) !== undefined && [vi, en].some((one) => one === undefined || one.trim() === '');
  });
  return [...lone, ...halves].map(({ at }) => page.slice(at, at + 60));
}

/** Names of frameworks, which no language translates. */
const PROPER = new Set(['Kubernetes', 'NIST', 'Benchmark', 'CISA', 'Guide']);

/** Words between elements in neither language: names and ids stand in the data, and a sentence of ours does not. */
function bareWords(page: string, data: string): readonly string[] {
  const bare = page
    .replace(/<(head|script|style|noscript)\b.*?<\/\1\s*>/gs, '')
    .replace(/<(?!html)([a-z]+)\b[^>]*\slang="(?:vi|en)"[^>]*>.*?<\/\1\s*>/gs, '')
    .replace(/<(option|title)\b[^>]*\sdata-vi="[^>]*>[^<]*<\/\1\s*>/g, '');
  return readPage(bare)
    .texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{L}{4,}(?![\p{L}\p{N}])/gu) ?? [])
    .filter((word) => !data.includes(word) && !PROPER.has(word));
}

/** Numbers of instruments, points and the name of the language, which stand so in English too. */
const SAME_IN_BOTH = /(?:NĐ-CP|QĐ-TTg|QĐ-\S+|đ\)|Tiếng Việt)/gu;

const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u;

/** Pages of one language that differ from the other's in more than words, and words that stand in the wrong one. */
export function unlikePages(files: TextFiles): readonly string[] {
  return pagesOf(files)
    .filter(([path]) => path.startsWith('vi/'))
    .flatMap(([path, page]) => {
      const other = files.get(path.replace(/^vi/, 'en'));
      if (other === undefined) return [`${path}: no page in English`];
      const [vi, en] = [readPage(page), readPage(other)];
      const shape = ({ elements }: typeof vi): string => elements.map(({ name }) => name).join(' ');
      if (shape(vi) !== shape(en)) return [`${path}: another shape in English`];
      return wrongLanguage(path, vi.texts, en.texts);
    });
}

function wrongLanguage(path: string, vi: readonly string[], en: readonly string[]): readonly string[] {
  if (vi.length !== en.length) return [`${path}: other texts in English`];
  // A name of an agency that the facts give in Vietnamese alone would be told here too; those of the tests have both.
  return en.flatMap((text, index) => {
    const isSame = text === vi[index];
    const sentence = /\p{L}{3,} \p{L}{2,} \p{L}{2,}/u.test(text);
    return VIETNAMESE.test(text.replace(SAME_IN_BOTH, '')) || (isSame && sentence)
      ? [`${path}: ${text.trim().slice(0, 80)}`]
      : [];
  });
}
