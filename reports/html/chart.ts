import { messages, stateTexts } from '../text/messages';
import { clauseStates, type Report } from '../report';
import { both, html, label, type Html } from './html';

const WIDTH = 640;
const LABEL_WIDTH = 170;
const ROW_HEIGHT = 24;
const NUMBER_WIDTH = 60;

/** Clauses by state as bars, each with its words and number; the same numbers stand in the tiles above. */
export function clauseChart({ clauseStates: counts }: Report): Html {
  const most = Math.max(1, ...Object.values(counts));
  const scale = (WIDTH - LABEL_WIDTH - NUMBER_WIDTH) / most;
  const bars = clauseStates.map((state, index) => {
    const middle = index * ROW_HEIGHT + 16;
    const width = Math.round(counts[state] * scale);
    return html`<text x="0" y="${middle}" lang="vi">${stateTexts[state].vi}</text
      ><text x="0" y="${middle}" lang="en">${stateTexts[state].en}</text>
      <rect x="${LABEL_WIDTH}" y="${middle - 13}" width="${width}" height="16" fill="var(--accent)" /><text
        x="${LABEL_WIDTH + width + 6}"
        y="${middle}"
        >${counts[state]}</text
      > `;
  });
  const height = clauseStates.length * ROW_HEIGHT + 4;
  return html`<figure>
    <figcaption>${both(messages.clauseChart)}</figcaption>
    <svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" ${label(messages.clauseChart)}>${bars}</svg>
  </figure>`;
}
