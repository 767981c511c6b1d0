import { formatCatalog } from '../../../../reports/catalog';
import type { ReportSource } from '../../../../reports/define-format';
import type { JudgementChanges } from '../../../../reports/history/compare-judgements';
import { safeName } from '../../../../reports/text/safe-name';
import { writtenFiles } from '../../hostile/written-formats';
import { ofDossiers, ofHistory, ofLegal, ofReport, type LegalData } from './expected-numbers';
import type { DataFiles, ExpectedNumbers } from './number-checks';
import { pagesOf, type TextFiles } from './page-checks';

/** A format that has pages, with what their numbers and words must come from. */
export interface WrittenPages {
  readonly id: string;
  readonly files: TextFiles;
  /** JSON files by name, read. */
  readonly data: DataFiles;
  readonly expected: ExpectedNumbers;
}

/** Every format of the catalog that has an HTML file; a new one that shows numbers must name them by `data-of`. */
export function writtenPages(source: ReportSource): readonly WrittenPages[] {
  const all = formatCatalog.map(({ id, format }) => {
    const files = writtenFiles(format, source).map(({ path, bytes }) => [path, bytes.toString('utf8')] as const);
    return { id, files: new Map(files) };
  });
  const data: DataFiles = Object.fromEntries(
    all.flatMap(({ files }) =>
      [...files]
        .filter(([path]) => /^[a-z]+\.json$/.test(path))
        .map(([path, text]) => [path, JSON.parse(text) as unknown]),
    ),
  );
  const numbers = expectedNumbers(source, data);
  return all
    .filter(({ files }) => pagesOf(files).length > 0)
    .map(({ id, files }) => ({ id, files, data, expected: numbers[id] ?? (() => undefined) }));
}

function expectedNumbers(
  { report, view: { model } }: ReportSource,
  data: DataFiles,
): Readonly<Record<string, ExpectedNumbers>> {
  const legal = data['legal.json'] as LegalData;
  return {
    html: ofReport(JSON.parse(JSON.stringify(data['report.json'])) as typeof report),
    legal: ofLegal(legal, safeName),
    dossiers: ofDossiers(legal, model, safeName),
    history: ofHistory(data['history.json'] as JudgementChanges),
  };
}
