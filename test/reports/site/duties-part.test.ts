import { dossierDates } from '../../../model/tenancy/dossier-dates';
import { buildReport } from '../../../reports/build-report';
import type { ReportSource } from '../../../reports/define-format';
import { dutyFigures } from '../../../reports/site/figures/duty-figures';
import { words } from '../../../reports/site/words';
import { dossierDateTexts } from '../../../reports/text/terms';
import { judgedSandbox } from '../trace/sandbox-index';
import { siteOf } from './site-kit';

let source: ReportSource;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  const { input } = (await judgedSandbox()).index;
  source = { ...input, report: buildReport(input) };
  files = siteOf(source);
});

function part(page: string, id: string): string {
  const from = page.indexOf(`<section id="${id}">`);
  return from < 0 ? '' : page.slice(from, page.indexOf('</section>', from));
}

describe('the page of a system', () => {
  it('has a row for every date that a dossier may hold, in their legal order', () => {
    for (const { id, dossier } of source.view.model.systems) {
      const steps = part(files.get(`systems/${id}.html`) ?? '', 'dossier');
      const places = dossierDates.map(({ field }) => steps.indexOf(dossierDateTexts[field].en));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
      const declared = Object.keys(dossier).filter((key) => key !== 'state');
      expect(steps.split(words.noDate.en).length - 1).toBe(dossierDates.length - declared.length);
    }
  });

  it('counts the duties that people must attest, and has a row for each with a day', () => {
    const { due } = source.report;
    for (const { id } of source.view.model.systems) {
      const own = due.filter(({ subject }) => subject.kind === 'system' && subject.id === id);
      const duties = part(files.get(`systems/${id}.html`) ?? '', 'duties');
      const counted = [...duties.matchAll(/<data value="(\d+)"/g)].reduce((sum, [, count]) => sum + Number(count), 0);
      expect(counted).toBe(own.length);
      expect(duties.match(/<th scope="row">/g)?.length ?? 0).toBe(
        own.filter((one) => one.due !== undefined || one.last !== undefined).length,
      );
    }
  });
});

describe('the duties of each thing', () => {
  it('add up to those of the report', () => {
    const figures = dutyFigures(source.report.due);
    const sum = figures.flatMap(({ states }) => Object.values(states)).reduce((all, count) => all + count, 0);
    expect(sum).toBe(source.report.due.length);
    expect(new Set(figures.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(figures.length);
  });
});
