import { riskClassNames, type RiskClass } from '../../../model/approvals/risk-class';
import { visibleText } from '../../text/visible-text';
import { cellLines } from '../sections/cell-lines';
import type { Column, SectionRow } from '../sections/section';
import type { FilledSection } from '../sections/sections';
import { rowKindNames, type RowKind } from '../words/row-kinds';
import { shorten } from '../words/shorten';

/** Rows of one section that the page holds; the JSON has all. */
export const ROWS_MAX = 40_000;

/** Characters of one line of a cell that the page holds. */
export const LINE_MAX = 1_000;

/** Characters of all texts of a page; each section may bring its share of what those before it left. Hostile names don't make the page unreadable. */
const CHARACTERS_MAX = 24_000_000;

/** Names that a filter offers, more than a nation has tenants; the search finds others. */
const OFFERED_MAX = 5_000;

/** Stands for rows of no tenant or no zone alone. */
export const NO_OWNER = '-';

/** A line of a cell by the number of its text: one where both languages say the same, else the Vietnamese and the English. */
type WrittenLine = number | readonly [number, number];

/** A row: the number of its facets, then the lines of each cell. */
type WrittenRow = readonly [number, ...(readonly WrittenLine[])[]];

/** A section as the script of the page reads it. */
interface WrittenSection {
  readonly key: string;
  /** Whether the cells of each column are code, text or numbers. */
  readonly forms: readonly Column['form'][];
  readonly rows: readonly WrittenRow[];
}

/** All rows of a page as JSON in which every text stands once, and how many rows of each section it holds. */
export class PageData {
  private readonly texts = new Numbered();
  private readonly facets = new Numbered();
  private readonly sections: WrittenSection[] = [];

  /** Data of so many sections. */
  public constructor(private readonly count: number) {}

  /** Takes a section, and tells how many of its rows the page holds. */
  public add({ key, columns, rows }: FilledSection): number {
    const written: WrittenRow[] = [];
    const { characters } = this;
    const end = characters + (CHARACTERS_MAX - characters) / Math.max(1, this.count - this.sections.length);
    for (const row of rows) {
      if (written.length >= ROWS_MAX || this.characters > end) break;
      written.push(this.row(row));
    }
    this.sections.push({ key, forms: columns.map(({ form }) => form), rows: written });
    return written.length;
  }

  /** What nothing in it can break out of within a page. */
  public json(): string {
    const { texts, facets, sections } = this;
    const data = { texts: texts.all, facets: facets.all.map((one): unknown => JSON.parse(one)), sections };
    return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
  }

  private get characters(): number {
    return this.texts.characters + this.facets.characters;
  }

  private row({ kind, cells, tenants, zones, classes }: SectionRow): WrittenRow {
    const orNone = (names: readonly string[]): readonly string[] => (names.length === 0 ? [NO_OWNER] : names);
    const facets = { kind, tenant: orNone(tenants).map(shownName), zone: orNone(zones).map(shownName), class: classes };
    return [this.facets.of(JSON.stringify(facets)), ...cells.map((cell) => cellLines(cell).map(this.line))];
  }

  private readonly line = ({ vi, en }: { readonly vi: string; readonly en: string }): WrittenLine => {
    const first = this.texts.of(shownLine(vi));
    return vi === en ? first : [first, this.texts.of(shownLine(en))];
  };
}

function shownName(name: string): string {
  return visibleText(shortName(name));
}

function shortName(name: string): string {
  return shorten(name, 200);
}

function shownLine(text: string): string {
  return visibleText(shorten(text, LINE_MAX));
}

/** What the filters of a page offer: everything that any of its rows has, sorted. */
export interface Choices {
  readonly tenants: readonly string[];
  readonly zones: readonly string[];
  readonly kinds: readonly RowKind[];
  readonly classes: readonly RiskClass[];
}

/** What rows can be filtered by. */
export function choicesOf(sections: readonly FilledSection[]): Choices {
  const [tenants, zones, kinds, classes] = [
    new Set<string>(),
    new Set<string>(),
    new Set<RowKind>(),
    new Set<RiskClass>(),
  ];
  for (const row of sections.flatMap(({ rows }) => rows)) {
    for (const one of row.tenants) tenants.add(shortName(one));
    for (const one of row.zones) zones.add(shortName(one));
    for (const one of row.classes) classes.add(one);
    kinds.add(row.kind);
  }
  return {
    tenants: [...tenants].toSorted().slice(0, OFFERED_MAX),
    zones: [...zones].toSorted().slice(0, OFFERED_MAX),
    kinds: rowKindNames.filter((one) => kinds.has(one)),
    classes: riskClassNames.filter((one) => classes.has(one)),
  };
}

/** Texts by the numbers of their first coming. */
class Numbered {
  private readonly numbers = new Map<string, number>();
  public characters = 0;

  public get all(): readonly string[] {
    return [...this.numbers.keys()];
  }

  public of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const made = this.numbers.size;
    this.numbers.set(text, made);
    this.characters += text.length;
    return made;
  }
}
