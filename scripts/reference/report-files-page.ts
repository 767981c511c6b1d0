import { formatCatalog } from '../../reports/catalog';
import type { Reader, ReportFormat } from '../../reports/define-format';
import { mediaTypeOf } from '../../reports/media-type';
import { publishedSchemas, schemaFile } from '../../reports/schema/published-schemas';
import { markdownPage, markdownTable } from './markdown';

const readerNames: Readonly<Record<Reader, string>> = {
  auditor: 'the auditor',
  owner: 'the owner of systems',
  reviewer: 'the reviewer',
  program: 'programs',
};

/** A file or kind of file, as the page lists it. */
interface ListedFile {
  readonly path: string;
  readonly mediaType: string;
  readonly holds: string;
}

/** The page of all files that a report has. */
export function reportFilesPage(): string {
  return markdownPage('Files of a report', [
    'What `ndc report` writes. A part in `{…}` stands for a name; `{language}` is `vi` or `en`, and both hold the same. A schema stands in the folder `schema/` of the report, and its `$id` tells its version, which is the `formatVersion` of the file.',
    ...formatCatalog.flatMap(({ id, format }) => formatBlocks(id, format)),
    '## Beside the report',
    'What other commands write for programs, by the same rule of schemas.',
    fileTable(besides()),
  ]);
}

function formatBlocks(id: string, format: ReportFormat): readonly string[] {
  const pdf = 'print' in format && format.print === true ? ' `--pdf` prints every `.html` file of it beside it.' : '';
  const { vi, en } = format.summary;
  return [`## ${id}`, `For ${readerNames[format.reader]}: ${en} (${vi}).${pdf}`, fileTable(filesOf(format))];
}

function filesOf(format: ReportFormat): readonly ListedFile[] {
  if ('file' in format) {
    const { file: path, mediaType, summary } = format;
    return [{ path, mediaType, holds: summary.en }];
  }
  const { folder, kinds } = format;
  return kinds.flatMap(({ paths, holds }) =>
    paths.map((one) => ({ path: `${folder}/${one}`, mediaType: mediaTypeOf(one), holds: holds.en })),
  );
}

/** What has a schema and is no file of a report. */
function besides(): readonly ListedFile[] {
  const known = new Set(formatCatalog.flatMap(({ format }) => filesOf(format)).map(({ path }) => path));
  return publishedSchemas
    .filter(({ of }) => !known.has(of))
    .map(({ of, title }) => ({ path: of, mediaType: mediaTypeOf(of), holds: title }));
}

function fileTable(files: readonly ListedFile[]): string {
  const rows = files.map(({ path, mediaType, holds }) => [`\`${path}\``, holds, mediaType, schemaLink(path)]);
  return markdownTable(['File', 'Holds', 'Media type', 'Schema'], rows);
}

function schemaLink(path: string): string {
  const found = publishedSchemas.find(({ of }) => of === path);
  if (found === undefined) return '';
  const name = schemaFile(found);
  return `[${name}](../../reports/schema/${name})`;
}
