import type { Text } from '../../model/text';
import { readers, type FileKind, type FolderFormat, type Reader, type ReportFormat } from '../define-format';
import { bilingualPage, verdictHead } from '../html/bilingual-page';
import { amount, both, html, type Html } from '../html/html';
import { script } from '../html/script';
import { tableOfBodies } from '../html/table';
import type { Report } from '../report';
import { inLanguages, pathsOf } from './path-pattern';
import { readerTexts, startWords } from './start-words';

/** Name of the first page in the folder of a report. */
export const START_FILE = 'index.html';

/** A format with the files that were written, by their paths in the folder of the format, or of the report for one file. */
export interface WrittenForm {
  readonly id: string;
  readonly format: ReportFormat;
  readonly paths: readonly string[];
}

/** The first page in the folder of a report: every form of it, for whom it is, and the way to its files. */
export function startPage(report: Report, forms: readonly WrittenForm[]): string {
  const { officialName } = report;
  const parts = readers.map((reader) => readerPart(reader, forms));
  return bilingualPage({
    title: {
      vi: `${startWords.title.vi} – ${officialName.vi}`,
      en: `${startWords.title.en} – ${officialName.en}`,
    },
    heading: html`${both(startWords.title)}: ${both(officialName)}`,
    head: verdictHead(report),
    main: html`<p>${both(startWords.note)}</p>
      ${parts}`,
    script,
  });
}

function readerPart(reader: Reader, forms: readonly WrittenForm[]): Html {
  const own = forms.filter(({ format, paths }) => format.reader === reader && paths.length > 0);
  if (own.length === 0) return html``;
  const columns = [startWords.holds, startWords.files];
  return html`<section id="${reader}">
    <h2>${both(readerTexts[reader])}</h2>
    ${tableOfBodies({ id: `${reader}-table`, caption: readerTexts[reader], columns }, own.map(formBody))}
  </section>`;
}

function formBody({ id, format, paths }: WrittenForm): Html {
  const rows =
    'file' in format
      ? [row(format.summary, [link(format.file)])]
      : format.kinds.flatMap((kind) => {
          const files = kindFiles(format, kind, paths);
          return files.length === 0 ? [] : [row(kind.holds, files)];
        });
  const head =
    'file' in format
      ? ''
      : html`<tr>
          <th scope="rowgroup" colspan="2">${both(format.summary)} (<code>${id}</code>)</th>
        </tr> `;
  return html`<tbody>
    ${head}${rows}
  </tbody>`;
}

/**
 * A file that stands alone is a link, in the language of the page where it has one; of many there is their number, without
 * those that are named by themselves.
 */
function kindFiles(
  { folder, kinds }: FolderFormat,
  { paths: patterns }: FileKind,
  written: readonly string[],
): readonly Html[] {
  const named = new Set(kinds.flatMap(({ paths }) => paths));
  return patterns.flatMap((given) =>
    inLanguages(given).flatMap(({ pattern, language }): readonly Html[] => {
      const found = pathsOf(pattern, written).filter((path) => path === pattern || !named.has(path));
      const [only] = found;
      if (only === undefined) return [];
      const shown =
        pattern === only
          ? link(`${folder}/${only}`)
          : html`<code>${folder}/${pattern}</code> (${amount(found.length)})`;
      return [language === undefined ? html`<div>${shown}</div>` : html`<div lang="${language}">${shown}</div>`];
    }),
  );
}

function link(path: string): Html {
  const way = path.split('/').map(encodeURIComponent).join('/');
  return html`<a href="${way}"><code>${path}</code></a>`;
}

function row(holds: Text, files: readonly Html[]): Html {
  return html`<tr>
    <td class="wide">${both(holds)}</td>
    <td>${files}</td>
  </tr> `;
}
