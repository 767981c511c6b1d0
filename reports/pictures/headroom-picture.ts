import type { LimitUse } from '../report';
import { html } from '../html/html';
import type { Drawing } from './grid-picture';
import { fills } from './patterns';
import { labelWidth, svgText } from './svg-text';

const BAR = 420;
const ROW = 26;
const NUMBERS = 170;
/** How far beyond its limit a bar is drawn. */
const SHARE_MAX = 1.25;

/** A bar for each limit: how much of it is used, with a line where it ends; what is beyond has crossed lines. */
export function drawHeadroom(uses: readonly LimitUse[]): Drawing {
  const labels = uses.map(({ label }) => label);
  const left = labelWidth(labels) + 12;
  const limitAt = left + BAR / SHARE_MAX;
  const bars = uses.map((use, index) => {
    const y = index * ROW + 6;
    const share = shareOf(use);
    const within = (Math.min(share, 1) * BAR) / SHARE_MAX;
    const beyond = (Math.max(0, Math.min(share, SHARE_MAX) - 1) * BAR) / SHARE_MAX;
    const over =
      beyond === 0
        ? ''
        : html`<rect
            x="${limitAt}"
            y="${y}"
            width="${beyond.toFixed(1)}"
            height="16"
            fill="${fills.differs}"
            stroke="var(--ink)"
          />`;
    const sign = share > 1 ? '✘ ' : '';
    const text = { vi: `${sign}${use.used} / ${use.limit}`, en: `${sign}${use.used} / ${use.limit}` };
    return html`${svgText(labels[index] ?? text, { x: left - 6, y: y + 12, style: 'end' })}<rect
        x="${left}"
        y="${y}"
        width="${within.toFixed(1)}"
        height="16"
        fill="var(--accent)"
      />${over}${svgText(text, { x: left + BAR + 10, y: y + 12 })}`;
  });
  const height = uses.length * ROW + 8;
  return {
    width: left + BAR + NUMBERS,
    height,
    body: html`${bars}<path class="edge" d="M${limitAt} 0V${height}" stroke-width="2" stroke-dasharray="4 2" />`,
  };
}

/** The share of a limit that is used; a limit of nothing is passed by anything. */
export function shareOf({ used, limit }: LimitUse): number {
  if (limit > 0) return used / limit;
  return used > 0 ? Number.POSITIVE_INFINITY : 0;
}
