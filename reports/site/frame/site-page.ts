import type { Text } from '../../../model/text';
import type { ReportFile } from '../../define-format';
import { both, day, html, label, type Html } from '../../html/html';
import type { Report } from '../../report';
import { messages } from '../../text/messages';
import { words } from '../words';
import { linkTo } from './addresses';

/** A step on the way to a page. */
export interface TrailStep {
  readonly text: Text;
  /** Path of a page in the folder of the site. */
  readonly to: string;
}

/** A page of the site, without what stands on each. */
export interface SitePage {
  /** Path in the folder of the site. */
  readonly path: string;
  readonly title: Text;
  /** The pages above it, from the overview down; the overview itself is left out. */
  readonly trail: readonly TrailStep[];
  readonly body: Html;
  /** Paths of the scripts that it needs beside the site's own.
   * @default - none
   */
  readonly scripts?: readonly string[];
}

/** The lists that each page leads to. */
const contents: readonly TrailStep[] = [
  { text: words.overview, to: 'index.html' },
  { text: words.owners, to: 'owners.html' },
  { text: messages.systems, to: 'systems.html' },
  { text: words.sites, to: 'sites.html' },
  { text: messages.law, to: 'law.html' },
  { text: messages.rules, to: 'rules.html' },
  { text: messages.findings, to: 'findings.html' },
  { text: words.notCovered, to: 'not-covered.html' },
  { text: words.evidence, to: 'evidence.html' },
  { text: words.search, to: 'search.html' },
];

/** Writes a page: it reads whole without script, from a file, and asks no network. */
export function sitePage({ path, title, trail, body, scripts = [] }: SitePage, report: Report): ReportFile {
  const to = (target: string): string => linkTo(path, target);
  const page = html`<!doctype html>
    <html lang="vi" data-lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title data-vi="${pageTitle(title, report).vi}" data-en="${pageTitle(title, report).en}">
          ${pageTitle(title, report).vi}
        </title>
        <link rel="stylesheet" href="${to('site.css')}" />
        ${[...scripts, 'site.js'].map((script) => html`<script defer src="${to(script)}"></script>`)}
      </head>
      <body>
        <a class="skip" href="#main">${both(messages.skip)}</a>
        <header>
          <div class="top">
            <p>
              <strong>${both(words.siteTitle)}: ${both(report.officialName)}</strong><br />${day(report.today)} ·
              <span class="${report.verdict}">${both(messages[report.verdict])}</span>
            </p>
            <noscript
              ><label><input type="checkbox" id="english" /> English</label></noscript
            ><button id="language" type="button" hidden>
              <span lang="vi">${messages.otherLanguage.vi}</span><span lang="en">${messages.otherLanguage.en}</span>
            </button>
          </div>
          ${navigation(path)}
        </header>
        <main id="main">
          ${trail.length === 0 ? '' : trailPart(path, trail)}
          <h1>${both(title)}</h1>
          ${body}
        </main>
      </body>
    </html> `;
  return { path, content: page.text };
}

function pageTitle(title: Text, { officialName }: Report): Text {
  return { vi: `${title.vi} – ${officialName.vi}`, en: `${title.en} – ${officialName.en}` };
}

function navigation(path: string): Html {
  const links = contents.map(({ text, to }) => {
    const current = to === path ? html` aria-current="page"` : '';
    return html`<li><a href="${linkTo(path, to)}" ${current}>${both(text)}</a></li>`;
  });
  return html`<nav ${label(messages.contents)}>
    <ul>
      ${links}
    </ul>
  </nav>`;
}

function trailPart(path: string, trail: readonly TrailStep[]): Html {
  const steps = trail.map(({ text, to }) => html`<li><a href="${linkTo(path, to)}">${both(text)}</a></li>`);
  return html`<nav class="trail" ${label(words.where)}>
    <ol>
      <li><a href="${linkTo(path, 'index.html')}">${both(words.overview)}</a></li>
      ${steps}
    </ol>
  </nav>`;
}
