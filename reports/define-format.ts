import type { Report } from './report';

/** A way to write a report; its name is its file's. */
export interface ReportFormat {
  /** File extension without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Same report, same bytes. */
  render(report: Report): string;
}

/** Makes a format. */
export function defineFormat(format: ReportFormat): ReportFormat {
  return Object.freeze(format);
}
