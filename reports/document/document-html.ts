import type { Language, Text } from '../../model/text';
import { html, Html } from '../html/html';
import { style } from '../html/style';
import type { Drawing } from '../pictures/grid-picture';
import { pictureStyle } from '../pictures/patterns';
import { picture } from '../pictures/picture';
import { messages } from '../text/messages';
import type { Cell, Document, DocumentPicture, DocumentSection, DocumentTable } from './document';
import { documentWords } from './document-words';

const locales: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

const documentStyle = `
h4{font-size:.98rem;margin:1rem 0 .2rem}.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
td>span,th>span{display:block}th.number{text-align:right}th.number[scope=row]{min-width:0}
@media print{@page{size:A4 landscape;margin:12mm}.scroll{margin:.3rem 0}a{color:inherit;text-decoration:none}}
`;

/** For pages with pictures: a picture stands under the heading that names it already, and days don't break. */
const pictureStyles = `${pictureStyle}figcaption{position:absolute;left:-99rem}time{white-space:nowrap}@media print{time{white-space:normal}}`;

/** Writes documents of one language as pages of their own: no script, no address but those inside. */
export class HtmlDocuments {
  private readonly numbers: Intl.NumberFormat;
  private readonly days: Intl.DateTimeFormat;
  /** The same words stand in thousands of rows; each is escaped once. */
  private readonly escaped = new Map<string, string>();
  private readonly written = new Map<string, string>();

  public constructor(private readonly language: Language) {
    this.numbers = new Intl.NumberFormat(locales[language]);
    this.days = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  }

  /** The page of a document. */
  public write({ title, facts, notes, sections }: Document): string {
    const t = this.language;
    const parts = facts.map(([name, value]) => `<dt>${this.text(name[t])}</dt><dd>${this.cell(value)}</dd>`);
    const drawn = sections.some(({ pictures = [] }) => pictures.length > 0);
    const links = sections.map((one) => html`<li><a href="#${one.id}">${one.title[t]}</a></li>`);
    return html`<!doctype html>
      <html lang="${t}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <title>${title[t]}</title>
          <style>
            ${new Html(style)}${new Html(documentStyle)}${new Html(drawn ? pictureStyles : '')}
          </style>
        </head>
        <body>
          <a class="skip" href="#main">${messages.skip[t]}</a>
          <header>
            <h1>${title[t]}</h1>
            <dl>${new Html(parts.join(''))}</dl>
            ${notes.map((note) => html`<p>${note[t]}</p>`)}
          </header>
          <main id="main">
            <nav aria-label="${documentWords.contents[t]}">
              <ul>
                ${links}
              </ul>
            </nav>
            ${sections.map((one) => this.section(one))}
          </main>
        </body>
      </html> `.text;
  }

  private section({ id, title, notes, pictures = [], tables }: DocumentSection): Html {
    const t = this.language;
    return html`<section id="${id}" aria-labelledby="${id}-title">
      <h2 id="${id}-title">${title[t]}</h2>
      ${notes.map((note) => html`<p>${note[t]}</p> `)}${pictures.map((one) => this.picture(one))}${tables.map((one) => this.table(one))}
    </section> `;
  }

  private picture({ id, name, describe, draw }: DocumentPicture): Html {
    const speak = (text: Text): Text => ({ vi: text[this.language], en: text[this.language] });
    return picture({ id, name: speak(name), describe: speak(describe), drawing: draw(speak) });
  }

  private drawing({ width, height, body }: Drawing, shows: Text): string {
    const said = shows[this.language];
    return html`<svg
      class="pic spark"
      width="${width}"
      height="${height}"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label="${said}"
    >
      <title>${said}</title>
      ${body}
    </svg>`.text;
  }

  private table({ id, caption, columns, rows }: DocumentTable): Html {
    const t = this.language;
    if (rows.length === 0)
      return html`<h3>${caption[t]}</h3>
        <p>${documentWords.empty[t]}</p> `;
    const heads = columns.map((column, index) => {
      const kind = index > 0 && typeof rows[0]?.[index] === 'number' ? ' class="number"' : '';
      return `<th scope="col"${kind}>${this.text(column[t])}</th>`;
    });
    const body = rows.map((row) => this.row(row)).join('\n');
    return html`<h3>${caption[t]}</h3>
      <div class="scroll" role="group" aria-labelledby="${id}-caption" tabindex="0">
        <table>
          <caption id="${id}-caption">
            ${caption[t]}
          </caption>
          <thead>
            <tr>
              ${new Html(heads.join(''))}
            </tr>
          </thead>
          <tbody>
            ${new Html(body)}
          </tbody>
        </table>
      </div> `;
  }

  private row([head, ...cells]: readonly Cell[]): string {
    const rest = cells.map((cell) =>
      typeof cell === 'number' ? `<td class="number">${this.number(cell)}</td>` : `<td>${this.cell(cell)}</td>`,
    );
    const kind = typeof head === 'number' ? ' class="number"' : '';
    return `<tr><th scope="row"${kind}>${head === undefined ? '' : this.cell(head)}</th>${rest.join('')}</tr>`;
  }

  private cell(cell: Cell): string {
    if (typeof cell === 'string') return this.text(cell);
    if (typeof cell === 'number') return this.number(cell);
    if ('code' in cell) return `<code>${this.text(cell.code)}</code>`;
    if ('day' in cell) return this.day(cell.day);
    if ('state' in cell) return `<span class="${cell.tone}">${this.text(cell.state[this.language])}</span>`;
    if ('page' in cell)
      return `<a href="${this.text(`${cell.page[this.language]}.html`)}">${this.text(cell.text[this.language])}</a>`;
    if ('drawing' in cell) return this.drawing(cell.drawing, cell.shows);
    if ('cells' in cell) return cell.cells.map((one) => `<span>${this.cell(one)}</span>`).join(' ');
    return this.text(cell[this.language]);
  }

  private day(iso: string): string {
    const known = this.written.get(iso);
    if (known !== undefined) return known;
    const date = new Date(`${iso}T00:00:00Z`);
    const isDay = !Number.isNaN(date.getTime());
    const made = isDay ? `<time datetime="${iso}">${this.days.format(date)}</time>` : this.text(iso);
    this.written.set(iso, made);
    return made;
  }

  /** Below a thousand each language writes the digits alone. */
  private number(value: number): string {
    return Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : this.numbers.format(value);
  }

  private text(text: string): string {
    const known = this.escaped.get(text);
    if (known !== undefined) return known;
    const made = html`${text}`.text;
    this.escaped.set(text, made);
    return made;
  }
}
