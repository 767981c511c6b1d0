import type { Text } from '../../../model/text';
import type { Report, ReportCount, ReportRule, ReportSystem } from '../../report';
import { messages } from '../../text/messages';
import { dossierTexts, faultTexts, integrityTexts, mediumTexts, roleTexts } from '../../text/terms';
import { dossierChoice, filters, levelChoice } from '../filters';
import { amount, both, html, type Html } from '../html';
import { table } from '../table';

/** Every rule with what it was applied to and what it said. */
export function rulesSection({ rules }: Report): Html {
  const columns = [
    messages.rule,
    messages.force,
    messages.controls,
    messages.subjects,
    messages.pass,
    messages.fail,
    messages.unknown,
    messages.skipped,
  ];
  return html`<section id="rules">
    <h2>${both(messages.rules)}</h2>
    ${filters({ target: 'rules' })}
    <div data-filter="rules">
      ${table({ id: 'rules-table', caption: messages.rules, columns, rows: rules.map(ruleRow) })}
    </div>
  </section> `;
}

function ruleRow({ id, title, force, controls, subjects, counts, vacuous, mayBeVacuous }: ReportRule): Html {
  const silent =
    vacuous === 'refused'
      ? html`<br /><strong>${both(messages.vacuousRefused)}</strong>`
      : vacuous === 'allowed' && mayBeVacuous !== undefined
        ? html`<br />${both(messages.vacuousAllowed)} ${both(mayBeVacuous)}`
        : '';
  const numbers = [subjects, counts.pass, counts.fail, counts.unknown, counts.skip].map(
    (one) => html`<td class="number">${amount(one)}</td>`,
  );
  return html`<tr id="r-${id}">
    <th scope="row"><code>${id}</code><br />${both(title)}${silent}</th>
    <td>${both(messages[force])}</td>
    <td>${controls.join(', ')}</td>
    ${numbers}
  </tr> `;
}

/** How many objects stand where. */
export function inventorySection({ inventory }: Report): Html {
  const parts: readonly (readonly [string, Text, readonly ReportCount[]])[] = [
    ['by-site', messages.bySite, inventory.bySite],
    ['by-level', messages.byLevel, inventory.byLevel],
    ['by-province', messages.byProvince, inventory.byProvince],
    ['by-kind', messages.byKind, inventory.byKind],
  ];
  const columns = [messages.name, messages.count];
  return html`<section id="inventory">
    <h2>${both(messages.inventory)}</h2>
    ${parts.map(([id, caption, rows]) => table({ id, caption, columns, rows: rows.map(countRow) }))}
  </section> `;
}

function countRow({ names, officialName, count }: ReportCount): Html {
  const name = names.join(' ');
  const shown =
    officialName === undefined
      ? name === ''
        ? both(messages.none)
        : name
      : html`${both(officialName)} <code>${name}</code>`;
  return html`<tr>
    <th scope="row">${shown}</th>
    <td class="number">${amount(count)}</td>
  </tr> `;
}

/** Every information system. */
export function systemsSection({ systems }: Report): Html {
  const columns = [
    messages.name,
    messages.owner,
    messages.level,
    messages.sites,
    messages.dossier,
    messages.retention,
    messages.objectives,
    messages.copies,
    messages.findings,
  ];
  return html`<section id="systems">
    <h2>${both(messages.systems)}</h2>
    ${filters({ target: 'systems', choices: [levelChoice, dossierChoice] })}
    <div data-filter="systems">
      ${table({ id: 'systems-table', caption: messages.systems, columns, rows: systems.map(systemRow) })}
    </div>
  </section> `;
}

function systemRow(system: ReportSystem): Html {
  const { id, officialName, owner, ownerName, level, sites, dossier, copies, findings } = system;
  return html`<tr data-level="${level}" data-state="${dossier}">
    <th scope="row">${both(officialName)}<br /><code>${id}</code></th>
    <td>${ownerName === undefined ? owner : both(ownerName)}</td>
    <td class="number">${level}</td>
    <td>${sites.map(({ site, role }) => line(site, roleTexts[role]))}</td>
    <td>${both(dossierTexts[dossier])}</td>
    <td class="number">${amount(system.logRetentionDays)}</td>
    <td class="number">${amount(system.rpoMinutes)} / ${amount(system.rtoMinutes)}</td>
    <td>${copies.map(({ site, medium }) => line(site, mediumTexts[medium]))}</td>
    <td class="number">${amount(findings)}</td>
  </tr> `;
}

/** What a site holds or is, on a line of its own. */
function line(site: string, text: Text): Html {
  return html`<div class="counts">${site} – ${both(text)}</div>`;
}

/** Exceptions that were used or are at fault, and departures of the assembly from its manifest. */
export function exceptionsSection({ skipped, exceptions, integrity, unknownKinds }: Report): Html {
  const used = skipped.map(
    ({ exception, policy, subject, got }) =>
      html`<tr>
        <td>${exception}</td>
        <td><code>${policy}</code></td>
        <td><code>${subject}</code></td>
        <td>${got}</td>
      </tr>`,
  );
  const faulty = exceptions.map(
    ({ exception, fault }) =>
      html`<tr>
        <td>${exception}</td>
        <td>${both(faultTexts[fault])}</td>
      </tr>`,
  );
  const departed = integrity.map(
    ({ kind, file, address, detail }) =>
      html`<tr>
        <td>${both(integrityTexts[kind])}</td>
        <td><code>${file}</code></td>
        <td><code>${address}</code></td>
        <td>${detail}</td>
      </tr>`,
  );
  return html`<section id="exceptions">
    <h2>${both(messages.exceptions)}</h2>
    ${used.length === 0 ? html`<p>${both(messages.noExceptions)}</p>` : table({ id: 'used', caption: messages.skipped, columns: [messages.exception, messages.rule, messages.subject, messages.got], rows: used })}
    ${faulty.length === 0 ? '' : table({ id: 'faulty', caption: messages.fault, columns: [messages.exception, messages.fault], rows: faulty })}
    ${departed.length === 0 ? html`<p>${both(messages.intact)}</p>` : table({ id: 'integrity', caption: messages.exceptions, columns: [messages.state, messages.place, messages.subject, messages.detail], rows: departed })}
    <h3>${both(messages.unknownKinds)}</h3>
    <p>${unknownKinds.length === 0 ? both(messages.noUnknownKinds) : unknownKinds.join(', ')}</p>
  </section> `;
}
