import type { Text } from '../../../model/text';
import { peerClasses, type AlikeEnds } from '../../../resources/view/reachability/matrix/alike-ends';
import type { PathCounts, PathMatrix } from '../../../resources/view/reachability/matrix/path-matrix';
import { drawHeadroom, shareOf } from '../../pictures/headroom-picture';
import { drawLegend } from '../../pictures/legend';
import { drawAlikeEnds, drawProvinces, drawZones, nameOfAlike, stateText, sumOf } from '../../pictures/path-picture';
import { picture } from '../../pictures/picture';
import { patterns } from '../../pictures/patterns';
import { drawRings } from '../../pictures/rings-picture';
import type { HopRing, LimitUse, Report, ReportReachability } from '../../report';
import { countTexts, endText, pathMessages, peerTexts, totalTexts } from '../../text/path-messages';
import { agencyFlowsPart } from './agency-flows-part';
import { amount, both, html, type Html } from '../html';
import { table } from '../table';

/** Who can reach whom: the numbers, the pictures, and the numbers of each picture as a table. */
export function reachabilitySection({ reachability }: Report): Html {
  const { totals, zones, provinces, communes, agencyFlows, blast, headroom } = reachability;
  const tiles = totalTexts.map(([count, text]) => html`<li><b>${amount(totals[count])}</b>${both(text)}</li>`);
  const asItIs = (text: Text): Text => text;
  const legend = drawLegend(['passes', 'few', 'differs'], asItIs);
  return html`<section id="reachability">
    <h2>${both(pathMessages.title)}</h2>
    <p>${both(pathMessages.honesty)}</p>
    <ul class="tiles">
      ${tiles}
    </ul>
    <svg width="0" height="0" aria-hidden="true" style="position:absolute">${patterns}</svg>
    <h3>${both(pathMessages.zones)}</h3>
    ${picture({ id: 'zones', name: pathMessages.zonesPicture, drawing: drawZones(zones) })} ${numbers('zones', zones)}
    <h3>${both(pathMessages.provinces)}</h3>
    ${picture({ id: 'provinces', name: pathMessages.provincesPicture, drawing: drawProvinces(provinces), legend })}
    ${numbers('provinces', provinces)}
    <h3>${both(pathMessages.communes)}</h3>
    <p>${both(pathMessages.communesNote)}</p>
    ${communes.map(provincePart)} ${agencyFlowsPart(agencyFlows)}
    ${blast === undefined ? '' : blastPart(blast.from, blast.rings)}
    ${headroom === undefined ? '' : headroomPart(headroom)}
  </section> `;
}

/** The numbers of a picture of a matrix. */
function numbers(id: string, { ends, cells }: PathMatrix): Html {
  const rows = cells.map(
    (cell) =>
      html`<tr>
        <th scope="row">${both(endText(ends[cell.from]))}</th>
        <td>${both(endText(ends[cell.to]))}</td>
        ${countTexts.map(([count]) => numberCell(amount(cell[count])))}
      </tr> `,
  );
  const columns = [pathMessages.caller, pathMessages.called, ...countTexts.map(([, text]) => text)];
  return html`<details>
    <summary>${both(pathMessages.numbers)}</summary>
    ${table({ id: `${id}-numbers`, caption: pathMessages.numbers, columns, rows })}
  </details>`;
}

function provincePart({ province, alike }: ReportReachability['communes'][number]): Html {
  const name = endText(province);
  const count = alike.reduce((sum, { ends }) => sum + ends.filter(({ kind }) => kind === 'commune').length, 0);
  const all = sumOf(...alike.flatMap(({ calls, called }) => [...Object.values(calls), ...Object.values(called)]));
  const isSame = all.undeclared + all.closed === 0;
  const state = isSame
    ? both(pathMessages.sameAsDeclared)
    : html`${both(stateText(all))} ${both(pathMessages.differences)}`;
  const caption = { vi: `${pathMessages.communes.vi}: ${name.vi}`, en: `${pathMessages.communes.en}: ${name.en}` };
  const columns = [pathMessages.caller, ...peerClasses.map((one) => peerTexts[one])];
  return html`<details>
    <summary>
      <strong>${both(name)}</strong> – ${amount(count)} ${both(pathMessages.communeCount)} –
      <span class="${isSame ? 'passed' : 'failed'}">${state}</span>
    </summary>
    ${picture({ id: `communes-${province.id}`, name: caption, drawing: drawAlikeEnds(alike) })}
    ${table({ id: `communes-${province.id}-numbers`, caption, columns, rows: alike.map(alikeRow) })}
  </details>`;
}

function alikeRow(one: AlikeEnds): Html {
  const names = one.ends.length === 1 ? '' : html`<div class="names">${both(listOf(one.ends.map(endText)))}</div>`;
  return html`<tr>
    <th scope="row">${both(nameOfAlike(one))}${names}</th>
    ${peerClasses.map((peer) => pathsCell(one.calls[peer], one.called[peer]))}
  </tr> `;
}

function listOf(names: readonly Text[]): Text {
  return { vi: names.map(({ vi }) => vi).join(', '), en: names.map(({ en }) => en).join(', ') };
}

/** On how many paths it calls and is called; where they aren't those that are declared, on how many they differ. */
function pathsCell(calls: PathCounts, called: PathCounts): Html {
  const sum = sumOf(calls, called);
  if (sum.proved + sum.declared === 0) return numberCell(html`–`);
  const state = sum.undeclared + sum.closed === 0 ? '' : html` <strong class="failed">${both(stateText(sum))}</strong>`;
  return html`<td class="number paths">${amount(calls.proved)} → ${amount(called.proved)}${state}</td>`;
}

/** How far one workload comes, where it is taken over. */
export function blastPart(from: string, rings: readonly HopRing[]): Html {
  const rows = rings.map(
    ({ hops, workloads }) =>
      html`<tr>
        <th scope="row">${amount(hops)}</th>
        ${numberCell(amount(workloads))}
      </tr> `,
  );
  const columns = [pathMessages.hops, pathMessages.reached];
  return html`<h3>${both(pathMessages.blast)}: <code>${from}</code></h3>
    ${
      rings.length === 0
        ? html`<p>${both(pathMessages.noData)}</p>`
        : html`${picture({ id: 'blast', name: pathMessages.blast, drawing: drawRings(rings) })}${table({ id: 'blast-numbers', caption: pathMessages.blast, columns, rows })}`
    }`;
}

/** How much of each limit is left. */
export function headroomPart(uses: readonly LimitUse[]): Html {
  const rows = uses.map((use) => {
    const share = shareOf(use);
    const percent = Number.isFinite(share) ? html`${amount(Math.round(share * 100))} %` : html`∞`;
    return html`<tr>
      <th scope="row">${both(use.label)}</th>
      ${numberCell(amount(use.used))}${numberCell(amount(use.limit))}${numberCell(percent)}
      <td>${share > 1 ? html`<strong class="failed">${both(pathMessages.overLimit)}</strong>` : '✔'}</td>
    </tr> `;
  });
  const columns = [pathMessages.cluster, pathMessages.used, pathMessages.limit, pathMessages.share, pathMessages.state];
  return html`<h3>${both(pathMessages.headroom)}</h3>
    ${
      uses.length === 0
        ? html`<p>${both(pathMessages.noData)}</p>`
        : html`${picture({ id: 'headroom', name: pathMessages.headroom, drawing: drawHeadroom(uses) })}${table({ id: 'headroom-numbers', caption: pathMessages.headroom, columns, rows })}`
    }`;
}

function numberCell(content: Html): Html {
  return html`<td class="number">${content}</td>`;
}
