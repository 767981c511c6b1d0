import type { Text } from '../text';

/** How an instrument is cited: by article (laws, decrees), or by clause number (standards). */
export type CitationStyle = 'article' | 'clause';

const articlePattern = /^(\d+)(?:\.(\d+))?(?:\(([a-zđ])\))?$/;
const clausePattern = /^[A-Z\d][\d.]*(?: [a-zđ](?:, [a-zđ])*)?$/;

/**
 * The citation of one or more places, separated by `; `, in both languages: `31.2(d)` by article is
 * `điểm d khoản 2 Điều 31` and `Art. 31.2(d)`; `5.8.2.1 a` by clause is `mục 5.8.2.1 a` and `clause 5.8.2.1 a`.
 */
export function cite(style: CitationStyle, places: string): Text {
  const parts = places.split('; ').map((place) => (style === 'article' ? citeArticle(place) : citeClause(place)));
  return { vi: parts.map((part) => part.vi).join('; '), en: parts.map((part) => part.en).join('; ') };
}

function citeArticle(place: string): Text {
  const match = articlePattern.exec(place);
  if (match === null) throw new Error(`${place} isn't an article such as 31, 31.2 or 31.2(d)`);
  const [, article, clause, point] = match;
  const vi = [
    point === undefined ? '' : `điểm ${point} `,
    clause === undefined ? '' : `khoản ${clause} `,
    `Điều ${article}`,
  ];
  return { vi: vi.join(''), en: `Art. ${place}` };
}

function citeClause(place: string): Text {
  if (!clausePattern.test(place)) throw new Error(`${place} isn't a clause such as 5.8 or 5.8.2.1 a`);
  return { vi: `mục ${place}`, en: `clause ${place}` };
}
