import { points } from '../../../policies/engine/points/points';
import { onlyAsWrittenPart } from '../../html/sections/blockers-section';
import { amount, both, day, html, type Html } from '../../html/html';
import { pointPart } from '../../html/sections/points-section';
import { table } from '../../html/table';
import { pointStates } from '../../points/live-report';
import { pointStateTexts, pointWords } from '../../points/point-words';
import { messages } from '../../text/messages';
import { pointTexts } from '../../trace/text/trace-words';
import { figure } from '../frame/figure';
import { ruleLink } from '../rows/subject-rows';
import type { SiteIndex } from '../site-index';
import { words } from '../words';

/** What clusters say, on the first page: how many rules are in which state at each point; or that none was asked. */
export function livePart(index: SiteIndex): Html {
  const { live } = index.report;
  if (live === undefined) {
    return html`<section id="live">
      <h2>${both(words.live)}</h2>
      <p>${both(words.noLive)}</p>
    </section>`;
  }
  const rows = points.map((point) => {
    const told = pointStates.filter((state) => live.states[point][state] > 0);
    return html`<tr>
      <th scope="row">${both(pointTexts[point])}</th>
      <td>
        ${told.map(
          (state) =>
            html`<div>
              ${both(pointStateTexts[state])}
              ${figure(live.states[point][state], `report:/live/states/${point}/${state}`)}
            </div>`,
        )}
      </td>
    </tr>`;
  });
  const named = [...live.onlyAsWritten, ...live.untold].slice(0, NAMED_MAX);
  return html`<section id="live">
    <h2>${both(words.live)}</h2>
    <p>${both(pointWords.note)}</p>
    ${onlyAsWrittenPart(live, 'rules.html')}
    <ul>
      ${named.map((id) => html`<li>${ruleLink('index.html', id, index)}</li>`)}
    </ul>
    <p>
      ${both(pointWords.askedOn)}: ${day(live.day)} · ${both(pointWords.asked)}: ${live.clusters.join(', ')}.
      ${figure(live.compared, 'report:/live/compared')} ${both(pointWords.compared)};
      ${figure(live.equal, 'report:/live/equal')} ${both(pointWords.equal)}; ${amount(live.departed.length)}
      ${both(pointWords.departedCount)}
    </p>
    ${live.unreached.map(({ cluster, why }) => html`<p class="failed">? ${cluster}: ${why}</p>`)}
    ${table({ id: 'live-table', caption: words.live, columns: [pointWords.point, messages.rules], rows })}
  </section>`;
}

const NAMED_MAX = 20;

/** What each of the four points says of a rule; nothing where no cluster was asked. */
export function rulePointsPart(rule: string, { report: { live } }: SiteIndex): Html {
  const found = live?.rules.find((one) => one.rule === rule);
  if (found === undefined) return html``;
  const rows = points.map(
    (point) =>
      html`<tr>
        <th scope="row">${both(pointTexts[point])}</th>
        <td>${pointPart(found[point])}</td>
        <td>${found[point].clusters.join(', ')}</td>
      </tr>`,
  );
  const columns = [pointWords.point, messages.state, words.clusters];
  return html`<section id="points">
    <h2>${both(words.live)}</h2>
    ${table({ id: 'points-table', caption: words.live, columns, rows })}
  </section>`;
}

/**
 * What clusters say of an agency or a system, of what belongs to it and of itself: how many objects depart, and how many
 * findings stand against it.
 */
export function liveOfOwner(index: SiteIndex, owner: { readonly tenant: string } | { readonly system: string }): Html {
  const { live } = index.report;
  if (live === undefined) return both(words.noLive);
  const isOwn = (id: string): boolean => {
    const found = index.trySubject(id)?.subject;
    return 'tenant' in owner ? found?.tenant === owner.tenant : found?.systems.includes(owner.system) === true;
  };
  const departed = live.departed.filter(({ id }) => isOwn(id)).length;
  const against = live.findings.filter(({ subject }) => isOwn(subject)).length;
  return html`${amount(departed)} ${both(pointWords.departedCount)}; ${both(pointWords.findings)}: ${amount(against)}`;
}
