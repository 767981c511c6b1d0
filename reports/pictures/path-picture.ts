import type { Text } from '../../model/text';
import type { AlikeEnds } from '../../resources/view/reachability/matrix/alike-ends';
import { peerClasses } from '../../resources/view/reachability/matrix/alike-ends';
import type { PathCell, PathCounts, PathMatrix } from '../../resources/view/reachability/matrix/path-matrix';
import { html, type Html } from '../html/html';
import { endText, pathMessages, peerTexts } from '../text/path-messages';
import { drawGrid, type Drawing, type GridCell } from './grid-picture';
import type { CellLook } from './patterns';

const ZONE_CELL = [104, 48] as const;
const PROVINCE_CELL = [19, 19] as const;
const CLASS_CELL = [92, 32] as const;

/** Zones by zones: how many paths are proved, and whether they are those that are declared. */
export function drawZones(matrix: PathMatrix): Drawing {
  const most = Math.max(1, ...matrix.cells.map(({ proved }) => proved));
  return drawMatrix(matrix, ZONE_CELL, (cell) => ({
    share: cell.proved / most,
    lines: [amountText(cell.proved), stateText(cell)],
  }));
}

/** Provinces by provinces: which share of all pairs of namespaces has a path. */
export function drawProvinces(matrix: PathMatrix): Drawing {
  return drawMatrix(matrix, PROVINCE_CELL, ({ proved, pairs }) => ({ share: pairs === 0 ? 0 : proved / pairs }));
}

/** A province and its communes by classes of peers: on how many paths each calls and is called. */
export function drawAlikeEnds(alike: readonly AlikeEnds[]): Drawing {
  const cells = alike.flatMap(({ calls, called }, row) =>
    peerClasses.flatMap((one, column): readonly GridCell[] => {
      const [out, back] = [calls[one], called[one]];
      const sum = sumOf(out, back);
      if (sum.proved + sum.declared === 0) return [];
      const text = `${out.proved} → ${back.proved}`;
      const look = lookOf(sum);
      const lines = [
        { vi: `${look === 'differs' ? '✘ ' : ''}${text}`, en: `${look === 'differs' ? '✘ ' : ''}${text}` },
      ];
      return [{ row, column, look, share: 0.3, lines }];
    }),
  );
  return drawGrid({
    rows: alike.map(nameOfAlike),
    columns: peerClasses.map((one) => peerTexts[one]),
    cells,
    cell: CLASS_CELL,
  });
}

/** How ends that are alike are called: by name where there is one, else by how many they are. */
export function nameOfAlike({ ends }: AlikeEnds): Text {
  const [first] = ends;
  if (ends.length === 1) return endText(first);
  const { vi, en } = pathMessages.communeCount;
  return { vi: `${ends.length} ${vi}`, en: `${ends.length} ${en}` };
}

/** The sum of counts. */
export function sumOf(...counts: readonly PathCounts[]): PathCounts {
  const sum = (count: keyof PathCounts): number => counts.reduce((all, one) => all + one[count], 0);
  return { declared: sum('declared'), proved: sum('proved'), undeclared: sum('undeclared'), closed: sum('closed') };
}

/** Whether paths are those that are declared, in words with a sign. */
export function stateText({ undeclared, closed }: PathCounts): Text {
  const differing = undeclared + closed;
  if (differing === 0) return { vi: '✔', en: '✔' };
  const { vi, en } = amountText(differing);
  return { vi: `✘ ${vi}`, en: `✘ ${en}` };
}

type Shown = Pick<GridCell, 'share' | 'lines'>;

function drawMatrix(
  { ends, cells }: PathMatrix,
  cell: readonly [number, number],
  show: (cell: PathCell) => Shown,
): Drawing {
  const names = ends.map(endText);
  const drawn = cells.map((one): GridCell => {
    const [from, to] = [endText(ends[one.from]), endText(ends[one.to])];
    return { row: one.from, column: one.to, look: lookOf(one), title: titleOf(one, { from, to }), ...show(one) };
  });
  return drawGrid({ rows: names, columns: names, cells: drawn, cell });
}

function lookOf({ undeclared, closed }: PathCounts): CellLook {
  return undeclared + closed > 0 ? 'differs' : 'passes';
}

/** What is told of a cell; the page's script writes it in the chosen language. */
function titleOf(cell: PathCell, { from, to }: { readonly from: Text; readonly to: Text }): Html {
  const tell = (language: keyof Text): string => {
    const counts = (['proved', 'declared', 'undeclared', 'closed'] as const)
      .filter((count) => cell[count] > 0)
      .map((count) => `${pathMessages[count][language]} ${cell[count]}`);
    return `${from[language]} → ${to[language]}: ${counts.join(', ')}`;
  };
  return html`<title data-vi="${tell('vi')}" data-en="${tell('en')}">${tell('vi')}</title>`;
}

/** A number as each language writes it. */
function amountText(value: number): Text {
  return { vi: new Intl.NumberFormat('vi-VN').format(value), en: new Intl.NumberFormat('en-US').format(value) };
}
