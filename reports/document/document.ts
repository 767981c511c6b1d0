import type { Language, Text } from '../../model/text';
import type { Drawing } from '../pictures/grid-picture';

/** How a state is to be read at a glance; never alone, since its text has a sign of its own. */
export type Tone = 'good' | 'bad' | 'warn' | 'plain';

/** A picture of a section; who can't see it reads the table below, which has the same numbers. */
export interface DocumentPicture {
  /** Identity in the document, ASCII. */
  readonly id: string;
  readonly name: Text;
  /** How it is to be read. */
  readonly describe: Text;
  /** Draws it with every text as it is chosen. */
  readonly draw: (speak: (text: Text) => Text) => Drawing;
}

/**
 * What a cell holds: a text of the data as it stands (hostile until it is escaped), a number, a text in both
 * languages, an identifier, an ISO date (`YYYY-MM-DD`), a state with its tone, a way to another document,
 * a drawing without words beside what it shows in words, or several of these.
 */
export type Cell =
  | string
  | number
  | Text
  | { readonly code: string }
  | { readonly day: string }
  | { readonly state: Text; readonly tone: Tone }
  | {
      /** Path to the other document from this one's folder, with `/`, without the ending that each format adds. */
      readonly page: Readonly<Record<Language, string>>;
      readonly text: Text;
    }
  | { readonly drawing: Drawing; readonly shows: Text }
  | { readonly cells: readonly Cell[] };

/** A table; the first cell of each row is its header. */
export interface DocumentTable {
  /** Identity in the document, ASCII. */
  readonly id: string;
  readonly caption: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A part of a document under a heading: what it says, its pictures, then its tables. */
export interface DocumentSection {
  /** Identity in the document, ASCII. */
  readonly id: string;
  readonly title: Text;
  readonly notes: readonly Text[];
  /** Above the tables.
   * @default - none
   */
  readonly pictures?: readonly DocumentPicture[];
  readonly tables: readonly DocumentTable[];
}

/** A document for people in both languages; each format writes one language of it. */
export interface Document {
  readonly title: Text;
  /** What it is about and what makes it computable again: name and value. */
  readonly facts: readonly (readonly [Text, Cell])[];
  readonly notes: readonly Text[];
  readonly sections: readonly DocumentSection[];
}
