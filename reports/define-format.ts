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

/** A way to write a report as one file. */
export interface FileFormat {
  /** Name of the file in the folder of the report. */
  readonly file: string;
  readonly mediaType: string;
  /** Same source, same bytes. */
  render(source: ReportSource): ReportFile['content'];
}

/** A way to write a report as a folder of files, which is replaced as a whole. */
export interface FolderFormat {
  /** Name of the folder in the folder of the report. */
  readonly folder: string;
  /** Each file when it is asked for, so that they need not be in memory together; none, and there is no folder. */
  files(source: ReportSource): Iterable<ReportFile>;
}

/** A way to write a report; its name is its file's. */
export type ReportFormat = FileFormat | FolderFormat;

/** Makes a format. */
export function defineFormat<T extends ReportFormat>(format: T): Readonly<T> {
  return Object.freeze(format);
}
