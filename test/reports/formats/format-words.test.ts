import { languages } from '../../../model/text';
import { fail, pass } from '../../../policies/define-policy';
import { buildReport } from '../../../reports/build-report';
import { formatCatalog } from '../../../reports/catalog';
import type { FolderFormat } from '../../../reports/define-format';
import { mediaTypeOf } from '../../../reports/media-type';
import { joinPoints } from '../../../reports/points/join-points';
import { publishedSchemas } from '../../../reports/schema/published-schemas';
import { reportFilesPage } from '../../../scripts/reference/report-files-page';
import { earlierOf, historyOf } from '../history/history-kit';
import { point } from '../points/points-kit';
import { rule, sourceOf } from '../report-kit';

const earlier = sourceOf({ 'a/b': rule('d331-30.8', [pass]) });
const judged = sourceOf({ 'a/b': rule('d331-30.8', [pass, fail('a', 'b', 'c')]) });
const asked = joinPoints(judged.evaluation, judged.policies, {
  day: '2026-10-01',
  clusters: ['c1'],
  unreached: [],
  leftOut: [],
  compared: 0,
  departed: [],
  plan: point([]),
  live: point(judged.evaluation.results),
  admission: new Map(),
});
const input = { ...judged, live: asked };

/** One of which every format says all that it can: compared with an earlier judgement, and with clusters. */
const source = { ...input, report: buildReport(input), since: historyOf(earlierOf(earlier)) };

const folders = formatCatalog.flatMap(({ id, format }) => ('folder' in format ? [{ id, format }] : []));

const printed = ['dossiers', 'history', 'legal'];

/** Whether a path is as a pattern says; a part in `{…}` is a name that holds no slash. */
function isOf(path: string, pattern: string): boolean {
  const parts = pattern.split(/\{[a-z]+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^/]+')}$`).test(path);
}

function patternsOf({ kinds }: FolderFormat): readonly string[] {
  return kinds.flatMap(({ paths }) => paths);
}

describe('what formats say of themselves', () => {
  it.each(formatCatalog)('$id says in both languages what it is, and for whom', ({ format }) => {
    for (const language of languages) expect(format.summary[language]).toMatch(/^\S.{10,}[^.]$/);
    expect(format.summary.vi).not.toBe(format.summary.en);
  });

  it.each(folders)('$id names every file that it writes, and none that it doesn’t', ({ format }) => {
    const written = [...format.files(source)].map(({ path }) => path);
    const patterns = patternsOf(format);
    expect(written.filter((path) => !patterns.some((one) => isOf(path, one)))).toEqual([]);
    expect(patterns.filter((one) => !written.some((path) => isOf(path, one)))).toEqual([]);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it.each(folders)('$id has a media type and a text in both languages for each of them', ({ format }) => {
    for (const { paths, holds } of format.kinds) {
      expect(paths.map((path) => mediaTypeOf(path))).not.toContain('');
      expect(holds.vi).not.toBe(holds.en);
    }
  });

  it('say of documents alone that they are for paper: those whose pages hold no script and print by rules of their own', () => {
    expect(folders.filter(({ format }) => format.print === true).map(({ id }) => id)).toEqual(printed);
    for (const { id, format } of folders) {
      const pages = [...format.files(source)].filter(({ path }) => path.endsWith('.html'));
      const documents = pages.filter(({ content }) => String(content).includes('@page{size:A4'));
      expect(documents.length).toBe(printed.includes(id) ? pages.length : 0);
      expect(documents.filter(({ content }) => String(content).includes('<script'))).toEqual([]);
    }
  });

  it('refuse an ending of which no media type is known', () => {
    expect(mediaTypeOf('en/a.b/report.schema.json')).toBe('application/schema+json');
    expect(() => mediaTypeOf('a/b.exe')).toThrow(/no media type is known of a\/b\.exe/);
    expect(() => mediaTypeOf('a.json/b')).toThrow(/no media type/);
  });

  it('stand on the page of files, each with its schema where one is published', () => {
    const page = reportFilesPage();
    for (const { of } of publishedSchemas) expect(page).toMatch(new RegExp(`\`${of}\` \\|.*schema\\.json\\) \\|`));
    const files = formatCatalog.flatMap(({ format }) => ('file' in format ? [format.file] : []));
    expect(files.filter((path) => !page.includes(`\`${path}\``))).toEqual([]);
  });
});
