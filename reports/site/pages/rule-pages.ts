import { groupBy } from '../../../model/group-by';
import type { ReportFile } from '../../define-format';
import { filters } from '../../html/filters';
import { both, html, type Html } from '../../html/html';
import { table } from '../../html/table';
import type { ReportRule } from '../../report';
import { messages } from '../../text/messages';
import type { JudgementAgainst } from '../figures/judged-subjects';
import { linkTo, pagePath } from '../frame/addresses';
import { figure } from '../frame/figure';
import type { TrailStep } from '../frame/site-page';
import { judgementCounts } from '../rows/judgement-counts';
import { judgementPart } from '../rows/subject-rows';
import type { SiteIndex } from '../site-index';
import { words } from '../words';
import { controlLink } from './control-link';
import { rulePointsPart } from './live-parts';

const listStep: TrailStep = { text: messages.rules, to: 'rules.html' };

/** Judgements that a rule's page shows; each stands on the page of its object too, so none is lost. */
const SHOWN_MAX = 300;

/** The list of rules, and a page for each. */
export function* rulePages(index: SiteIndex): Generator<ReportFile> {
  yield rulesPage(index);
  const against = groupBy(
    index.judged.all.flatMap((one) => one.against),
    ({ policy }) => policy,
  );
  for (const [at, rule] of index.report.rules.entries()) {
    yield rulePage(rule, { at, against: against.get(rule.id) ?? [], index });
  }
}

function rulesPage(index: SiteIndex): ReportFile {
  const rows = index.report.rules.map(
    ({ id, title, force, counts, subjects }, at) =>
      html`<tr>
        <th scope="row">
          <a href="${pagePath('rules', id)}"><code>${id}</code></a
          ><br />${both(title)}
        </th>
        <td>${both(messages[force])}</td>
        <td class="number">${figure(subjects, `report:/rules/${at}/subjects`)}</td>
        <td>${judgementCounts(counts, `report:/rules/${at}/counts`)}</td>
      </tr> `,
  );
  const columns = [messages.rule, messages.force, messages.subjects, words.judgements];
  const body = html`${filters({ target: 'rules' })}
    <div data-filter="rules">${table({ id: 'rules-table', caption: messages.rules, columns, rows })}</div>`;
  return index.page({ path: 'rules.html', title: messages.rules, trail: [], body });
}

interface RulePlace {
  readonly at: number;
  readonly against: readonly JudgementAgainst[];
  readonly index: SiteIndex;
}

function rulePage(rule: ReportRule, place: RulePlace): ReportFile {
  const { id, title, why, fix, force, controls, subjects, counts, vacuous, mayBeVacuous } = rule;
  const { at, index } = place;
  const path = pagePath('rules', id);
  const silent =
    vacuous === 'refused'
      ? html`<p class="failed">✘ ${both(messages.vacuousRefused)}</p>`
      : vacuous === 'allowed' && mayBeVacuous !== undefined
        ? html`<p>${both(messages.vacuousAllowed)} ${both(mayBeVacuous)}</p>`
        : '';
  const body = html`<p><code>${id}</code> · ${both(messages[force])}</p>
    <p>${both(why)}</p>
    ${silent}
    <dl>
      <dt>${both(messages.fix)}</dt>
      <dd>${both(fix)}</dd>
      <dt>${both(messages.controls)}</dt>
      <dd>${controls.map((control) => html`${controlLink(control, path, index)} `)}</dd>
      <dt>${both(messages.subjects)}</dt>
      <dd>${figure(subjects, `report:/rules/${at}/subjects`)}</dd>
      <dt>${both(words.judgements)}</dt>
      <dd>${judgementCounts(counts, `report:/rules/${at}/counts`)}</dd>
    </dl>
    ${rulePointsPart(id, index)}${againstPart(path, place)}${passesPart(path, place)}`;
  return index.page({ path, title, trail: [listStep], body });
}

function againstPart(path: string, { against, index }: RulePlace): Html {
  if (against.length === 0) return html``;
  const items = against.slice(0, SHOWN_MAX).map((one) => {
    const subject = index.trySubject(one.subject);
    const name =
      subject === undefined
        ? html`<code>${one.subject}</code>`
        : html`<a href="${linkTo(path, index.homes.wayTo(subject))}"><code>${one.subject}</code></a>`;
    return html`<li>${name}${judgementPart(path, one, index)}</li>`;
  });
  const rest = against.length - items.length;
  return html`<section id="against">
    <h2>${both(words.against)}</h2>
    ${rest > 0 ? html`<p>${both(words.firstOfRule)}</p>` : ''}
    <ul class="hits">
      ${items}
    </ul>
  </section>`;
}

/** Where a rule passed: how many things of which agency, with the way to them. */
function passesPart(path: string, { at, index }: RulePlace): Html {
  const { model } = index.source.view;
  const rows = (index.figures.rulePasses[at] ?? []).map(({ owner, count }, row) => {
    const to = index.tenantPage(owner);
    const communes = model.tryTenant(owner)?.kind === 'province' ? html` (${both(words.withCommunes)})` : '';
    const name =
      to === undefined
        ? both(words.platform)
        : html`<a href="${linkTo(path, to)}">${both(index.nameOf(owner))}</a>${communes}`;
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="number">${figure(count, `site:/rulePasses/${at}/${row}/count`)}</td>
    </tr>`;
  });
  if (rows.length === 0) return html``;
  const columns = [messages.owner, { vi: `✔ ${messages.pass.vi}`, en: `✔ ${messages.pass.en}` }];
  return html`<section id="passes">
    <h2>${both(words.passesByOwner)}</h2>
    ${table({ id: 'passes-table', caption: words.passesByOwner, columns, rows })}
  </section>`;
}
