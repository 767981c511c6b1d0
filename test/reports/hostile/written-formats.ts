import { formatCatalog } from '../../../reports/catalog';
import type { ReportFormat, ReportSource } from '../../../reports/define-format';
import type { WrittenFile } from './readers/read-texts';

/** The files of a format as they would be on disk. */
export function writtenFiles(format: ReportFormat, source: ReportSource): readonly WrittenFile[] {
  const files = 'file' in format ? [{ path: format.file, content: format.render(source) }] : [...format.files(source)];
  return files.map(({ path, content }) => ({ path, bytes: Buffer.from(content as Uint8Array) }));
}

/** Every format of the catalog with its files, read from the generated list, so that a new one is among them. */
export function writtenFormats(
  source: ReportSource,
): readonly (readonly [id: string, files: readonly WrittenFile[]])[] {
  return formatCatalog.map(({ id, format }) => [id, writtenFiles(format, source)]);
}
