import type { Text } from '../model/text';
import type { ReportInput } from './build-report';
import type { History } from './history/history';
import type { Report } from './report';

/** What a format is made from: the report, and what it was made of. */
export interface ReportSource extends ReportInput {
  readonly report: Report;
  /** What it is compared with.
   * @default - nothing
   */
  readonly since?: History | undefined;
}

/** A file of a report; same source, same bytes. */
export interface ReportFile {
  /** Path in the folder of its format, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Who takes a format: one of three people, or a program. */
export const readers = ['auditor', 'owner', 'reviewer', 'program'] as const;

/** Who takes a format. */
export type Reader = (typeof readers)[number];

/** What a format says of itself. */
export interface FormatWords {
  /** What it is, in one phrase. */
  readonly summary: Text;
  readonly reader: Reader;
}

/** A way to write a report as one file. */
export interface FileFormat extends FormatWords {
  /** Name of the file in the folder of the report. */
  readonly file: string;
  readonly mediaType: string;
  /** Same source, same bytes. */
  render(source: ReportSource): ReportFile['content'];
}

/** Files of one content in the folder of a format. */
export interface FileKind {
  /** Paths in the folder; a part in `{…}` stands for a name, such as `{language}/owners/{agency}.html`. */
  readonly paths: readonly string[];
  readonly holds: Text;
}

/** A way to write a report as a folder of files, which is replaced as a whole. */
export interface FolderFormat extends FormatWords {
  /** Name of the folder in the folder of the report. */
  readonly folder: string;
  /** Every kind of file that may stand in it. */
  readonly kinds: readonly FileKind[];
  /** Whether its pages are documents for paper, of which PDF is made.
   * @default false
   */
  readonly print?: boolean;
  /** Each file when it is asked for, so that they need not be in memory together; none, and there is no folder. */
  files(source: ReportSource): Iterable<ReportFile>;
}

/** A way to write a report; its name is its file's. */
export type ReportFormat = FileFormat | FolderFormat;

/** Makes a format. */
export function defineFormat<T extends ReportFormat>(format: T): Readonly<T> {
  return Object.freeze(format);
}
