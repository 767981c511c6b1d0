import { posix } from 'node:path';
import { dossierFiles } from '../../../reports/dossier-pack/dossier-files';
import { dossierDocument } from '../../../reports/dossier-pack/dossier-document';
import { dossierSource } from '../../../reports/dossier-pack/dossier-subject';
import type { Cell, Document } from '../../../reports/document/document';
import { buildLegalReport } from '../../../reports/legal/build-legal-report';
import { headings } from '../../../reports/legal/sections/headings';
import { legalDocument, nationScope, ownerScope } from '../../../reports/legal/legal-document';
import { legalFiles } from '../../../reports/legal/legal-files';
import { planStates, type LegalTotals } from '../../../reports/legal/legal-report';
import { clauseStates } from '../../../reports/report';
import { languages, type Text } from '../../../model/text';
import { withSystem } from '../../support/healthy-model';
import { fileOf, legalSource, ruleOn } from './legal-kit';

const clause = 'd331-30.7';
const source = legalSource({
  'a/holds': ruleOn('d331-28.3', ['system/procedures-p01', 'system/land-database']),
  'a/fails': ruleOn(clause, ['system/procedures-p01', 'system/land-database'], ['system/procedures-p01']),
});

/** Numbers of one table of a page, as they stand in its cells, from top to bottom. */
function numbersOf(page: string, table: string): readonly number[] {
  const [, rest = ''] = page.split(`<caption id="${table}-caption">`);
  const [body = ''] = rest.split('</table>');
  return [...body.matchAll(/<td class="number">([\d.,]*)<\/td>/g)].map(([, text = '']) =>
    Number(text.replace(/[.,]/g, '')),
  );
}

function expectNumbers(page: string, totals: LegalTotals): void {
  const { systems, classified, dossiers, appraised, approved, inspected, plans, requirements } = totals;
  expect(numbersOf(page, 'form-08-1')).toEqual([systems, classified, dossiers, appraised, approved, inspected]);
  expect(numbersOf(page, 'h8-counts')).toEqual([inspected, systems - inspected]);
  expect(numbersOf(page, 'h5-counts')).toEqual(planStates.map((state) => plans[state]));
  expect(numbersOf(page, 'h9-counts')).toEqual(clauseStates.map((state) => requirements[state]));
}

interface Data {
  readonly totals: LegalTotals;
  readonly owners: readonly {
    readonly id: string;
    readonly totals: LegalTotals;
    readonly systems: readonly SystemData[];
  }[];
}

interface SystemData {
  readonly id: string;
  readonly states: Readonly<Record<string, number>>;
  readonly requirements: readonly { readonly clause: string; readonly state: string }[];
}

const read = (): Data => JSON.parse(fileOf(legalFiles(source), 'legal.json')) as Data;

describe('the legal report', () => {
  it.each(languages)(
    'has the twelve headings of Article 36 in their order in %s, in HTML and in Markdown',
    (language) => {
      const expected = Object.entries(headings).map(([number, text]) => `${number}. ${text[language]}`);
      const page = fileOf(legalFiles(source), `${language}/nation.html`);
      const text = fileOf(legalFiles(source), `${language}/nation.md`);
      const titles = [...page.matchAll(/<h2 [^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title?.replaceAll('&#39;', "'"));
      expect(titles.slice(1)).toEqual(expected);
      expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title).slice(1)).toEqual(expected);
    },
  );

  it.each(languages)(
    'shows in HTML in %s the numbers that its data holds, for the nation and each owner',
    (language) => {
      const data = read();
      expectNumbers(fileOf(legalFiles(source), `${language}/nation.html`), data.totals);
      expect(data.owners.length).toBeGreaterThan(1);
      for (const { id, totals } of data.owners) {
        expectNumbers(fileOf(legalFiles(source), `${language}/owners/${id}.html`), totals);
      }
    },
  );

  it('writes a row of CSV for each requirement that its data holds, and the same states', () => {
    const rows = fileOf(legalFiles(source), 'en/nation.requirements.csv').trimEnd().split('\r\n').slice(1);
    const all = read().owners.flatMap((one) => one.systems);
    expect(rows.length).toBe(all.reduce((sum, one) => sum + one.requirements.length, 0));
    expect(rows.filter((row) => row.includes('✘ fails')).length).toBe(
      all.reduce((sum, one) => sum + (one.states['fails'] ?? 0), 0),
    );
  });

  it('tells what to do of each requirement that is not met, with the rule and the date of the law', () => {
    const text = fileOf(legalFiles(source), 'en/owners/p01.md');
    const row = text.split('\n').find((one) => one.includes('`a/fails`'));
    expect(row).toMatch(/Test procedure system.*✘ fails.*`a\/fails`.*Mend it.*2027\\?-06\\?-30/);
  });

  it('calls a declared plan declared, never proved', () => {
    const page = fileOf(legalFiles(source), 'en/owners/national-owner.html');
    expect(page).toContain('▤ Fully implemented as declared, not wholly verified');
    expect(numbersOf(page, 'h5-counts')[0]).toBe(0);
  });

  it('counts nobody as complying, since the model can’t tell, nor as inspected without a record', () => {
    const page = fileOf(legalFiles(source), 'en/nation.html');
    expect(numbersOf(page, 'h7-counts')[0]).toBe(0);
    expect(numbersOf(page, 'h8-counts')).toEqual([0, read().totals.systems]);
  });

  it('is the same bytes every time', () => {
    const other = legalSource({
      'a/fails': ruleOn(clause, ['system/procedures-p01', 'system/land-database'], ['system/procedures-p01']),
      'a/holds': ruleOn('d331-28.3', ['system/procedures-p01', 'system/land-database']),
    });
    expect([...legalFiles(source)]).toEqual([...legalFiles(other)]);
  });
});

function documents(): readonly Document[] {
  const legal = buildLegalReport(source);
  const owners = legal.owners.map((owner) => legalDocument(ownerScope(source, owner)));
  const from = dossierSource(source, legal);
  const dossiers = nationScope(source).systems.map((one) => dossierDocument(one, from));
  return [legalDocument(nationScope(source)), ...owners, ...dossiers];
}

function textsOf(cell: Cell): readonly Text[] {
  if (typeof cell === 'string' || typeof cell === 'number') return [];
  if ('code' in cell || 'day' in cell) return [];
  if ('state' in cell) return [cell.state];
  if ('page' in cell) return [cell.text];
  if ('drawing' in cell) return [cell.shows];
  return 'cells' in cell ? cell.cells.flatMap(textsOf) : [cell];
}

function everyText({ title, facts, notes, sections }: Document): readonly Text[] {
  const tables = sections.flatMap((one) => one.tables);
  return [
    title,
    ...facts.flatMap(([name, value]) => [name, ...textsOf(value)]),
    ...notes,
    ...sections.flatMap((one) => [one.title, ...one.notes]),
    ...tables.flatMap(({ caption, columns, rows }) => [caption, ...columns, ...rows.flat().flatMap(textsOf)]),
  ];
}

describe('documents of the law', () => {
  it('say everything in both languages, in composed characters', () => {
    const texts = documents().flatMap(everyText);
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter(({ vi, en }) => vi.trim() === '' || en.trim() === '')).toEqual([]);
    expect(texts.filter(({ vi, en }) => vi !== vi.normalize('NFC') || en !== en.normalize('NFC'))).toEqual([]);
  });

  it('fill every row to its last column, and leave no cell without a word', () => {
    const tables = documents().flatMap((one) => one.sections.flatMap((section) => section.tables));
    const uneven = tables.filter(({ columns, rows }) => rows.some((row) => row.length !== columns.length));
    expect(uneven.map(({ id }) => id)).toEqual([]);
    const blank = tables.filter(({ rows }) => rows.flat().some((cell) => cell === ''));
    expect(blank.map(({ id }) => id)).toEqual([]);
  });

  it('lead nowhere that doesn’t exist', () => {
    for (const files of [legalFiles(source), dossierFiles(source)]) {
      const pages = [...files].flatMap(({ path, content }) => (typeof content === 'string' ? [{ path, content }] : []));
      const paths = new Set(pages.map(({ path }) => path));
      const dead = pages.flatMap(({ path, content }) =>
        linksOf(path, content).filter((to) => !isThere(to, content, paths)),
      );
      expect(dead).toEqual([]);
      expect(pages.flatMap(({ path, content }) => linksOf(path, content)).length).toBeGreaterThan(20);
    }
  });
});

function linksOf(path: string, content: string): readonly string[] {
  const found = path.endsWith('.html')
    ? content.matchAll(/(?:href|src)="([^"]*)"/g)
    : content.matchAll(/(?<!\\)\]\(([^)]*)\)/g);
  return [...found].map(([, to = '']) => (to.startsWith('#') ? to : posix.join(posix.dirname(path), decodeURI(to))));
}

function isThere(to: string, content: string, paths: ReadonlySet<string>): boolean {
  return to.startsWith('#') ? content.includes(` id="${to.slice(1)}"`) : paths.has(to);
}

describe('the dossier of a system', () => {
  it('tells its zones with their blocks, its devices and its data sets from the model', () => {
    const text = fileOf(dossierFiles(source), 'en/systems/land-database.md');
    expect(text).toMatch(/\| DMZ \| [^|]* \| `[\d./]+` \| `[0-9a-f:/]+` \| ○ not in the model \|/);
    expect(text).toContain('`parcels`');
    expect(text).toContain('## 5. More for levels 4 and 5');
    for (const part of ['a\\)', 'b\\)', 'c\\)', 'd\\)', 'đ\\)', 'e\\)', 'g\\)'])
      expect(text).toMatch(new RegExp(`^\\| ${part} `, 'm'));
  });

  it('lists by name what the model doesn’t hold', () => {
    const text = fileOf(dossierFiles(source), 'en/systems/procedures-p01.md');
    const [, list = ''] = text.split('## 9. What the dossier still lacks');
    expect(list).toContain('Public addresses of each zone');
    expect(list).toContain('Representative and position: owner');
    expect(list).not.toContain('Threats of attack');
    expect(fileOf(dossierFiles(source), 'en/systems/land-database.md').split('## 9.')[1]).toContain(
      'Threats of attack',
    );
  });

  it('shows hostile names as text', () => {
    const hostile = '<img src=x onerror=alert(1)>|`*_[a](b)\u202e\ud800=1+1';
    const model = withSystem('procedures-p01', { officialName: { vi: hostile, en: hostile } });
    const files = [...dossierFiles(legalSource({}, model)), ...legalFiles(legalSource({}, model))];
    const texts = files.flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
    expect(texts.filter((one) => one.includes('onerror')).length).toBeGreaterThan(8);
    const pages = texts.filter((one) => one.startsWith('<!doctype'));
    expect(pages.filter((one) => /<img|\u202e|\p{Cs}/u.test(one))).toEqual([]);
    expect(
      pages.filter((one) => one.includes('&lt;img src=x onerror=alert(1)&gt;|`*_[a](b)⟦U+202E⟧⟦U+D800⟧=1+1')).length,
    ).toBeGreaterThan(4);
  });
});
