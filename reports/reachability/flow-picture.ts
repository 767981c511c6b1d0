import type { ClusterInput } from '../../resources/reachability/cluster-input';
import type { Flow } from '../../resources/reachability/query/flows';
import type { Text } from '../../model/text';
import { html, Html } from '../html/html';
import { colors } from '../html/style';
import { drawGrid, type Drawing, type GridCell } from '../pictures/grid-picture';
import { drawLegend, type LegendItem } from '../pictures/legend';
import { patterns, pictureStyle } from '../pictures/patterns';
import { labelWidth, svgText } from '../pictures/svg-text';
import { flowMessages, pathMessages } from '../text/path-messages';
import { FlowMatrixBuilder, type FlowCell, type FlowGroup, type FlowMatrix } from './flow-matrix';
import { pairsOf } from './flow-pairs';

const CELL = 18;
const HEAD = 52;
/** A line of numbers with their names is longer than a name. */
const SUMMARY_LETTERS = 160;
/** Characters that XML has no way to hold, beside those that are made visible (XML 1.0, 2.2). */
const NOT_XML = /[\uFFFE\uFFFF]/g;

/** Flows as a picture in a file of its own: a matrix in which rows call columns. */
export function* svgLines(flows: Iterable<Flow>, cluster?: ClusterInput): Generator<string> {
  const builder = new FlowMatrixBuilder(cluster);
  for (const pair of pairsOf(flows)) builder.add(pair);
  const matrix = builder.build();
  const { width, height, body } = drawFlows(matrix, inBoth);
  const heading = [svgText(inBoth(pathMessages.rowsCallColumns), { x: 8, y: 20 })];
  const summary = summaryOf(matrix);
  const counts = svgText(summary, { x: 8, y: 40, style: 'soft', letters: SUMMARY_LETTERS });
  const legend = drawLegend(flowLegend, inBoth);
  const all = {
    width: Math.max(width, legend.width, labelWidth([summary], SUMMARY_LETTERS) + 16),
    height: HEAD + height + legend.height,
  };
  const document = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    class="pic"
    role="graphics-document"
    aria-labelledby="title description"
    width="${all.width}"
    height="${all.height}"
    viewBox="0 0 ${all.width} ${all.height}"
  >
    <title id="title">${inBoth(pathMessages.title).vi}</title>
    <desc id="description">${inBoth(pathMessages.rowsCallColumns).vi}. ${summary.vi}</desc>
    <style>
      ${new Html(colors)}${new Html(pictureStyle)}
    </style>
    ${patterns}
    <rect width="100%" height="100%" fill="var(--paper)" />
    ${heading}${counts}
    <g transform="translate(0 ${HEAD})">${body}</g>
    <g transform="translate(8 ${HEAD + height})">${legend.body}</g>
  </svg>`;
  yield document.text.replace(NOT_XML, '\uFFFD');
}

/** What a legend of flows explains. */
export const flowLegend: readonly LegendItem[] = ['passes', 'depends', 'mixed'];

/** Chooses how a text that differs by language is shown. */
export type Speak = (text: Text) => Text;

/** Both languages after each other, where nothing can switch between them. */
function inBoth({ vi, en }: Text): Text {
  const both = vi === en ? vi : `${vi} / ${en}`;
  return { vi: both, en: both };
}

/** How many workloads and pairs of ends a matrix counts. */
function summaryOf({ groups, allowed, depends }: FlowMatrix): Text {
  const counts = [
    [pathMessages.workloads, groups.reduce((sum, { workloads }) => sum + workloads, 0)],
    [flowMessages.allowedPairs, allowed],
    [flowMessages.dependsPairs, depends],
  ] as const;
  const text = counts.map(([name, count]) => `${inBoth(name).vi}: ${count}`).join(' · ');
  return { vi: text, en: text };
}

/** Draws the matrix of flows. */
export function drawFlows({ groups, cells }: FlowMatrix, speak: Speak): Drawing {
  const names = groups.map((group) => nameOf(group, speak));
  return drawGrid({
    rows: names,
    columns: names,
    cells: cells.map((cell) => gridCell(cell, groups, names)),
    cell: [CELL, CELL],
  });
}

/** How a row or column of a matrix is called. */
export function nameOf({ first, last, workloads }: FlowGroup, speak: Speak): Text {
  if (first === undefined) return speak(pathMessages.outside);
  const name = first === last ? first : `${first} … ${last} (${workloads})`;
  return { vi: name, en: name };
}

function gridCell(cell: FlowCell, groups: readonly FlowGroup[], names: readonly Text[]): GridCell {
  const { from, to, allowed, depends } = cell;
  const most = (groups[from]?.workloads ?? 0) * (groups[to]?.workloads ?? 0);
  const share = most === 0 ? 1 : Math.min(1, (allowed + depends) / most);
  const look = allowed > 0 ? 'passes' : 'depends';
  const sign = depends > 0 ? '?' : '';
  const title = titleOf(cell, names);
  return { row: from, column: to, look, share, sign, title };
}

/** What passes in a cell: the ports between two workloads, else how many pairs. */
function titleOf({ from, to, allowed, depends, traffic }: FlowCell, names: readonly Text[]): Html {
  const ends = `${names[from]?.en ?? ''} → ${names[to]?.en ?? ''}`;
  const ports = traffic.map((one) => `${one.verdict === 'allowed' ? '' : '⇢ ? '}${one.traffic}`);
  const counts = [allowed > 0 ? `${allowed}` : '', depends > 0 ? `⇢ ? ${depends}` : ''].filter((one) => one !== '');
  return html`<title>${ends}: ${(ports.length > 0 ? ports : counts).join('; ')}</title>`;
}
