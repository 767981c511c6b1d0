import type { Text } from '../../model/text';
import { html, type Html } from '../html/html';
import { fills, signs, type CellLook } from './patterns';
import { labelWidth, svgText } from './svg-text';

/** One cell of a grid in which there is something to see. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly look: CellLook;
  /** How much of all that could be there is, from 0 to 1: the area that is filled. */
  readonly share: number;
  /** A sign over what is filled.
   * @default - the sign of its look
   */
  readonly sign?: string;
  /** What is written in the cell in place of a sign, a line each.
   * @default - nothing
   */
  readonly lines?: readonly Text[];
  /** What is told of the cell where the pointer rests.
   * @default - nothing
   */
  readonly title?: Html;
}

/** A grid of rows and columns with names. */
export interface Grid {
  readonly rows: readonly Text[];
  readonly columns: readonly Text[];
  readonly cells: readonly GridCell[];
  /** Width and height of a cell in pixels. */
  readonly cell: readonly [number, number];
}

/** A part of a picture with its size in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: Html;
}

const GAP = 6;
const LINE_HEIGHT = 15;
/** The least that is filled of a cell with something in it. */
const FILLED_MIN = 4;
const STEEP = -90;
/** How wide a pattern frames what is written. */
const FRAME = 6;

/** Draws a grid: names of rows to the left, names of columns above, from bottom to top. */
export function drawGrid({ rows, columns, cells, cell }: Grid): Drawing {
  const [width, height] = cell;
  const [left, top] = [labelWidth(rows) + GAP * 2, labelWidth(columns) + GAP * 2];
  const [right, bottom] = [left + columns.length * width, top + rows.length * height];
  const names = [
    ...rows.map((text, index) => svgText(text, { x: left - GAP, y: top + (index + 0.5) * height + 4, style: 'end' })),
    ...columns.map((text, index) => svgText(text, { x: left + (index + 0.5) * width + 4, y: top - GAP, turn: STEEP })),
  ];
  const lines = [
    ...Array.from({ length: rows.length + 1 }, (_, index) => `M${left} ${top + index * height}H${right}`),
    ...Array.from({ length: columns.length + 1 }, (_, index) => `M${left + index * width} ${top}V${bottom}`),
  ].join('');
  const drawn = cells.map((one) => {
    const place = { x: left + one.column * width, y: top + one.row * height, width, height };
    return html`<g
      >${one.title ?? ''}${one.lines === undefined ? smallCell(one, place) : writtenCell(one, one.lines, place)}</g
    >`;
  });
  return {
    width: right + GAP,
    height: bottom + GAP,
    body: html`${names}<path class="lines" d="${lines}" />${drawn}`,
  };
}

/** Where a cell is, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A square whose area tells the share; what has a sign fills its cell whole. */
export function smallCell(
  { look, share, sign = signs[look] }: Pick<GridCell, 'look' | 'share' | 'sign'>,
  { x, y, width, height }: Box,
): Html {
  const room = Math.min(width, height) - 3;
  const side = look === 'passes' && sign === '' ? Math.max(FILLED_MIN, Math.round(Math.sqrt(share) * room)) : room;
  const [middle, center] = [x + width / 2, y + height / 2];
  const square = html`<rect
    x="${middle - side / 2}"
    y="${center - side / 2}"
    width="${side}"
    height="${side}"
    fill="${fills[look]}"
    ${look === 'passes' ? '' : html` stroke="var(--ink)"`}
  />`;
  return sign === '' ? square : html`${square}<text class="sign" x="${middle}" y="${center + 4}">${sign}</text>`;
}

/** A cell that is read: the more there is, the darker it is behind the lines. */
function writtenCell({ look, share }: GridCell, lines: readonly Text[], { x, y, width, height }: Box): Html {
  const tint = look === 'passes' ? html` fill-opacity="${(0.06 + 0.3 * share).toFixed(2)}"` : '';
  const first = y + height / 2 + 4 - ((lines.length - 1) * LINE_HEIGHT) / 2;
  const texts = lines.map((text, index) =>
    svgText(text, {
      x: x + width / 2,
      y: first + index * LINE_HEIGHT,
      style: look === 'passes' ? 'mid' : 'mid strong',
    }),
  );
  // Letters can't be read over lines: a pattern frames them.
  const paper = look === 'passes' ? '' : rectangle({ x, y, width, height }, FRAME, html`fill="var(--paper)"`);
  return html`${rectangle({ x, y, width, height }, 1, html`fill="${fills[look]}"${tint}`)}${paper}${texts}`;
}

/** A rectangle so far within a cell. */
function rectangle({ x, y, width, height }: Box, within: number, style: Html): Html {
  return html`<rect
    x="${x + within}"
    y="${y + within}"
    width="${width - 2 * within}"
    height="${height - 2 * within}"
    ${style}
  />`;
}
