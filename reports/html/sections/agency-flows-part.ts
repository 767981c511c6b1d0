import type { Text } from '../../../model/text';
import { brokers } from '../../../model/segmentation/flow';
import type { AgencyEnd } from '../../../resources/view/reachability/sites/agency-flow';
import { agencyFlowStates } from '../../../resources/view/reachability/sites/agency-flow';
import { isAgencyFault, portsText } from '../../reachability/answers/agency-lines';
import type { ReportAgencyFlow } from '../../report';
import { agencyMessages, agencyStateTexts, brokerTexts } from '../../text/agency-messages';
import { messages } from '../../text/messages';
import { filters, type Choice } from '../filters';
import { amount, both, html, type Html } from '../html';
import { table } from '../table';

const stateChoice: Choice = {
  name: 'state',
  label: messages.filterState,
  every: messages.everyState,
  options: agencyFlowStates.map((state) => ({ value: state, text: agencyStateTexts[state] })),
};

const columns = [
  messages.state,
  agencyMessages.from,
  agencyMessages.to,
  agencyMessages.service,
  agencyMessages.platform,
  messages.place,
];

/** Every flow between agencies with its platform, those first that are not as they should be; open where there are any. */
export function agencyFlowsPart(flows: readonly ReportAgencyFlow[]): Html {
  const sorted = agencyFlowStates.flatMap((state) => flows.filter((flow) => flow.state === state));
  return html`<h3>${both(agencyMessages.title)}</h3>
    <p>${both(agencyMessages.honesty)}</p>
    ${flows.length === 0 ? html`<p>${both(agencyMessages.none)}</p>` : [counts(flows), list(sorted)]}`;
}

function counts(flows: readonly ReportAgencyFlow[]): Html {
  const tiles = agencyFlowStates.flatMap((state) => {
    const count = flows.filter((flow) => flow.state === state).length;
    return count === 0 ? [] : [html`<li><b>${amount(count)}</b>${both(agencyStateTexts[state])}</li>`];
  });
  return html`<ul class="tiles">
    ${tiles}
  </ul> `;
}

function list(flows: readonly ReportAgencyFlow[]): Html {
  const head = html`<summary><strong>${both(agencyMessages.every)}</strong> – ${amount(flows.length)}</summary>`;
  const body = html`${head} ${filters({ target: 'agency-flows', choices: [stateChoice] })}
    <div data-filter="agency-flows">
      ${table({ id: 'agency-flows', caption: agencyMessages.title, columns, rows: flows.map(row) })}
    </div>`;
  return flows.some(isAgencyFault) ? html`<details open>${body}</details> ` : html`<details>${body}</details> `;
}

function row(flow: ReportAgencyFlow): Html {
  const { id, state, from, to, fromName, toName, reason, declaredAt, because } = flow;
  const why = because.map((one) => html`<div>${one}</div>`);
  return html`<tr data-state="${state}">
    <td class="wide"><span class="state ${stateStyle(flow)}">${both(agencyStateTexts[state])}</span>${why}</td>
    <td>${endCell(from, fromName)}</td>
    <td>${endCell(to, toName)}</td>
    <td class="wide">${both(reason)}<br /><code>${id}</code> ${portsText(flow)}</td>
    <td>${platformCell(flow)}</td>
    <td><code>${declaredAt}</code></td>
  </tr> `;
}

function stateStyle(flow: ReportAgencyFlow): string {
  if (isAgencyFault(flow)) return 's-fails';
  return flow.state === 'proved' ? 's-holds' : 's-not-covered';
}

function endCell({ agency, system, zone }: AgencyEnd, name: Text | undefined): Html {
  return html`${both(name ?? agencyMessages.unknownAgency)} <code>${agency ?? ''}</code><br /><code
      >${system} ${zone}</code
    >`;
}

function platformCell({ broker, carrier }: ReportAgencyFlow): Html {
  const known = brokers.find((one) => one === broker);
  const name =
    broker === undefined ? both(agencyMessages.noPlatform) : known === undefined ? broker : both(brokerTexts[known]);
  return html`${name}<br /><code>${carrier ?? ''}</code>`;
}
