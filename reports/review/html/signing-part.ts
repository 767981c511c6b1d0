import { amount, both, html, type Html } from '../../html/html';
import type { Risk } from '../../../review/risks/risk';
import type { SigningReason } from '../signing';
import { needText, reviewMessages as messages } from '../words/review-messages';
import { rowKindText } from '../words/row-kinds';
import { shorten, shortenList } from '../words/shorten';
import { LINE_MAX } from './page-data';

/** Risks of a class that stand at the top; all of them are in the table. */
const RISKS_MAX = 4;

/** Names of roles and tenants that are told at once. */
const NAMES_MAX = 8;

/** Who must sign and why, gravest first: what a reviewer reads before anything else. */
export function signingPart(reasons: readonly SigningReason[]): Html {
  const items = reasons.map(reasonItem);
  const list =
    items.length === 0
      ? html`<p>${both(messages.noRisks)}</p>`
      : html`<ol class="reasons">
          ${items}
        </ol>`;
  return html`<section id="sign">
    <h2>${both(messages.whoSigns)}</h2>
    ${list}
  </section> `;
}

function reasonItem({ title, gravity, need, risks }: SigningReason): Html {
  const whom =
    need === undefined
      ? html`${both(messages.noNeed)}`
      : html`${both(needText(need.signatures))} <strong>${namesText(need.of)}</strong>`;
  const left =
    risks.length > RISKS_MAX
      ? html`<p><a href="#risks">${both(messages.allOfClass)} (${amount(risks.length)})</a></p>`
      : '';
  return html`<li class="k-${gravity}">
    <h3>${both(rowKindText(gravity))} – ${both(title)} (${amount(risks.length)})</h3>
    <p>${whom}</p>
    <ul>
      ${risks.slice(0, RISKS_MAX).map(riskItem)}
    </ul>
    ${left}
  </li>`;
}

function riskItem({ what, witness, count, tenants }: Risk): Html {
  const times = count === 1 ? '' : html` <b>×${amount(count)}</b>`;
  const sentence = both({ vi: shorten(what.vi, LINE_MAX), en: shorten(what.en, LINE_MAX) });
  const whose =
    tenants.length === 0 ? '' : html`<br /><small>${both(messages.tenantNames)}: ${namesText(tenants)}</small>`;
  return html`<li>
    ${sentence}${times}<br /><code
      >${both({ vi: shorten(witness.vi, LINE_MAX), en: shorten(witness.en, LINE_MAX) })}</code
    >${whose}
  </li>`;
}

function namesText(names: readonly string[]): string {
  return shortenList(
    names.map((one) => shorten(one, 200)),
    NAMES_MAX,
  ).join(', ');
}
