import { posix } from 'node:path';
import { formatCatalog } from '../../../../reports/catalog';
import type { ReportFormat, ReportSource } from '../../../../reports/define-format';
import type { HistoryData } from '../../../../reports/history/history-data';
import type { Report } from '../../../../reports/report';
import { START_FILE, startPage } from '../../../../reports/start/start-page';
import { safeName } from '../../../../reports/text/safe-name';
import { writtenFiles } from '../../hostile/written-formats';
import type { PlacedFiles } from './link-checks';
import type { DataFiles, ExpectedNumbers } from './number-checks';
import { ofDossiers } from './numbers/dossier-numbers';
import { ofHistory } from './numbers/history-numbers';
import { ofLegal, type LegalData } from './numbers/legal-numbers';
import { ofReport } from './numbers/report-numbers';
import { ofSite } from './numbers/site-numbers';
import { pagesOf, type TextFiles } from './page-checks';

/** A format that has pages, with what their numbers and words must come from. */
export interface WrittenPages extends PlacedFiles {
  readonly id: string;
  /** JSON files by name, read. */
  readonly data: DataFiles;
  readonly expected: ExpectedNumbers;
}

/** The whole folder of a report. */
export interface WrittenFolder {
  /** Every format of the catalog that has an HTML file; a new one that shows numbers must name them by `data-of`. */
  readonly formats: readonly WrittenPages[];
  /** The first page, which leads to all of them. */
  readonly start: PlacedFiles;
}

/** The folder of a report with all formats, as it is on disk. */
export function writtenFolder(source: ReportSource): WrittenFolder {
  const all = formatCatalog.map(({ id, format }) => ({ id, format, files: textsOf(format, source) }));
  const first = startPage(
    source.report,
    all.map(({ id, format, files }) => ({ id, format, paths: [...files.keys()] })),
  );
  const start = new Map([[START_FILE, first]]);
  const report = new Map([
    ...start,
    ...all.flatMap(({ format, files }) =>
      [...files].map(([path, text]) => [posix.join(folderOf(format), path), text] as const),
    ),
  ]);
  const data: DataFiles = Object.fromEntries(
    all.flatMap(({ files }) =>
      [...files]
        .filter(([path]) => /^[a-z]+\.json$/.test(path))
        .map(([path, text]) => [path, JSON.parse(text) as unknown]),
    ),
  );
  const numbers = expectedNumbers(source, data);
  const formats = all
    .filter(({ files }) => pagesOf(files).length > 0)
    .map(({ id, format, files }) => {
      return { id, files, folder: folderOf(format), report, data, expected: numbers[id] ?? (() => undefined) };
    });
  return { formats, start: { files: start, folder: '', report } };
}

function folderOf(format: ReportFormat): string {
  return 'file' in format ? '' : format.folder;
}

function textsOf(format: ReportFormat, source: ReportSource): TextFiles {
  return new Map(writtenFiles(format, source).map(({ path, bytes }) => [path, bytes.toString('utf8')]));
}

function expectedNumbers(
  { view: { model } }: ReportSource,
  data: DataFiles,
): Readonly<Record<string, ExpectedNumbers>> {
  const [legal, report] = [data['legal.json'] as LegalData, data['report.json'] as Report];
  return {
    html: ofReport(report),
    legal: ofLegal(legal, safeName),
    dossiers: ofDossiers(legal, model, safeName),
    ...(data['history.json'] === undefined ? {} : { history: ofHistory(data['history.json'] as HistoryData) }),
    site: ofSite(report, safeName),
  };
}
