import { groupBy } from '../../../model/group-by';
import type { Report, ReportRule } from '../../report';
import { messages } from '../../text/messages';
import { amount, both, html, type Html } from '../html';
import { table } from '../table';

/** Findings of one rule that the page holds; the JSON file holds all. */
const SHOWN_MAX = 200;

type Finding = Report['findings'][number];

/** What stands against the assembly, by rule, blocking rules first. */
export function findingsSection(report: Report): Html {
  const byRule = groupBy(report.findings, (finding) => finding.policy);
  const wrong = report.rules
    .filter((rule) => byRule.has(rule.id) || rule.vacuous === 'refused')
    .toSorted((a, b) => Number(b.blocks) - Number(a.blocks));
  const parts = wrong.map((rule) => ruleFindings(rule, byRule.get(rule.id) ?? []));
  return html`<section id="findings">
    <h2>${both(messages.findings)}</h2>
    ${parts.length === 0 ? html`<p>${both(messages.noFindings)}</p>` : [html`<p>${both(messages.machineWords)}</p>`, ...parts]}
  </section> `;
}

function ruleFindings(rule: ReportRule, findings: readonly Finding[]): Html {
  const rows = findings.slice(0, SHOWN_MAX).map(findingRow);
  const rest = findings.length - rows.length;
  const columns = [messages.state, messages.subject, messages.where, messages.got, messages.want, messages.place];
  return html`<section aria-labelledby="f-${rule.id}">
    <h3 id="f-${rule.id}"><code>${rule.id}</code> – ${both(messages[rule.force])}</h3>
    <p><strong>${both(rule.title)}.</strong> ${both(rule.why)}</p>
    <p>${both(messages.fix)}: ${both(rule.fix)}</p>
    ${rule.vacuous === 'refused' ? html`<p class="failed">${both(messages.vacuousRefused)}</p>` : ''}
    ${rows.length === 0 ? '' : table({ id: `ft-${rule.id}`, caption: rule.title, columns, rows })}
    ${rest > 0 ? html`<p>${amount(rest)} ${both(messages.moreFindings)}</p>` : ''}
  </section> `;
}

function findingRow({ verdict, subject, where, got, want, file, source }: Finding): Html {
  const places = [file, source].filter((place) => place !== undefined && place !== '').join(' ← ');
  return html`<tr>
    <td class="state s-fails">${both(messages[verdict])}</td>
    <td><code>${subject}</code></td>
    <td>${where}</td>
    <td>${got}</td>
    <td>${want}</td>
    <td><code>${places}</code></td>
  </tr> `;
}
