import type { Text } from '../../model/text';
import { html } from '../html/html';
import { pathMessages } from '../text/path-messages';
import { smallCell, type Drawing, type GridCell } from './grid-picture';
import { labelWidth, svgText } from './svg-text';

/** What a legend may explain, and how it looks in a grid. */
const samples = {
  passes: { cell: { look: 'passes', share: 1 }, text: pathMessages.passes },
  few: { cell: { look: 'passes', share: 0.15 }, text: pathMessages.few },
  depends: { cell: { look: 'depends', share: 1 }, text: pathMessages.depends },
  mixed: { cell: { look: 'passes', share: 1, sign: '?' }, text: pathMessages.mixed },
  differs: { cell: { look: 'differs', share: 1 }, text: pathMessages.differs },
} as const satisfies Readonly<
  Record<string, { readonly cell: Pick<GridCell, 'look' | 'share' | 'sign'>; readonly text: Text }>
>;

/** One thing that a legend explains. */
export type LegendItem = keyof typeof samples;

const SIZE = 18;
const LINE = 24;

/** Draws what the cells of a grid mean, a line each. */
export function drawLegend(items: readonly LegendItem[], speak: (text: Text) => Text): Drawing {
  const texts = items.map((item) => speak(samples[item].text));
  const body = items.map((item, index) => {
    const y = index * LINE;
    const cell = smallCell(samples[item].cell, { x: 0, y, width: SIZE, height: SIZE });
    return html`${cell}${svgText(texts[index] ?? samples[item].text, { x: SIZE + 8, y: y + 14, letters: LEGEND_LETTERS })}`;
  });
  return { width: SIZE + 8 + labelWidth(texts, LEGEND_LETTERS), height: items.length * LINE + 4, body: html`${body}` };
}

/** A legend is a sentence, longer than a name. */
const LEGEND_LETTERS = 150;
