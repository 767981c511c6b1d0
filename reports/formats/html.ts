import type { Language } from '../../model/text';
import { defineFormat, type ReportSource } from '../define-format';
import { dueWords } from '../due/due-words';
import { historyLink } from '../history/history-link';
import { attestationsSection } from '../html/sections/attestations-section';
import { blockersSection } from '../html/sections/blockers-section';
import { clauseChart } from '../html/chart';
import { findingsSection } from '../html/sections/findings-section';
import { datesSection } from '../html/sections/dates-section';
import { bilingualPage, verdictHead } from '../html/bilingual-page';
import { amount, both, html, type Html, label } from '../html/html';
import { lawSection, notCoveredSection } from '../html/sections/law-section';
import { pointsSection } from '../html/sections/points-section';
import { reachabilitySection } from '../html/sections/reachability-section';
import { script } from '../html/script';
import { exceptionsSection, inventorySection, rulesSection, systemsSection } from '../html/sections/table-sections';
import { pictureStyle } from '../pictures/patterns';
import { pointWords } from '../points/point-words';
import type { Report } from '../report';
import { clauseStates } from '../report';
import { messages, stateTexts, verdictCountTexts } from '../text/messages';
import { pathMessages } from '../text/path-messages';

/** Sections in order: id in the page and title. */
const contents = [
  ['summary', messages.summary],
  ['points', pointWords.title],
  ['findings', messages.findings],
  ['dates', messages.dates],
  ['attestations', dueWords.duties],
  ['law', messages.law],
  ['not-covered', messages.notCovered],
  ['rules', messages.rules],
  ['reachability', pathMessages.title],
  ['inventory', messages.inventory],
  ['systems', messages.systems],
  ['exceptions', messages.exceptions],
] as const;

export default defineFormat({
  summary: { vi: 'toàn bộ báo cáo trong một trang', en: 'the whole report in one page' },
  reader: 'reviewer',
  file: 'report.html',
  mediaType: 'text/html',
  render: ({ report, since }: Pick<ReportSource, 'report' | 'since'>) => page(report, since),
});

function page(report: Report, since: ReportSource['since']): string {
  const { officialName, today } = report;
  const titleIn = (language: Language): string => `${messages.title[language]} – ${officialName[language]} – ${today}`;
  return bilingualPage({
    title: { vi: titleIn('vi'), en: titleIn('en') },
    heading: html`${both(messages.title)}: ${both(officialName)}`,
    style: pictureStyle,
    head: html`${verdictHead(report)} ${since === undefined ? '' : historyLink(since, '')}`,
    main: html`${blockersSection(report)}${navigation(report)}${summary(report)}${pointsSection(report)}${findingsSection(report)}${datesSection(report)}${attestationsSection(report)}${lawSection(report)}${notCoveredSection(report)}${rulesSection(report)}${reachabilitySection(report)}${inventorySection(report)}${systemsSection(report)}${exceptionsSection(report)}`,
    script,
  });
}

/** The way to the other parts; after the first, which nobody should have to look for. */
function navigation({ live }: Report): Html {
  const shown = contents.filter(([id]) => id !== 'points' || live !== undefined);
  const links = shown.map(([id, title]) => html`<li><a href="#${id}">${both(title)}</a></li>`);
  return html`<nav ${label(messages.contents)}>
    <ul>
      ${links}
    </ul>
  </nav> `;
}

/** What makes the evidence computable again: the digests and the versions of the tools. */
function record({ tools, assemblyDigest, bundleDigest, evaluationsDigest }: Report): Html {
  const versions = Object.entries(tools).map(([name, version]) => `${name} ${version}`);
  return html`<h3>${both(messages.record)}</h3>
    <dl>
      <dt>${both(messages.assemblyDigest)}</dt>
      <dd><code>${assemblyDigest}</code></dd>
      <dt>${both(messages.bundleDigest)}</dt>
      <dd><code>${bundleDigest}</code></dd>
      <dt>${both(messages.evaluationsDigest)}</dt>
      <dd><code>${evaluationsDigest}</code></dd>
      <dt>${both(messages.tools)}</dt>
      <dd>${versions.join(', ')}</dd>
    </dl>`;
}

function summary(report: Report): Html {
  const { evaluations, rules, counts } = report;
  const tile = (number: number, text: { vi: string; en: string }): Html =>
    html`<li><b>${amount(number)}</b>${both(text)}</li>`;
  const verdicts = [
    tile(evaluations, messages.evaluations),
    tile(rules.length, messages.rulesCount),
    ...verdictCountTexts.map(([verdict, text]) => tile(counts[verdict], text)),
  ];
  const states = clauseStates.map((state) => tile(report.clauseStates[state], stateTexts[state]));
  return html`<section id="summary">
    <h2>${both(messages.summary)}</h2>
    <p>${both(messages.honesty)}</p>
    <ul class="tiles">
      ${verdicts}
    </ul>
    <ul class="tiles">
      ${states}
    </ul>
    ${clauseChart(report)}${record(report)}
  </section> `;
}
