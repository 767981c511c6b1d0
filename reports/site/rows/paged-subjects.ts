import type { ReportFile } from '../../define-format';
import { amount, both, html, label, type Html } from '../../html/html';
import type { Text } from '../../../model/text';
import { linkTo, type PageKind } from '../frame/addresses';
import type { TrailStep } from '../frame/site-page';
import type { SiteIndex } from '../site-index';
import { words } from '../words';
import { subjectTable } from './subject-rows';

/** A page about something, with the things that stand on it. */
export interface SubjectPages {
  readonly kind: PageKind | 'others';
  /** Empty for the others. */
  readonly id: string;
  readonly title: Text;
  readonly trail: readonly TrailStep[];
  /** What stands above the things, on the first page alone. */
  readonly head: Html;
  readonly pathOf: (page: number) => string;
}

/** Writes a page with its things, and further pages where they are many. */
export function* subjectPages(given: SubjectPages, index: SiteIndex): Generator<ReportFile> {
  const { kind, id, title, trail, head, pathOf } = given;
  const pages = index.homes.subjectsOf(kind, id);
  for (const [position, subjects] of pages.entries()) {
    const path = pathOf(position + 1);
    const pager = pages.length > 1 ? pagerPart({ path, page: position + 1, pages: pages.length, pathOf }) : '';
    const body = html`${position === 0 ? head : ''}
      <section id="objects">
        <h2>${both(words.ownObjects)}</h2>
        ${pager}${subjectTable({ path, id: 'judged', caption: words.ownObjects, subjects }, index)}${pager}
      </section>`;
    const first = { text: title, to: pathOf(1) };
    yield index.page({
      path,
      title: position === 0 ? title : numbered(title, position + 1),
      trail: position === 0 ? trail : [...trail, first],
      body,
    });
  }
}

function numbered({ vi, en }: Text, page: number): Text {
  return { vi: `${vi} – ${words.pageOf.vi} ${page}`, en: `${en} – ${words.pageOf.en} ${page}` };
}

interface Pager {
  readonly path: string;
  readonly page: number;
  readonly pages: number;
  readonly pathOf: (page: number) => string;
}

function pagerPart({ path, page, pages, pathOf }: Pager): Html {
  const links = Array.from({ length: pages }, (_, index) => index + 1).map((one) =>
    one === page
      ? html`<span aria-current="page">${both(words.pageOf)} ${amount(one)}</span>`
      : html`<a href="${linkTo(path, pathOf(one))}">${both(words.pageOf)} ${amount(one)}</a>`,
  );
  return html`<div class="pager" role="group" ${label(words.pagesOfList)}>${links}</div>`;
}
