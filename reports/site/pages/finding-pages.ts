import { groupBy } from '../../../model/group-by';
import type { ReportFile } from '../../define-format';
import { both, html, type Html } from '../../html/html';
import { table } from '../../html/table';
import { messages } from '../../text/messages';
import { bundleTexts, faultTexts, integrityTexts } from '../../text/terms';
import { pagePath } from '../frame/addresses';
import { judgementCounts } from '../rows/judgement-counts';
import type { SiteIndex } from '../site-index';
import { words } from '../words';

/** All that stands against the assembly: findings by rule, exceptions, departures. */
export function findingsPage(index: SiteIndex): ReportFile {
  const { report } = index;
  const against = groupBy(
    index.judged.all.flatMap((one) => one.against),
    ({ policy }) => policy,
  );
  const rows = report.rules.flatMap(({ id, title, force, counts, vacuous }, at) => {
    if (!against.has(id) && vacuous !== 'refused') return [];
    const silent = vacuous === 'refused' ? html`<br /><strong>✘ ${both(messages.vacuousRefused)}</strong>` : '';
    return html`<tr>
      <th scope="row">
        <a href="${pagePath('rules', id)}"><code>${id}</code></a
        ><br />${both(title)}${silent}
      </th>
      <td>${both(messages[force])}</td>
      <td>${judgementCounts(counts, `report:/rules/${at}/counts`)}</td>
    </tr>`;
  });
  const columns = [messages.rule, messages.force, words.judgements];
  const body = html`${rows.length === 0 ? html`<p>${both(messages.noFindings)}</p>` : table({ id: 'findings-table', caption: messages.findings, columns, rows })}
  ${exceptionsPart(index)}${integrityPart(index)}`;
  return index.page({ path: 'findings.html', title: messages.findings, trail: [], body });
}

function exceptionsPart({ report }: SiteIndex): Html {
  const rows = report.exceptions.map(
    ({ exception, fault }) =>
      html`<tr>
        <th scope="row">${exception}</th>
        <td>${both(faultTexts[fault])}</td>
      </tr>`,
  );
  if (rows.length === 0) return html``;
  return html`<section id="exceptions">
    <h2>${both(messages.fault)}</h2>
    ${table({ id: 'exceptions-table', caption: messages.fault, columns: [messages.exception, messages.fault], rows })}
  </section>`;
}

function integrityPart({ report }: SiteIndex): Html {
  const departed = [
    ...report.integrity.map(({ kind, file, address, detail }) => ({
      text: integrityTexts[kind],
      at: file,
      address,
      detail,
    })),
    ...report.faults.map(({ kind, rule, got }) => ({ text: bundleTexts[kind], at: rule, address: '', detail: got })),
  ];
  const rows = departed.map(
    ({ text, at, address, detail }) =>
      html`<tr>
        <th scope="row">${both(text)}</th>
        <td><code>${at}</code></td>
        <td><code>${address}</code></td>
        <td>${detail}</td>
      </tr>`,
  );
  const columns = [messages.state, messages.place, messages.subject, messages.detail];
  return html`<section id="integrity">
    <h2>${both(words.integrity)}</h2>
    ${rows.length === 0 ? html`<p>${both(messages.intact)}</p>` : table({ id: 'integrity-table', caption: words.integrity, columns, rows })}
    <h2>${both(messages.unknownKinds)}</h2>
    <p>${report.unknownKinds.length === 0 ? both(messages.noUnknownKinds) : report.unknownKinds.join(', ')}</p>
  </section>`;
}
