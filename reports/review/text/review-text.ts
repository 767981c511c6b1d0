import type { Language } from '../../../model/text';
import type { Review, ReviewedSide } from '../../../review/review';
import type { Risk } from '../../../review/risks/risk';
import { visibleText } from '../../text/visible-text';
import { reachFacts, type ReachFact } from '../reach-facts';
import { cellLines } from '../sections/cell-lines';
import type { SectionRow } from '../sections/section';
import { fillSections, type FilledSection } from '../sections/sections';
import { leastSigners, signingReasons, type SigningReason } from '../signing';
import { amountText, needText, reviewMessages as messages, signersText } from '../words/review-messages';
import { rowKindNames, rowKinds } from '../words/row-kinds';
import { shorten, shortenList } from '../words/shorten';
import { fillPage, type PageBlock } from './fill-page';
import { foldText } from './fold-text';

/** How the page is written. */
export interface TextOptions {
  /** Characters of a line, at least 60; a digest stands on one line all the same.
   * @default 100
   */
  readonly width?: number | undefined;
  /** @default en */
  readonly language?: Language | undefined;
}

/** Lines of a page, whatever the review. */
export const TEXT_LINES_MAX = 60;

/** Characters that are told of one name or value. */
const NAME_MAX = 160;

/** Characters that a row tells of one of its cells. */
const CELL_MAX = 80;

/** Names of authors and roles that a line tells. */
const NAMES_MAX = 6;

/** A review on one page: who must sign and why, what is reached, then the most telling of what differs. */
export function reviewText(review: Review, { width = 100, language = 'en' }: TextOptions = {}): string {
  const page = new Page(Math.max(60, width), language);
  const lines = fillPage(page.blocks(review), TEXT_LINES_MAX);
  return lines.map((line) => `${line}\n`).join('');
}

class Page {
  public constructor(
    private readonly width: number,
    private readonly language: Language,
  ) {}

  public blocks(review: Review): readonly PageBlock[] {
    const { content } = review;
    const reasons = signingReasons(content);
    const sections = fillSections(content).filter(({ key }) => key !== 'risks');
    const filled = sections.filter(({ rows }) => rows.length > 0);
    const empty = sections.filter(({ rows }) => rows.length === 0).map(({ title }) => this.say(title));
    const nothing = (isSo: boolean, text: string): readonly PageBlock[] => (isSo ? [still(this.fold(text, 2, 2))] : []);
    return [
      still(this.heading(review)),
      still(['', this.say(messages.whoSigns)]),
      ...nothing(reasons.length === 0, this.say(messages.noRisks)),
      ...reasons.map((one) => this.reasonBlock(one, reasons.length)),
      still(['', this.say(messages.reach), ...reachFacts(content.reach).map((one) => this.reachLine(one))]),
      still(['', this.say(messages.changes)]),
      ...nothing(filled.length === 0, this.say(messages.noChange)),
      ...filled.map((one) => this.sectionBlock(one)),
      ...nothing(empty.length > 0 && filled.length > 0, `${this.say(messages.nothingIn)}: ${empty.join(', ')}`),
      still(['', ...this.fold(this.say(messages.rest), 0, 2)]),
    ];
  }

  private say(text: Readonly<Record<Language, string>>): string {
    return text[this.language];
  }

  private amount(value: number): string {
    return this.say(amountText(value));
  }

  private heading({ digest, content, base, head }: Review): readonly string[] {
    const { environment, authors } = content;
    const title = `${this.say(messages.title)}: ${shown(environment)}. ${this.say(signersText(leastSigners(content)))}`;
    const names = authors.length === 0 ? this.say(messages.noAuthors) : this.names(authors);
    const bar = authors.length === 0 ? '' : ` (${this.say(messages.notThemselves)})`;
    const rules = base === undefined || base.rules === head.rules ? [] : [`${shown(base.rules)} →`, shown(head.rules)];
    const labels = [messages.toSign, messages.base, messages.head, messages.rulesOf, messages.authors];
    const column = Math.max(...labels.map((one) => this.say(one).length)) + 2;
    const people = foldText(`${names}${bar}`, { width: this.width - column - 2, indent: 0, linesMax: 2 });
    const rows = [
      { label: messages.toSign, values: [shown(digest)] },
      { label: messages.base, values: [base === undefined ? this.say(messages.noBase) : this.side(base)] },
      { label: messages.head, values: [this.side(head)] },
      { label: messages.rulesOf, values: rules },
      { label: messages.authors, values: people },
    ];
    const lineOf = (label: string, value: string): string => `  ${label.padEnd(column)}${value}`;
    return [
      ...this.fold(title, 0, 2),
      ...rows.flatMap(({ label, values }) =>
        values.map((value, index) => lineOf(index === 0 ? this.say(label) : '', value)),
      ),
      ...(content.rules.length === 0 ? [] : this.fold(this.say(messages.rulesDiffer), 2, 1)),
    ];
  }

  private side({ assembly, objects }: ReviewedSide): string {
    return `${shown(assembly)}, ${this.amount(objects)} ${this.say(messages.objectsOf)}`;
  }

  private names(all: readonly string[]): string {
    return shortenList(
      all.map((one) => shown(one)),
      NAMES_MAX,
    ).join(', ');
  }

  private reasonBlock(reason: SigningReason, all: number): PageBlock {
    const { title, gravity, need, risks } = reason;
    const roles =
      need === undefined ? this.say(messages.noNeed) : `${this.say(needText(need.signatures))} ${this.names(need.of)}`;
    const head = (told: number): readonly string[] => {
      const text = `${rowKinds[gravity].sign} ${this.say(title)} (${this.told(told, risks.length)})`;
      return this.fold(`${text}: ${roles}`, 2, all > 8 ? 1 : 2);
    };
    return { head, items: risks.map((one) => this.riskLines(one)), turn: 2 };
  }

  /** How many there are, and how many of them are shown where those aren't all. */
  private told(told: number, all: number): string {
    return told === all ? this.amount(all) : `${this.amount(all)}, ${this.amount(told)} ${this.say(messages.shown)}`;
  }

  private riskLines({ what, witness, count, tenants }: Risk): readonly string[] {
    const times = count === 1 ? '' : ` ×${this.amount(count)}`;
    const whose = tenants.length < 2 ? '' : `, ${this.amount(tenants.length)} ${this.say(messages.tenants)}`;
    const sentence = shown(this.say(what), 2 * NAME_MAX);
    return [...this.fold(`${sentence}${times}${whose}`, 6, 2), ...this.fold(shown(this.say(witness)), 10, 2)];
  }

  private reachLine({ count, of, parts }: ReachFact): string {
    const made = parts.map((one) => shown(this.say(one)));
    const tail = made.length === 0 ? '' : `: ${made.join(', ')}`;
    return this.fold(`${this.amount(count)} ${this.say(of)}${tail}`, 2, 1).join('');
  }

  private sectionBlock({ title, rows }: FilledSection): PageBlock {
    const kinds = rowKindNames.flatMap((kind) => {
      const count = rows.filter((row) => row.kind === kind).length;
      return count === 0 ? [] : [`${this.amount(count)} ${this.say(rowKinds[kind].text)}`];
    });
    const head = (told: number): readonly string[] => {
      const tail = told === rows.length ? '' : ` (${this.amount(told)} ${this.say(messages.shown)})`;
      return this.fold(`${this.say(title)}: ${kinds.join(', ')}${tail}`, 2, 1);
    };
    return { head, items: rows.slice(0, TEXT_LINES_MAX).map((row) => this.rowLines(row)), turn: 1 };
  }

  private rowLines({ kind, cells }: SectionRow): readonly string[] {
    const texts = cells.map((cell) => {
      const [first, ...others] = cellLines(cell).map((one) => this.say(one));
      return `${shown(first ?? '', CELL_MAX)}${others.length === 0 ? '' : ` +${others.length}`}`;
    });
    const line = ['     ', rowKinds[kind].sign, ...texts.filter((one) => one !== '')].join('  ').slice(1);
    const characters = [...line];
    return [characters.length <= this.width ? line : `${characters.slice(0, this.width - 1).join('')}…`];
  }

  private fold(text: string, indent: number, linesMax: number): readonly string[] {
    return foldText(text, { width: this.width, indent, linesMax });
  }
}

function still(lines: readonly string[]): PageBlock {
  return { head: () => lines, items: [], turn: 0 };
}

function shown(text: string, max = NAME_MAX): string {
  return visibleText(shorten(text, max));
}
