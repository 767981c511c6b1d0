import { languages, type Language, type Text } from '../../../model/text';
import type { Review, ReviewedSide } from '../../../review/review';
import { code, line } from '../../markdown/escape';
import { reachFacts } from '../reach-facts';
import { cellLines } from '../sections/cell-lines';
import type { Cell, Column, SectionRow } from '../sections/section';
import { fillSections, type FilledSection } from '../sections/sections';
import { leastSigners, signingReasons, type SigningReason } from '../signing';
import { inBoth } from '../../../review/words/review-words';
import { amountText, needText, reviewMessages as messages, signersText } from '../words/review-messages';
import { rowKindNames, rowKinds } from '../words/row-kinds';
import { shorten, shortenList } from '../words/shorten';
import { fillTables, type RoomyTable } from './fill-tables';
import { prose } from './prose';

/** Characters of a page, whatever the review: forges take no longer descriptions and comments. */
export const MARKDOWN_MAX = 65_000;

/** Characters of a name or value as it shows, and of a sentence. */
const NAME_MAX = 120;
const SENTENCE_MAX = 400;

/** Names of a list and lines of a cell. */
const NAMES_MAX = 5;

/**
 * A review for the description of a merge request, shorter than {@link MARKDOWN_MAX}: who must sign and why, what is
 * reached, and folded tables of what differs, of which as many rows stand as there is room for. In one language, or in
 * both, the Vietnamese first.
 */
export function reviewMarkdown(review: Review, language?: Language): string {
  const page = new Page(language === undefined ? languages : [language]);
  return page.write(review);
}

class Page {
  public constructor(private readonly spoken: readonly Language[]) {}

  public write(review: Review): string {
    const { content } = review;
    const sections = fillSections(content);
    const filled = sections.filter(({ rows }) => rows.length > 0);
    const [risks, others] = [filled.filter(({ key }) => key === 'risks'), filled.filter(({ key }) => key !== 'risks')];
    const top = `${this.heading(review)}\n\n${this.signing(signingReasons(content))}\n`;
    const middle = `\n${this.reach(review)}\n\n## ${this.say(messages.changes)}\n${filled.length === 0 ? `\n${this.say(messages.noChange)}\n` : ''}`;
    const end = `${this.nothingIn(sections)}\n${this.say(messages.rest)}\n`;
    const room = MARKDOWN_MAX - 1 - top.length - middle.length - end.length;
    const forRisks = others.length === 0 ? room : Math.floor(room / 2);
    const risksText = fillTables(
      risks.map((one) => this.table(one)),
      forRisks,
    );
    const othersText = fillTables(
      others.map((one) => this.table(one)),
      room - risksText.length,
    );
    return `${top}${risksText}${middle}${othersText}${end}`;
  }

  private nothingIn(sections: readonly FilledSection[]): string {
    const titles = sections.filter(({ rows }) => rows.length === 0).map(({ title }) => title);
    if (titles.length === 0) return '';
    const names = inBoth(
      (language) => `${messages.nothingIn[language]}: ${titles.map((one) => one[language]).join(', ')}`,
    );
    return `\n${this.say(names)}\n`;
  }

  /** A fixed text, or one of which every name was made safe before. */
  private say(text: Text): string {
    return [...new Set(this.spoken.map((language) => text[language]))].join(' / ');
  }

  /** A text that says what facts and programs wrote. */
  private sayProse(text: Text, max: number): string {
    return [...new Set(this.spoken.map((language) => prose(shorten(text[language], max))))].join('<br>');
  }

  /** The same within a line. */
  private sayLine(text: Text): string {
    return this.say(inBoth((language) => prose(shorten(text[language], SENTENCE_MAX))));
  }

  private heading({ digest, content, base, head }: Review): string {
    const { environment, authors } = content;
    const names =
      authors.length === 0 ? this.say(messages.noAuthors) : `${codes(authors)} (${this.say(messages.notThemselves)})`;
    const rules =
      base === undefined || base.rules === head.rules ? [] : [`${codeOf(base.rules)} → ${codeOf(head.rules)}`];
    const rows = [
      [messages.toSign, `**${codeOf(digest)}**`],
      [messages.base, base === undefined ? this.say(messages.noBase) : this.side(base)],
      [messages.head, this.side(head)],
      ...rules.map((one) => [messages.rulesOf, one] as const),
      [messages.authors, names],
    ] as const;
    const [[label, value], ...others] = rows;
    return [
      `# ${this.say(messages.title)}: ${codeOf(environment)}`,
      `**${this.say(signersText(leastSigners(content)))}**`,
      [
        `| ${this.say(label)} | ${value} |`,
        '| --- | --- |',
        ...others.map(([name, one]) => `| ${this.say(name)} | ${one} |`),
      ].join('\n'),
      this.say(messages.toSignNote),
      ...(content.rules.length === 0 ? [] : [this.say(messages.rulesDiffer)]),
    ].join('\n\n');
  }

  private side({ assembly, objects }: ReviewedSide): string {
    return `${codeOf(assembly)}, ${this.say(amountText(objects))} ${this.say(messages.objectsOf)}`;
  }

  private signing(reasons: readonly SigningReason[]): string {
    const title = `## ${this.say(messages.whoSigns)}`;
    if (reasons.length === 0) return `${title}\n\n${this.say(messages.noRisks)}`;
    const rows = reasons.map(({ title: name, gravity, need, risks }) => [
      `${rowKinds[gravity].sign} ${this.say(name)}`,
      this.say(amountText(risks.length)),
      need === undefined ? this.say(messages.noNeed) : `${this.say(needText(need.signatures))} ${codes(need.of)}`,
    ]);
    const columns = [messages.riskClass, messages.count, messages.signer].map((one) => this.say(one));
    return `${title}\n\n${[columns, columns.map(() => '---'), ...rows].map(rowText).join('\n')}`;
  }

  private reach({ content }: Review): string {
    const items = reachFacts(content.reach).map(({ count, of, parts }) => {
      const made = this.sayLine(
        inBoth((language) =>
          shortenList(
            parts.map((one) => one[language]),
            NAMES_MAX,
          ).join(', '),
        ),
      );
      return `- **${this.say(amountText(count))}** ${this.say(of)}${made === '' ? '' : `: ${made}`}`;
    });
    return `## ${this.say(messages.reach)}\n\n${items.join('\n')}`;
  }

  /** In the summary nothing but our own words and numbers stands: there Markdown escapes nothing. */
  private table({ key, title, columns, rows }: FilledSection): RoomyTable {
    const kinds = rowKindNames.flatMap((kind) => {
      const count = rows.filter((row) => row.kind === kind).length;
      return count === 0
        ? []
        : [inBoth((language) => `${amountText(count)[language]} ${rowKinds[kind].text[language]}`)];
    });
    const counted = this.say(inBoth((language) => kinds.map((one) => one[language]).join(', ')));
    const open = `\n<details${key === 'risks' ? ' open' : ''}><summary><b>${this.say(title)}</b>: ${counted}`;
    const names = [messages.kind, ...columns.map((one) => one.title)].map((one) => this.say(one));
    const start = `</summary>\n\n${rowText(names)}\n${rowText(names.map(() => '---'))}\n`;
    const tail = '\n</details>\n';
    const head = (written: number): string => `${open}${this.told(written, rows.length)}${start}`;
    const fixed = Math.max(head(0).length, head(rows.length - 1).length) + tail.length;
    return { head, rows: mapEach(rows, (row) => `${this.row(row, columns)}\n`), tail, fixed };
  }

  private told(written: number, all: number): string {
    if (written === all) return '';
    const text = (language: Language): string =>
      `${amountText(written)[language]} ${messages.of[language]} ${amountText(all)[language]} ${messages.shown[language]}; ${messages.jsonHasAll[language]}`;
    return ` (${this.say(inBoth(text))})`;
  }

  private row({ kind, cells }: SectionRow, columns: readonly Column[]): string {
    return rowText([
      `${rowKinds[kind].sign} ${this.say(rowKinds[kind].text)}`,
      ...cells.map((cell, index) => this.cell(cell, columns[index])),
    ]);
  }

  private cell(cell: Cell, column: Column | undefined): string {
    const lines = cellLines(cell).filter(({ vi, en }) => vi !== '' || en !== '');
    const told = lines.slice(0, NAMES_MAX).map((one) => this.cellLine(one, column));
    return [...told, ...(lines.length > NAMES_MAX ? [`… +${lines.length - NAMES_MAX}`] : [])].join('<br>');
  }

  private cellLine(text: Text, column: Column | undefined): string {
    if (column?.form === 'number') return this.say(amountText(Number(text.en)));
    if (column?.form !== 'code') return this.sayProse(text, SENTENCE_MAX);
    return [...new Set(this.spoken.map((language) => codeOf(text[language], SENTENCE_MAX)))].join('<br>');
  }
}

function* mapEach<Item>(items: readonly Item[], act: (item: Item) => string): Generator<string> {
  for (const item of items) yield act(item);
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Code calls nobody and links to nothing. */
function codeOf(text: string, max = NAME_MAX): string {
  return text === '' ? '' : code(shorten(text, max));
}

function codes(names: readonly string[]): string {
  const told = shortenList(names, NAMES_MAX);
  return told.map((one, index) => (index < NAMES_MAX ? codeOf(one) : line(one))).join(', ');
}
