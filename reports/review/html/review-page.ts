import { riskClasses } from '../../../model/approvals/risk-class';
import type { Language, Text } from '../../../model/text';
import type { Review, ReviewedSide } from '../../../review/review';
import { filters, type Choice } from '../../html/filters';
import { amount, both, html, Html, label } from '../../html/html';
import { messages as reportMessages } from '../../text/messages';
import { reachFacts } from '../reach-facts';
import { fillSections, type FilledSection } from '../sections/sections';
import { leastSigners, signingReasons } from '../signing';
import { reviewMessages as messages, signersText } from '../words/review-messages';
import { rowKindNames, rowKindText } from '../words/row-kinds';
import { shorten, shortenList } from '../words/shorten';
import { inlineParts } from './inline';
import { choicesOf, NO_OWNER, PageData } from './page-data';
import { reviewScript } from './review-script';
import { reviewStyle } from './review-style';
import { sectionPart } from './section-part';
import { signingPart } from './signing-part';

/** Names of authors that are told. */
const AUTHORS_MAX = 20;

const inline = inlineParts(reviewStyle, reviewScript);

/** A review as one page in both languages that opens from a file, asks the network for nothing, and is searched and filtered there. */
export function reviewPage(review: Review): string {
  const filled = fillSections(review.content);
  const sections = filled.filter(({ rows }) => rows.length > 0);
  const data = new PageData(sections.length);
  const parts = sections.map((one) => sectionPart(one, data.add(one)));
  const empty = filled.filter(({ rows }) => rows.length === 0).map(({ title }) => title);
  return page(review, [controls(sections), ...parts, nothingIn(empty)], data.json()).text;
}

function page(review: Review, changes: readonly Html[], data: string): Html {
  const [vi, en] = [pageTitle(review, 'vi'), pageTitle(review, 'en')];
  const kinds = rowKindNames.map((kind) => html`<template id="k-${kind}">${both(rowKindText(kind))}</template>`);
  return html`<!doctype html>
    <html lang="vi" data-lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${inline.policy}" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title data-vi="${vi}" data-en="${en}">${vi}</title>
        ${inline.style}
      </head>
      <body>
        <a class="skip" href="#main">${both(reportMessages.skip)}</a> ${heading(review)}
        <main id="main">
          ${signingPart(signingReasons(review.content))}${reachPart(review)}
          <section id="changes">
            <h2>${both(messages.changes)}</h2>
            ${changes}
          </section>
        </main>
        ${kinds}
        <script type="application/json" id="review-data">
          ${new Html(data)}
        </script>
        ${inline.script}
      </body>
    </html> `;
}

function pageTitle({ content }: Review, language: Language): string {
  return `${messages.title[language]} – ${shorten(content.environment, 200)}`;
}

function heading({ digest, content, base, head }: Review): Html {
  const signers = leastSigners(content);
  const authors = shortenList(
    content.authors.map((one) => shorten(one, 200)),
    AUTHORS_MAX,
  );
  return html`<header>
    <div class="top">
      <h1>${both(messages.title)}: ${shorten(content.environment, 200)}</h1>
      <button id="language" type="button" hidden>
        <span lang="vi">${reportMessages.otherLanguage.vi}</span
        ><span lang="en">${reportMessages.otherLanguage.en}</span>
      </button>
    </div>
    <p class="verdict ${signers === 0 ? 'passed' : 'failed'}">${both(signersText(signers))}</p>
    <div class="digest">
      <p><strong>${both(messages.toSign)}</strong></p>
      <p><code id="digest">${digest}</code></p>
      <p>${both(messages.toSignNote)}</p>
    </div>
    <dl>
      <dt>${both(messages.authors)}</dt>
      <dd>
        ${authors.length === 0 ? both(messages.noAuthors) : html`${authors.join(', ')} – ${both(messages.notThemselves)}`}
      </dd>
      <dt>${both(messages.base)}</dt>
      <dd>${base === undefined ? both(messages.noBase) : sideText(base)}</dd>
      <dt>${both(messages.head)}</dt>
      <dd>${sideText(head)}</dd>
    </dl>
    ${content.rules.length === 0 ? '' : html`<p>${both(messages.rulesDiffer)}</p>`}
  </header> `;
}

function sideText({ assembly, rules, objects }: ReviewedSide): Html {
  return html`<code>${assembly}</code> · ${amount(objects)} ${both(messages.objectsOf)}<br />${both(messages.rulesOf)}
    <code>${rules}</code>`;
}

function reachPart({ content }: Review): Html {
  const tiles = reachFacts(content.reach).map(({ count, of, parts }) => {
    const made = parts.map(
      ({ vi, en }) => html`<small>${both({ vi: shorten(vi, 200), en: shorten(en, 200) })}</small>`,
    );
    return html`<li><b>${amount(count)}</b>${both(of)}${made}</li>`;
  });
  return html`<section id="reach">
    <h2>${both(messages.reach)}</h2>
    <ul class="tiles">
      ${tiles}
    </ul>
  </section> `;
}

/** Search, filters and folding; nothing of it where nothing differs. */
function controls(sections: readonly FilledSection[]): Html {
  if (sections.length === 0) return html`<p>${both(messages.noChange)}</p>`;
  const links = sections.map(
    ({ key, title, rows }) => html`<li><a href="#${key}">${both(title)} (${amount(rows.length)})</a></li>`,
  );
  return html`<nav ${label(messages.contents)}>
      <ul>
        ${links}
      </ul>
    </nav>
    ${filters({ target: 'review', choices: choices(sections) })}
    <p class="tools">
      <button id="unfold" type="button" hidden>${both(messages.unfold)}</button>
      <button id="fold" type="button" hidden>${both(messages.fold)}</button>
    </p>
    <noscript><p>${both(messages.needsScript)}</p></noscript>
    <p>${both(messages.machineWords)} ${both(messages.filterNote)}</p>`;
}

function choices(sections: readonly FilledSection[]): readonly Choice[] {
  const { tenants, zones, kinds, classes } = choicesOf(sections);
  const named = (names: readonly string[], none: Text): Choice['options'] => [
    { value: NO_OWNER, text: none },
    ...names.map((one) => ({ value: one, text: { vi: one, en: one } })),
  ];
  return [
    {
      name: 'class',
      label: messages.filterClass,
      every: messages.everyClass,
      options: classes.map((one) => ({ value: one, text: riskClasses[one].title })),
    },
    {
      name: 'kind',
      label: messages.filterKind,
      every: messages.everyKind,
      options: kinds.map((one) => ({ value: one, text: rowKindText(one) })),
    },
    {
      name: 'tenant',
      label: messages.filterTenant,
      every: messages.everyTenant,
      options: named(tenants, messages.noTenant),
    },
    { name: 'zone', label: messages.filterZone, every: messages.everyZone, options: named(zones, messages.noZone) },
  ];
}

function nothingIn(titles: readonly Text[]): Html {
  if (titles.length === 0) return html``;
  const names = { vi: titles.map((one) => one.vi).join(', '), en: titles.map((one) => one.en).join(', ') };
  return html`<p>${both(messages.nothingIn)}: ${both(names)}.</p>`;
}
