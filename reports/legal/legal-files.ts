import { languages, type Language } from '../../model/text';
import type { ReportFile, ReportSource } from '../define-format';
import type { Document } from '../document/document';
import { HtmlDocuments } from '../document/document-html';
import { MarkdownDocuments } from '../document/document-markdown';
import { longTexts, tableSheets } from '../document/table-sheets';
import { writeWorkbook } from '../spreadsheet/workbook';
import { csvText } from '../text/csv-line';
import { safeName } from '../text/safe-name';
import { buildLegalReport } from './build-legal-report';
import { legalDocument, nationScope, ownerScope } from './legal-document';
import { legalJson } from './legal-data';
import type { LegalSystem } from './legal-report';
import type { LegalScope } from './legal-scope';
import { requirementColumns, requirementRows, systemsTable } from './legal-tables';

/** The report of the nation and of each owner, in both languages, as HTML, Markdown, CSV and a workbook; and as data. */
export function* legalFiles(source: ReportSource): Iterable<ReportFile> {
  const legal = buildLegalReport(source);
  yield { path: 'legal.json', content: legalJson(legal) };
  const writers = languages.map((language) => new LanguageWriter(language));
  const nation = nationScope(source);
  yield* filesOf('nation', nation, writers);
  for (const owner of legal.owners) yield* filesOf(`owners/${safeName(owner.id)}`, ownerScope(source, owner), writers);
}

function* filesOf(name: string, scope: LegalScope, writers: readonly LanguageWriter[]): Iterable<ReportFile> {
  const document = legalDocument(scope);
  for (const writer of writers) yield* writer.files(name, scope, document);
}

/** Writes all files of one language; what it escaped once it keeps. */
class LanguageWriter {
  private readonly html: HtmlDocuments;
  private readonly markdown: MarkdownDocuments;
  private readonly lines = new Map<LegalSystem, string>();

  public constructor(private readonly language: Language) {
    this.html = new HtmlDocuments(language);
    this.markdown = new MarkdownDocuments(language);
  }

  public *files(name: string, scope: LegalScope, document: Document): Iterable<ReportFile> {
    const path = `${this.language}/${name}`;
    const systems = systemsTable(scope, this.language);
    yield { path: `${path}.html`, content: this.html.write(document) };
    yield { path: `${path}.md`, content: this.markdown.write(document) };
    yield { path: `${path}.systems.csv`, content: csvText([systems.columns, ...systems.rows]) };
    yield { path: `${path}.requirements.csv`, content: this.requirements(scope) };
    yield { path: `${path}.xlsx`, content: this.workbook(document, scope) };
  }

  /** The lines of a system are the same in the table of the nation and in its owner's. */
  private requirements({ systems }: LegalScope): string {
    const lines = systems.map((one) => {
      const known = this.lines.get(one);
      if (known !== undefined) return known;
      const made = csvText(requirementRows(one, this.language));
      this.lines.set(one, made);
      return made;
    });
    return csvText([requirementColumns.map((column) => column[this.language])]) + lines.join('');
  }

  /** Each table as a sheet; the rows of requirements stand in the owners' workbooks, and of all in the CSV file. */
  private workbook(document: Document, { systems, isNation }: LegalScope): Uint8Array {
    const t = this.language;
    const sheets = tableSheets(document, t);
    const columns = requirementColumns.map((column) => column[t]);
    const rows = isNation ? [] : systems.flatMap((one) => requirementRows(one, t));
    return writeWorkbook({
      title: document.title[t],
      longTexts,
      sheets: isNation ? sheets : [...sheets, { name: 'requirements', columns, rows }],
    });
  }
}
