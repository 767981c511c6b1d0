import { html } from '../html/html';
import type { HopRing } from '../report';
import type { Drawing } from './grid-picture';

const SIZE = 320;
const INNER = 22;
const LABELS = 150;
const LINE = 20;

/**
 * A workload in the middle and a ring around it for each hop; the wider a ring, the more workloads are in it. Each ring has
 * a dash of its own and its numbers beside the picture.
 */
export function drawRings(rings: readonly HopRing[]): Drawing {
  const middle = SIZE / 2;
  const most = Math.max(1, ...rings.map(({ workloads }) => workloads));
  const room = rings.length === 0 ? 0 : (middle - INNER - 4) / rings.length;
  const circles = rings.map(({ workloads }, index) => {
    const radius = INNER + (index + 0.5) * room;
    const width = Math.max(1, (room - 4) * Math.sqrt(workloads / most));
    return html`<circle
      cx="${middle}"
      cy="${middle}"
      r="${radius.toFixed(1)}"
      fill="none"
      stroke="var(--accent)"
      stroke-width="${width.toFixed(1)}"
      stroke-dasharray="${dashOf(index)}"
      stroke-opacity="0.75"
    />`;
  });
  const labels = rings.map(({ hops, workloads }, index) => {
    const y = 24 + index * LINE;
    return html`<line
        x1="${SIZE + 8}"
        x2="${SIZE + 44}"
        y1="${y - 4}"
        y2="${y - 4}"
        stroke="var(--accent)"
        stroke-width="6"
        stroke-dasharray="${dashOf(index)}"
      /><text x="${SIZE + 52}" y="${y}">${hops}: ${workloads}</text>`;
  });
  return {
    width: SIZE + LABELS,
    height: Math.max(SIZE, rings.length * LINE + 16),
    body: html`<circle cx="${middle}" cy="${middle}" r="6" fill="var(--ink)" />${circles}${labels}`,
  };
}

/** The nearer a ring, the less it is broken. */
function dashOf(index: number): string {
  return index === 0 ? 'none' : `${Math.max(2, 16 - index * 4)} ${2 + index}`;
}
