import { both, html, type Html } from '../../html/html';
import type { VerdictCounts } from '../../../policies/evaluation';
import { messages } from '../../text/messages';
import { figure, type FigurePlace } from '../frame/figure';

/** How judgements ended, each with its sign and word; what never happened is left out, passes never are. */
export function judgementCounts(counts: VerdictCounts, place: FigurePlace): Html {
  const parts = [
    ['pass', '✔', messages.pass],
    ['fail', '✘', messages.fail],
    ['error', '✘', messages.error],
    ['unknown', '?', messages.unknown],
    ['skip', '◐', messages.skipped],
  ] as const;
  const shown = parts.filter(([verdict]) => verdict === 'pass' || counts[verdict] > 0);
  return html`${shown.map(
    ([verdict, sign, text], index) =>
      html`${index === 0 ? '' : ' · '}${sign} ${figure(counts[verdict], `${place}/${verdict}`)} ${both(text)}`,
  )}`;
}
