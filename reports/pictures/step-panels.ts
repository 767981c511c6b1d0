import type { Text } from '../../model/text';
import { html, type Html } from '../html/html';
import { placesOnDays, rounded, stepPath, wholeTicks } from './day-axis';
import type { Box, Drawing } from './grid-picture';
import { svgText } from './svg-text';

/** A number that was told at several times. */
export interface StepSeries {
  readonly name: Text;
  /** In the order of the days. */
  readonly values: readonly number[];
}

/** Numbers that were told at the same times, each in a panel of its own. */
export interface StepPanels {
  /** `YYYY-MM-DD`, never going back; at least one. */
  readonly days: readonly string[];
  readonly series: readonly StepSeries[];
}

/** Chooses what of a text is written: both languages, or one. */
export type Speak = (text: Text) => Text;

const COLUMNS = 3;
const PANEL = { width: 330, height: 152 } as const;
const PLOT: Box = { x: 62, y: 28, width: 204, height: 88 };

/** The looks of lines and of the marks on them, one after another. */
const DASHES = ['none', '7 3', '2 2', '9 3 2 3', '4 4'] as const;
const MARKS = [circle, square, triangle, diamond] as const;

/**
 * Draws a panel for each series: a level line that jumps on the days on which something was told, over an axis from zero
 * with whole numbers, and what it came to at its end. Each has a dash and a mark of its own.
 */
export function drawStepPanels({ days, series }: StepPanels, speak: Speak): Drawing {
  const places = placesOnDays(days).map((share) => PLOT.x + share * PLOT.width);
  const ends = [days[0] ?? '', days.at(-1) ?? ''] as const;
  const panels = series.map((one, index) => {
    const [x, y] = [(index % COLUMNS) * PANEL.width, Math.floor(index / COLUMNS) * PANEL.height];
    const line = lineOf(one.values, { places, look: index, speak });
    const title = svgText(speak(one.name), { x: 6, y: 16, style: 'strong', letters: TITLE_LETTERS });
    return html`<g transform="translate(${x} ${y})">${title}${line}${dayLabels(ends, speak)}</g>`;
  });
  const columns = Math.min(COLUMNS, series.length);
  const height = Math.ceil(series.length / COLUMNS) * PANEL.height;
  return { width: columns * PANEL.width, height, body: html`${panels}` };
}

const TITLE_LETTERS = 44;

function lineOf(
  values: readonly number[],
  { places, look, speak }: { readonly places: readonly number[]; readonly look: number; readonly speak: Speak },
): Html {
  const ticks = wholeTicks(Math.max(0, ...values));
  const [right, bottom] = [PLOT.x + PLOT.width, PLOT.y + PLOT.height];
  const heightOf = (value: number): number => bottom - (value / (ticks.at(-1) ?? 1)) * PLOT.height;
  const heights = values.map(heightOf);
  const grid = ticks.map((tick) => `M${PLOT.x} ${rounded(heightOf(tick))}H${right}`).join('');
  const labels = ticks.map((tick) =>
    svgText(speak(amountText(tick)), { x: PLOT.x - 6, y: rounded(heightOf(tick) + 4), style: 'end soft' }),
  );
  const mark = MARKS[look % MARKS.length] ?? circle;
  const marks = places.map((x, index) => mark(rounded(x), rounded(heights[index] ?? bottom)));
  const last = values.at(-1) ?? 0;
  const value = svgText(speak(amountText(last)), { x: right + 6, y: rounded(heightOf(last) + 4), style: 'strong' });
  return html`<path class="lines" d="${grid}" />${labels}<path
      class="step"
      d="${stepPath(places, heights, right)}"
      stroke-dasharray="${DASHES[look % DASHES.length] ?? 'none'}"
    />${marks}${value}`;
}

function dayLabels([first, last]: readonly [string, string], speak: Speak): Html {
  const y = PLOT.y + PLOT.height + 16;
  const begin = svgText(speak(dayText(first)), { x: PLOT.x, y, style: 'soft' });
  if (first === last) return begin;
  return html`${begin}${svgText(speak(dayText(last)), { x: PLOT.x + PLOT.width, y, style: 'end soft' })}`;
}

const DAYS = { vi: shortDays('vi-VN'), en: shortDays('en-GB') };
const NUMBERS = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

function shortDays(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

function dayText(iso: string): Text {
  const date = new Date(`${iso}T00:00:00Z`);
  return { vi: DAYS.vi.format(date), en: DAYS.en.format(date) };
}

function amountText(value: number): Text {
  return { vi: NUMBERS.vi.format(value), en: NUMBERS.en.format(value) };
}

const SIDE = 6;

function circle(x: number, y: number): Html {
  return html`<circle class="mark" cx="${x}" cy="${y}" r="${SIDE / 2}" />`;
}

function square(x: number, y: number): Html {
  return outline(`M${x - 3} ${y - 3}h${SIDE}v${SIDE}h-${SIDE}z`);
}

function triangle(x: number, y: number): Html {
  return outline(`M${x} ${rounded(y - 4)}l4 7h-8z`);
}

function diamond(x: number, y: number): Html {
  return outline(`M${x} ${y - 4}l4 4l-4 4l-4 -4z`);
}

function outline(path: string): Html {
  return html`<path class="mark" d="${path}" />`;
}
