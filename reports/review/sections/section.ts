import type { RiskClass } from '../../../model/approvals/risk-class';
import type { Text } from '../../../model/text';
import type { RowKind } from '../words/row-kinds';
import type { SectionContext } from './section-context';

/** What a cell holds: the program's words, a text in both languages, or lines of either. */
export type Cell = string | number | Text | readonly (string | Text)[];

/** A column of a section. */
export interface Column {
  readonly title: Text;
  /** `code` for what the program or a file calls so. */
  readonly form: 'text' | 'code' | 'number';
}

/** One thing that differs. */
export interface SectionRow {
  readonly kind: RowKind;
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** Whose it is; nobody's alone where it is empty. */
  readonly tenants: readonly string[];
  readonly zones: readonly string[];
  /** Classes of risk of which it is, or whose cause it may be. */
  readonly classes: readonly RiskClass[];
}

/** One part of a review's content as every format shows it. */
export interface ReviewSection {
  readonly title: Text;
  readonly columns: readonly Column[];
  /** Most telling first. */
  readonly rows: (context: SectionContext) => readonly SectionRow[];
}

/** How a part of a review is shown, told of one of its items. */
export interface SectionShape<Item> {
  readonly title: Text;
  readonly columns: readonly Column[];
  readonly items: (context: SectionContext) => readonly Item[];
  /** Kinds of its rows, most telling first; items of one kind keep their order. */
  readonly kinds: readonly RowKind[];
  readonly row: (item: Item, context: SectionContext) => SectionRow;
}

/** Makes a section. */
export function defineSection<Item>({ title, columns, items, kinds, row }: SectionShape<Item>): ReviewSection {
  const rank = ({ kind }: SectionRow): number => kinds.indexOf(kind);
  return {
    title,
    columns,
    rows: (context) =>
      items(context)
        .map((item) => row(item, context))
        .toSorted((a, b) => rank(a) - rank(b)),
  };
}

/** What stood there and what stands there in one cell, either of them told where it is nothing. */
export function changeCell(before: string | undefined, after: string | undefined, none: Text): Text {
  const say = (language: keyof Text): string => `${before ?? none[language]} → ${after ?? none[language]}`;
  return { vi: say('vi'), en: say('en') };
}
