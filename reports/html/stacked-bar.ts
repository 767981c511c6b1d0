import { languages, type Language, type Text } from '../../model/text';
import { formatNumber } from '../text/format-number';
import { html, join, type Html } from './template';

/** A part of a bar. */
export interface BarPart {
  /** Picks the color. */
  readonly name: string;
  readonly label: Text;
  readonly sign: string;
  readonly count: number;
}

const WIDTH = 1000;
const HEIGHT = 34;
/** Parts narrower than this carry no sign; the table beside the bar has them all. */
const SIGN_WIDTH = 26;

/** A stacked bar in each language, with the numbers in its description; a table must stand beside it. */
export function stackedBar(id: string, title: Text, parts: readonly BarPart[]): Html {
  return join(languages.map((language) => barIn(language, { id, title, parts })));
}

interface Bar {
  readonly id: string;
  readonly title: Text;
  readonly parts: readonly BarPart[];
}

function barIn(language: Language, { id, title, parts }: Bar): Html {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const key = `${id}-${language}`;
  const told = parts.map(({ label, count }) => `${label[language]}: ${formatNumber(count)[language]}`).join('; ');
  let at = 0;
  const drawn = parts.map((part) => {
    const width = total === 0 ? 0 : (part.count / total) * WIDTH;
    const shape = width === 0 ? html`` : partOf(part, at, width);
    at += width;
    return shape;
  });
  return html`<svg
    class="bar"
    lang="${language}"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-labelledby="${key}-title ${key}-desc"
  >
    <title id="${key}-title">${title[language]}</title>
    <desc id="${key}-desc">${told}</desc>
    ${drawn}
  </svg> `;
}

function partOf({ name, sign }: BarPart, at: number, width: number): Html {
  const box = html`<rect class="${name}" x="${at.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="${HEIGHT}" />`;
  if (width < SIGN_WIDTH) return box;
  return html`${box}<text x="${(at + width / 2).toFixed(2)}" y="23" text-anchor="middle">${sign}</text>`;
}
