import { html } from '../html/html';
import { placesOnDays, rounded, stepPath } from './day-axis';
import type { Drawing } from './grid-picture';

const [WIDTH, HEIGHT] = [120, 26];
const EDGE = 4;

/**
 * A small line for a row of a table, level until it jumps, over a base line at zero; it ends in a dot. Where nothing was
 * told, it has a hole.
 */
export function drawSpark(days: readonly string[], values: readonly (number | undefined)[], most: number): Drawing {
  const places = placesOnDays(days).map((share) => EDGE + share * (WIDTH - 2 * EDGE));
  const [end, bottom] = [WIDTH - EDGE, HEIGHT - EDGE];
  const heights = values.map((value) =>
    value === undefined ? undefined : bottom - (value / Math.max(1, most)) * (bottom - EDGE),
  );
  const last = heights.at(-1);
  const dot = last === undefined ? '' : html`<circle class="mark" cx="${end}" cy="${rounded(last)}" r="2.5" />`;
  const body = html`<path class="lines" d="M${EDGE} ${bottom}H${end}" /><path
      class="step"
      d="${stepPath(places, heights, end)}"
    />${dot}`;
  return { width: WIDTH, height: HEIGHT, body };
}
