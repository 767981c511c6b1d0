import { amount, both, day, html, type Html } from '../html/html';
import type { History } from './history';
import { historyWords } from './history-words';

/** The way from a page to the one of changes and trends, in each language; `folder` leads to the folder of reports. */
export function historyLink({ newest, bundles }: History, folder: string): Html {
  const { vi, en } = historyWords.history;
  return html`<p>
    <a lang="vi" href="${folder}history/vi/history.html">${vi}</a
    ><a lang="en" href="${folder}history/en/history.html">${en}</a>: ${both(historyWords.sinceDay)} ${day(newest.today)}
    · ${both(historyWords.bundles)}: ${amount(bundles)}
  </p> `;
}
