import { formatCatalog } from '../../../reports/catalog';
import { namedSource } from './named-source';
import { writtenFiles } from './written-formats';

/** Ids that a file system, a browser or an object of JavaScript takes for something else. */
const ids = [
  '__proto__ constructor toString hasOwnProperty CON con aux.txt nul.html COM1 LPT9 A a Index index index.html nation',
  '../../x ../x .. . / /etc/passwd a/b a\\b C:\\x C:x x.00 x.json a. .a -a ~a a~2 a%2f b%00 a?b a#b a:b a*b a|b <a> "a" é e\u0301',
]
  .flatMap((line) => line.split(' '))
  .concat('', ' ', 'a ', ' a', '\ud800', '\udc00', '\u202Ea', 'a\u0000b', 'a\nb', 'x'.repeat(300), 'ư'.repeat(200));

const source = namedSource(ids);

/** What every file system takes for one name: letters, digits, `.`, `-`, `_` and `~`, of bounded length. */
const PLAIN = /^[A-Za-z0-9_](?:[A-Za-z0-9_.~-]{0,120}[A-Za-z0-9_])?$/;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Paths that lead out of their folder, or that some file system can't hold. */
function oddPaths(paths: readonly string[]): readonly string[] {
  return paths.filter((path) =>
    path.split('/').some((step) => !PLAIN.test(step) || step.includes('..') || RESERVED.test(step)),
  );
}

/** Paths of which another differs in capitals alone, or not at all. */
function meetingPaths(paths: readonly string[]): readonly string[] {
  const folded = paths.map((path) => path.toLowerCase());
  return paths.filter((_, index) => folded.indexOf(folded[index] ?? '') !== index);
}

describe('files named after hostile ids', () => {
  test.each(formatCatalog)('stay in their folder and never meet, in $id', ({ format }) => {
    const paths = writtenFiles(format, source).map(({ path }) => path);
    expect(oddPaths(paths)).toEqual([]);
    expect(meetingPaths(paths)).toEqual([]);
  });

  test.each([
    ['lead out', '../a.html'],
    ['begin at the root', '/a.html'],
    ['are kept for devices', 'a/con.html'],
    ['end with a dot', 'a/b.'],
    ['go by a drive', 'C:a.html'],
    ['are no ASCII', 'é.html'],
  ])('are refused where they %s', (_, path) => {
    expect(oddPaths([path])).toEqual([path]);
  });

  test('are refused where they meet when capitals count for nothing', () => {
    expect(meetingPaths(['a/B.html', 'a/b.html', 'a/c.html'])).toEqual(['a/b.html']);
  });
});

describe('ids that are members of every object', () => {
  test('have all that others have: a page, a row, a report and a dossier of their own', () => {
    const [first, ...others] = ['__proto__', 'constructor', 'toString'].map((id) => {
      const { report } = source;
      const system = report.systems.find((one) => one.id === id);
      const due = report.due.filter(({ subject }) => subject.id === id);
      return [system?.findings, due.length, report.findings.filter((one) => one.tenant === id).length];
    });
    expect(first?.every((one) => (one ?? 0) > 0)).toBe(true);
    expect(others).toEqual([first, first]);
  });
});
