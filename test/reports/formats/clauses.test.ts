import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCatalog } from '../../../reports/catalog';
import { controls } from '../../../model/controls/control';
import { policyCatalog } from '../../../policies/catalog';
import type { NamedPolicy } from '../../../policies/evaluation';
import type { ReportSource } from '../../../reports/define-format';
import { controlTable } from '../../golden/golden-tables';
import { hostileSource } from '../hostile/hostile-source';
import { readTexts } from '../hostile/readers/read-texts';
import { writtenFiles } from '../hostile/written-formats';

/** Ids of the clauses by the table that people read and keep, and nothing of the catalog. */
const kept = readFileSync(join(__dirname, '../../golden/controls.txt'), 'utf8')
  .split('\n')
  .slice(1)
  .flatMap((line) => line.match(/^[a-z]\S+/) ?? []);

/** Clauses of the table that stand nowhere in a format, as words of its texts. */
function clausesLeftOut(id: string, source: ReportSource): readonly string[] {
  const files = formatCatalog.filter((one) => one.id === id).flatMap(({ format }) => writtenFiles(format, source));
  const words = new Set(files.flatMap((file) => readTexts(file).flatMap((text) => text.split(/[\s,;/]+/))));
  const parts = new Set(files.flatMap(({ path }) => path.split('/')));
  return kept.filter((clause) => !words.has(clause) && !parts.has(`${clause}.html`));
}

/** The report without one clause: as if somebody had taken it out of the catalog. */
function without(source: ReportSource, clause: string): ReportSource {
  const instruments = source.report.instruments.map((one) => ({
    ...one,
    clauses: one.clauses.filter(({ id }) => id !== clause),
  }));
  const { dates, due } = source.report;
  const rest = {
    dates: dates.filter((one) => one.control !== clause),
    due: due.filter((one) => one.control !== clause),
  };
  return { ...source, report: { ...source.report, instruments, ...rest } };
}

/** Formats that are about the law as a whole; the others are about findings, systems or days. */
const whole = ['csv', 'html', 'json', 'markdown', 'oscal', 'site'];

describe('the clauses of the catalog', () => {
  const source = hostileSource(['astral']);
  const [gone = ''] = kept.filter((id) => id.startsWith('d165'));

  test.each(whole)('stand all in %s, and one that is taken out is missed', (id) => {
    expect(clausesLeftOut(id, source)).toEqual([]);
    // OSCAL takes the whole catalog, of which the report is made too.
    if (id !== 'oscal') expect(clausesLeftOut(id, without(source, gone))).toEqual([gone]);
  });

  test('are those of the kept table, each in a line of its own, so that none goes or comes unseen', () => {
    expect(kept.toSorted()).toEqual(controls.map(({ id }) => id).toSorted());
    const lines = controlTable().split('\n');
    for (const id of kept) expect(lines.filter((line) => line.startsWith(`${id} `)).length).toBe(1);
  });
});

/** Rules that answer no clause, or one that the catalog doesn't have. */
function rulesWithoutClause(policies: readonly NamedPolicy[]): readonly string[] {
  const known = new Set<string>(kept);
  return policies
    .filter(({ policy }) => policy.controls.length === 0 || policy.controls.some((id) => !known.has(id)))
    .map(({ id }) => id);
}

describe('the rules of the catalog', () => {
  test('answer a clause each', () => {
    expect(rulesWithoutClause(policyCatalog)).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['none', []],
    ['one that nobody knows', ['d331-999']],
    ['one that is there beside one that isn’t', ['d331-30.8', 'd331-999']],
  ])('are told where one answers %s', (_, ids) => {
    const [first] = policyCatalog;
    if (first === undefined) throw new Error('the catalog has no rule');
    const bent = {
      id: 'a/bent',
      policy: { ...first.policy, controls: ids as unknown as typeof first.policy.controls },
    };
    expect(rulesWithoutClause([bent, ...policyCatalog])).toEqual(['a/bent']);
  });
});
