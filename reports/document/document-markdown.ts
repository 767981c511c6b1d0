import type { Language } from '../../model/text';
import { code, line } from '../markdown/escape';
import type { Cell, Document, DocumentSection, DocumentTable } from './document';
import { documentWords } from './document-words';

/** Writes documents of one language as Markdown (GitHub's tables). */
export class MarkdownDocuments {
  /** The same words stand in thousands of rows; each is escaped once. */
  private readonly escaped = new Map<string, string>();

  public constructor(private readonly language: Language) {}

  /** The text of a document. */
  public write({ title, facts, notes, sections }: Document): string {
    const t = this.language;
    const parts = [
      `# ${this.text(title[t])}`,
      facts.map(([name, value]) => `- ${this.text(name[t])}: ${this.cell(value)}`).join('\n'),
      ...notes.map((note) => this.text(note[t])),
      ...sections.map((one) => this.section(one)),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  }

  private section({ title, notes, tables }: DocumentSection): string {
    const t = this.language;
    return [
      `## ${this.text(title[t])}`,
      ...notes.map((note) => this.text(note[t])),
      ...tables.map((one) => this.table(one)),
    ].join('\n\n');
  }

  private table({ caption, columns, rows }: DocumentTable): string {
    const t = this.language;
    const title = `### ${this.text(caption[t])}`;
    if (rows.length === 0) return `${title}\n\n${this.text(documentWords.empty[t])}`;
    const head = columns.map((column) => this.text(column[t]));
    const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map((cell) => this.cell(cell)))];
    return `${title}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
  }

  private cell(cell: Cell): string {
    if (typeof cell === 'string') return this.text(cell);
    if (typeof cell === 'number') return String(cell);
    if ('code' in cell) return this.code(cell.code);
    if ('day' in cell) return this.text(cell.day);
    if ('state' in cell) return this.text(cell.state[this.language]);
    if ('page' in cell) return `[${this.text(cell.text[this.language])}](${encodeURI(cell.page[this.language])}.md)`;
    if ('drawing' in cell) return this.text(cell.shows[this.language]);
    if ('cells' in cell) return cell.cells.map((one) => this.cell(one)).join('; ');
    return this.text(cell[this.language]);
  }

  private text(text: string): string {
    return this.once(text, text, line);
  }

  private code(text: string): string {
    return this.once(`\u0000${text}`, text, code);
  }

  private once(key: string, text: string, write: (text: string) => string): string {
    const known = this.escaped.get(key);
    if (known !== undefined) return known;
    const made = write(text);
    this.escaped.set(key, made);
    return made;
  }
}
