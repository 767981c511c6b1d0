import type { ReportFile } from '../../define-format';
import { both, html, type Html } from '../../html/html';
import { table } from '../../html/table';
import { messages } from '../../text/messages';
import { figure } from '../frame/figure';
import { subjectPages } from '../rows/paged-subjects';
import { othersPath } from '../rows/homes';
import { ruleLink } from '../rows/subject-rows';
import type { SiteIndex } from '../site-index';
import { words } from '../words';

/** What verdicts rest on and lead back to: files with digests, facts with lines, sets of rules, and what is nobody's own. */
export function* recordPages(index: SiteIndex): Generator<ReportFile> {
  yield filesPage(index);
  yield sourcesPage(index);
  yield setsPage(index);
  yield* subjectPages(
    { kind: 'others', id: '', title: words.others, trail: [], head: html``, pathOf: othersPath },
    index,
  );
}

function filesPage(index: SiteIndex): ReportFile {
  const rows = index.evidence.map(
    ({ name, digest, kind }, at) =>
      html`<tr id="e${at}">
        <th scope="row"><code>${name === '' ? kind : name}</code></th>
        <td><code>${digest}</code></td>
      </tr> `,
  );
  const body = html`<p>${both(words.filesNote)}</p>
    ${table({ id: 'files-table', caption: words.files, columns: [words.file, words.digest], rows })}`;
  return index.page({ path: 'files.html', title: words.files, trail: [], body });
}

/** Pages that a line leads to; a profile that thousands share leads to all of them by way of their lists. */
const PAGES_MAX = 12;

function sourcesPage(index: SiteIndex): ReportFile {
  const rows = index.sources.map((source, at) => sourceRow(source, at, index));
  const body = html`<p>${both(words.sourcesNote)}</p>
    ${table({ id: 'sources-table', caption: words.sources, columns: [messages.place, words.pageCount, words.pages], rows })}`;
  return index.page({ path: 'sources.html', title: words.sources, trail: [], body });
}

function sourceRow(source: string, at: number, index: SiteIndex): Html {
  const ways = index.waysFrom(source);
  const links = ways
    .slice(0, PAGES_MAX)
    .map(({ page, way }) => html`<a href="${way}"><code>${pageName(page)}</code></a> `);
  return html`<tr id="${index.sourceAnchor(source)}">
    <th scope="row"><code>${source}</code></th>
    <td class="number">${figure(ways.length, `site:/sourcePages/${at}`)}</td>
    <td>${links}${ways.length > PAGES_MAX ? '…' : ''}</td>
  </tr> `;
}

function pageName(path: string): string {
  return path.replace(/\.html$/, '');
}

function setsPage(index: SiteIndex): ReportFile {
  const path = 'sets.html';
  const { results } = index.source.evaluation;
  const parts = index.judged.passSets.map((rules, at) => {
    const items = rules.map((rule) => html`<li>${ruleLink(path, results[rule]?.policy ?? '', index)}</li>`);
    return html`<section class="set" id="s${at}">
      <h2>
        ${both(words.passSet)} ${at}: ${figure(rules.length, `site:/passSets/${at}/rules`)}
        ${both(messages.rulesCount)},
        ${figure(index.figures.passSets[at]?.subjects ?? 0, `site:/passSets/${at}/subjects`)}
        ${both(words.passedObjects)}
      </h2>
      <ul>
        ${items}
      </ul>
    </section> `;
  });
  const body = html`<p>${both(words.passSetsNote)}</p>
    ${parts}`;
  return index.page({ path: path, title: words.passSets, trail: [], body });
}
