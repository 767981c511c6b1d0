import type { Text } from '../../model/text';
import type { ReportFile } from '../define-format';
import { both, html } from '../html/html';
import { messages } from '../text/messages';
import { pagePath } from './frame/addresses';
import type { SiteIndex } from './site-index';
import { tenantKindTexts, words } from './words';

/** What a search finds, in the order of the script; the last is what was judged. */
const kinds = {
  national: tenantKindTexts.national,
  ministry: tenantKindTexts.ministry,
  province: tenantKindTexts.province,
  commune: tenantKindTexts.commune,
  system: messages.systems,
  site: words.sites,
  cluster: words.cluster,
  clause: words.clause,
  rule: messages.rule,
  object: words.judged,
} as const satisfies Record<string, Text>;

const kindNames = Object.keys(kinds);

type Entry = readonly [kind: number, vi: string, en: string, id: string, to: string];

/** The page that searches, and the index of it: scripts, because a page from a file may fetch nothing. */
export function* searchFiles(index: SiteIndex): Generator<ReportFile> {
  yield searchPage(index);
  yield { path: 'search-index.js', content: assign({ ndcKinds: Object.values(kinds), ndcPages: entries(index) }) };
  yield { path: 'search-objects.js', content: assign(objectIndex(index)) };
}

function searchPage(index: SiteIndex): ReportFile {
  const body = html`<noscript><p>${both(words.searchNeedsScript)}</p></noscript>
    <form id="finder" class="search-box" role="search" hidden>
      <label>${both(words.searchFor)}<input type="search" id="query" name="q" autocomplete="off" /></label>
    </form>
    <p>${both(words.searchHint)}</p>
    <p id="told" role="status">
      <b>0</b> ${both(words.found)}. <span class="cut" hidden>${both(words.firstShown)}</span>
    </p>
    <ul id="hits" class="hits"></ul>`;
  return index.page({
    path: 'search.html',
    title: words.search,
    trail: [],
    body,
    scripts: ['search-index.js', 'search-objects.js'],
  });
}

function entries(index: SiteIndex): readonly Entry[] {
  const { model } = index.source.view;
  const entry = (kind: keyof typeof kinds, { vi, en }: Text, [id, to]: readonly [id: string, to: string]): Entry => [
    kindNames.indexOf(kind),
    vi,
    vi === en ? '' : en,
    id,
    to,
  ];
  const clauses = index.report.instruments.flatMap((instrument) => instrument.clauses);
  return [
    ...model.tenants.map(({ id, kind, officialName }) => entry(kind, officialName, [id, index.tenantPage(id) ?? ''])),
    ...model.systems.map(({ id, officialName }) => entry('system', officialName, [id, pagePath('systems', id)])),
    ...model.sites.map(({ id, officialName }) => entry('site', officialName, [id, pagePath('sites', id)])),
    ...model.clusters.map(({ id }) => entry('cluster', { vi: id, en: id }, [id, pagePath('clusters', id)])),
    ...clauses.map(({ id, citation, title }) => {
      const text = { vi: `${citation.vi}: ${title.vi}`, en: `${citation.en}: ${title.en}` };
      return entry('clause', text, [id, pagePath('controls', id)]);
    }),
    ...index.report.rules.map(({ id, title }) => entry('rule', title, [id, pagePath('rules', id)])),
  ];
}

/** Ids of all that was judged, each as what it shares with the one before and the rest, with the page of each. */
function objectIndex({ judged, homes }: SiteIndex): Readonly<Record<string, unknown>> {
  const pages = new Map<string, number>();
  const [ids, places]: [(readonly [number, string])[], number[]] = [[], []];
  let last = '';
  for (const { subject, index } of judged.all) {
    const shared = sharedLength(last, subject.id);
    ids.push([shared, subject.id.slice(shared)]);
    last = subject.id;
    const page = homes.pageOf(index);
    const known = pages.get(page) ?? pages.size;
    pages.set(page, known);
    places.push(known);
  }
  return { ndcObjects: ids, ndcHomes: [...pages.keys()], ndcPlaces: places };
}

function sharedLength(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let length = 0; length < end; length += 1) if (a[length] !== b[length]) return length;
  return end;
}

/** A script that gives values their names; JSON is a part of the language of scripts. */
function assign(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `window.${name}=${JSON.stringify(value)};\n`)
    .join('');
}
