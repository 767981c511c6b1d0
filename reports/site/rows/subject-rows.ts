import { groupBy } from '../../../model/group-by';
import type { Text } from '../../../model/text';
import { both, html, Html } from '../../html/html';
import { tableOfBodies } from '../../html/table';
import { messages } from '../../text/messages';
import type { JudgedSubject, JudgementAgainst } from '../figures/judged-subjects';
import { linkTo, pagePath, subjectAnchor } from '../frame/addresses';
import type { SiteIndex } from '../site-index';
import { words } from '../words';

/** A table of things with what rules said of them. */
export interface SubjectTable {
  /** Path of the page that it stands on. */
  readonly path: string;
  readonly id: string;
  readonly caption: Text;
  readonly subjects: readonly JudgedSubject[];
}

/**
 * Things under the fact that caused them and the evidence that the verdicts rest on, so that both stand once for many.
 * Written compactly: there are tens of thousands of rows.
 */
export function subjectTable({ path, id, caption, subjects }: SubjectTable, index: SiteIndex): Html {
  if (subjects.length === 0) return html`<p>${both(words.noObjects)}</p>`;
  const groups = groupBy(subjects, (one) => `${index.evidenceOf(one)} ${one.source}`);
  const bodies = [...groups.values()].map((own) => groupBody(path, own, index));
  return tableOfBodies({ id, caption, columns: [words.judged, words.verdicts] }, bodies);
}

// The formatter breaks what is called html into many lines; these rows are to have none.
const compact = html;

function groupBody(path: string, own: readonly JudgedSubject[], index: SiteIndex): Html {
  const [first] = own;
  if (first === undefined) return new Html('');
  const at = index.evidenceOf(first);
  const { name = '' } = index.evidence[at] ?? {};
  const fact =
    first.source === ''
      ? both(words.noFact)
      : compact`<a href="${linkTo(path, 'sources.html')}#${index.sourceAnchor(first.source)}"><code>${first.source}</code></a>`;
  const file = compact`<a href="${linkTo(path, 'files.html')}#e${at}"><code>${name}</code></a>`;
  const head = compact`<tr><th colspan="2" scope="rowgroup">${both(words.causedBy)}: ${fact} · ${both(words.evidenceFile)}: ${file}</th></tr>`;
  return compact`<tbody class="objects">${head}${own.map((one) => subjectRow(path, one, index))}</tbody>\n`;
}

function subjectRow(path: string, one: JudgedSubject, index: SiteIndex): Html {
  const { subject, set, against } = one;
  const rules = index.judged.passSets[set]?.length ?? 0;
  const passed = rules === 0 ? '' : compact`<a href="${linkTo(path, 'sets.html')}#s${set}">✔ ${rules}</a>`;
  const said = rules === 0 && against.length === 0 ? both(words.notJudged) : passed;
  const found = against.map((judgement) => judgementPart(path, judgement, index));
  return compact`<tr id="${subjectAnchor(one.index)}"><th scope="row">${subject.id}</th><td>${said}${found}</td></tr>\n`;
}

const SIGNS = { error: '✘', fail: '✘', unknown: '?', skip: '◐' } as const;

/** A judgement that isn't a pass, with the rule, what was found and what was wanted. */
export function judgementPart(path: string, judgement: JudgementAgainst, index: SiteIndex): Html {
  const { policy, verdict, where, got, want, source = '', exception } = judgement;
  const place = where === '' ? '' : html` · ${where}`;
  const excused = exception === undefined ? '' : html`<br />${both(messages.exception)}: ${exception}`;
  const text = verdict === 'skip' ? messages.skipped : messages[verdict];
  return html`<div class="against ${verdict}">
    <strong>${SIGNS[verdict]} ${both(text)}</strong>
    ${ruleLink(path, policy, index)}${place}<br />${both(messages.got)}: ${got}<br />${both(messages.want)}:
    ${want}${excused}${
      source === ''
        ? ''
        : html`<br />${both(messages.place)}:
            <a href="${linkTo(path, 'sources.html')}#${index.sourceAnchor(source)}"><code>${source}</code></a>`
    }
  </div>`;
}

/** The way to a rule, by its id; what it demands stands on its page. */
export function ruleLink(path: string, rule: string, index: SiteIndex): Html {
  const known = index.hasRule(rule);
  return known
    ? html`<a href="${linkTo(path, pagePath('rules', rule))}"><code>${rule}</code></a>`
    : html`<code>${rule}</code>`;
}
