import { languages, type Language } from '../../model/text';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { ReportFile, ReportSource } from '../define-format';
import type { Cell, Document } from '../document/document';
import { HtmlDocuments } from '../document/document-html';
import { MarkdownDocuments } from '../document/document-markdown';
import { linkTo } from '../document/link-to';
import { longTexts, tableSheets } from '../document/table-sheets';
import { buildLegalReport } from '../legal/build-legal-report';
import type { LegalReport } from '../legal/legal-report';
import { nationScope } from '../legal/legal-document';
import { legalWords, planTexts } from '../legal/legal-words';
import { planTone } from '../legal/sections/plan-tone';
import type { Sheet } from '../spreadsheet/sheet';
import { writeWorkbook } from '../spreadsheet/workbook';
import { csvText } from '../text/csv-line';
import { safeName } from '../text/safe-name';
import { dossierTexts } from '../text/terms';
import { hostList } from './architecture/host-list';
import { dossierDocument } from './dossier-document';
import { dossierSource } from './dossier-subject';
import { dossierWords as words } from './dossier-words';
import { shortDocument } from './short-document';

/** The tables of each dossier that stand as one CSV file for all systems, by id, and the name of the file. */
const LISTS = [
  ['logical', 'flows'],
  ['exchanges', 'exchanges'],
  ['devices', 'devices'],
  ['applications', 'applications'],
  ['zones', 'zones'],
] as const;

/** The dossier of every system in both languages, a list of them, and the lists of all systems as CSV. */
export function* dossierFiles(source: ReportSource): Iterable<ReportFile> {
  const writers = languages.map((language) => new LanguageWriter(language));
  const yearly = buildLegalReport(source);
  const { systems } = nationScope(source);
  const list = listDocument(yearly, systems);
  for (const writer of writers) yield* writer.pages('index', list);
  const shared = dossierSource(source, yearly);
  for (const one of systems) {
    const document = dossierDocument(one, shared);
    for (const writer of writers) yield* writer.dossier(one.system.id, document);
  }
  for (const writer of writers) yield* writer.lists(source.view);
}

/** Writes all files of one language. */
class LanguageWriter {
  private readonly html: HtmlDocuments;
  private readonly markdown: MarkdownDocuments;
  /** Lines of the lists of all systems, by table. */
  private readonly lines = new Map<string, string[]>();

  public constructor(private readonly language: Language) {
    this.html = new HtmlDocuments(language);
    this.markdown = new MarkdownDocuments(language);
  }

  public *pages(name: string, document: Document): Iterable<ReportFile> {
    yield { path: `${this.language}/${name}.html`, content: this.html.write(document) };
    yield { path: `${this.language}/${name}.md`, content: this.markdown.write(document) };
  }

  /** The pages of a dossier, and its tables whole as a workbook, but for the requirements: the owner's workbook has them. */
  public *dossier(id: string, document: Document): Iterable<ReportFile> {
    const name = safeName(id);
    yield* this.pages(`systems/${name}`, shortDocument(document));
    const lists = tableSheets(document, this.language).filter(({ name }) => name !== 'plan-requirements');
    for (const [table] of LISTS)
      this.keep(
        id,
        lists.find(({ name }) => name === table),
      );
    const title = document.title[this.language];
    const sheets = lists.filter(({ rows }) => rows.length > 0);
    yield { path: `${this.language}/systems/${name}.xlsx`, content: writeWorkbook({ title, longTexts, sheets }) };
  }

  /** What the tables of all dossiers hold, each row with its system, and every server by name. */
  public *lists(view: AssemblyView): Iterable<ReportFile> {
    for (const [table, file] of LISTS) {
      const lines = this.lines.get(table) ?? [];
      yield { path: `${this.language}/${file}.csv`, content: `\uFEFF${lines.join('')}` };
    }
    yield { path: `${this.language}/hosts.csv`, content: `\uFEFF${hostList(view, this.language)}` };
  }

  private keep(system: string, sheet: Sheet | undefined): void {
    if (sheet === undefined) return;
    const { name, columns, rows } = sheet;
    const lines = this.lines.get(name) ?? [csvText([[words.system[this.language], ...columns]])];
    this.lines.set(name, lines);
    lines.push(csvText(rows.map((row) => [system, ...row])));
  }
}

function listDocument(
  { today, officialName }: LegalReport,
  systems: ReturnType<typeof nationScope>['systems'],
): Document {
  const rows = systems.map(({ system, plan }): readonly Cell[] => [
    { cells: [linkTo(`systems/${safeName(system.id)}`, system.officialName), { code: system.id }] },
    system.owner,
    system.level,
    dossierTexts[system.dossier.state],
    { state: planTexts[plan], tone: planTone(plan) },
  ]);
  const { vi, en } = officialName;
  return {
    title: { vi: `${words.list.vi}: ${vi}`, en: `${words.list.en}: ${en}` },
    facts: [
      [words.basis, words.articles],
      [legalWords.judgedOn, { day: today }],
    ],
    notes: [words.declaredNote],
    sections: [
      {
        id: 'list',
        title: words.list,
        notes: [],
        tables: [
          {
            id: 'list-table',
            caption: words.list,
            columns: [words.system, words.owner, words.level, words.state, legalWords.plan],
            rows,
          },
        ],
      },
    ],
  };
}
