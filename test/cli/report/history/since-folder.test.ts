import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JudgementChanges } from '../../../../reports/history/compare-judgements';
import type { Trends } from '../../../../reports/history/trends';
import { EvidencedSandbox, FIRST, SECOND } from '../../evidence/kit/evidenced-sandbox';

const sandbox = new EvidencedSandbox();
const report = join(sandbox.folder, 'report');

describe('ndc report --since the folder that deploys left', () => {
  beforeAll(async () => {
    await sandbox.deployTwice();
  });
  afterAll(() => sandbox.remove());

  it('compares with the last of its bundles and draws all of them and today', async () => {
    const since = ['--since', 'state/evidence', '--out', 'report'] as const;
    expect(await sandbox.run('report', 'opened', ...since)).toMatchObject({ code: 0 });
    const told = JSON.parse(readFileSync(join(report, 'history', 'history.json'), 'utf8')) as JudgementChanges & {
      readonly trends: Trends;
    };
    expect(told.since).toMatchObject({ bundle: SECOND, sequence: 2, deployed: '2026-11-24' });
    const { points, ...extent } = told.trends;
    expect(extent).toMatchObject({ bundles: 2, shown: 2, isWhole: true });
    expect(points.map(({ from, bundle }) => [from, bundle?.bundle])).toEqual([
      ['2026-11-20', FIRST],
      ['2026-11-24', SECOND],
      ['2026-11-24', undefined],
    ]);
    const { counts, clauseStates } = JSON.parse(
      readFileSync(join(report, 'report.json'), 'utf8'),
    ) as Trends['points'][number];
    expect(points.at(-1)).toMatchObject({ counts, clauseStates });
  });

  it('leads there from the first page of the site and from the page of the report, and nowhere without a history', async () => {
    const ways = [
      ['site/index.html', '../'],
      ['report.html', ''],
    ] as const;
    for (const [page, folder] of ways) {
      const text = readFileSync(join(report, page), 'utf8');
      for (const language of ['vi', 'en']) {
        const way = `${folder}history/${language}/history.html`;
        expect(text).toContain(`href="${way}"`);
        expect(existsSync(join(report, page, '..', way))).toBe(true);
      }
    }
    const alone = ['--since', 'state/evidence', '--out', 'alone', '--format', 'html'] as const;
    expect(await sandbox.run('report', 'opened', ...alone)).toMatchObject({ code: 0 });
    expect(readFileSync(join(sandbox.folder, 'alone', 'report.html'), 'utf8')).not.toContain('history.html');
  });

  it('refuses the folder when one byte of an old bundle is another, and leaves the report as it was', async () => {
    const before = readFileSync(join(report, 'history', 'history.json'));
    const spoiled = sandbox.bytesOf(FIRST);
    spoiled[spoiled.length >> 1] = (spoiled[spoiled.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(sandbox.folder, FIRST), spoiled);
    const { code, err } = await sandbox.run('report', 'opened', '--since', 'state/evidence', '--out', 'report');
    expect(code).toBe(2);
    expect(err).toContain(`${FIRST}: bundle-not-as-written`);
    expect(readFileSync(join(report, 'history', 'history.json'))).toEqual(before);
  });
});
