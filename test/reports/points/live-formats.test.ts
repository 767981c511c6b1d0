import type { Log } from 'sarif';
import { fail, pass } from '../../../policies/define-policy';
import { formatCatalog } from '../../../reports/catalog';
import type { ReportSource } from '../../../reports/define-format';
import csv from '../../../reports/formats/csv';
import html from '../../../reports/formats/html';
import json from '../../../reports/formats/json';
import junit from '../../../reports/formats/junit';
import markdown from '../../../reports/formats/markdown';
import sarif from '../../../reports/formats/sarif';
import site from '../../../reports/formats/site';
import type { Report } from '../../../reports/report';
import { hostile, rule, sourceOf } from '../report-kit';
import { joined, OF_ONE, point, said, standing } from './points-kit';

const base = sourceOf({ [OF_ONE]: rule('d331-30.8', [pass, pass]), 'a/b': rule('d331-30.9', [fail('w', 'g', 'r')]) });

/** The same report with what clusters say: one object departs, one rule fails at two points. */
function withLive(bend: Parameters<typeof joined>[0] = {}): ReportSource {
  const live = joined({
    compared: 1_203,
    departed: [{ id: `c1/Service/a/${hostile}`, kind: 'different', fields: [hostile] }],
    leftOut: ['c3'],
    live: point([said(OF_ONE, { pass: ['c1/Service/a/x'], fail: ['c2/Service/a/y'] })]),
    admission: new Map([[OF_ONE, [standing('c1', { standing: 'departed', reasons: [hostile] })]]]),
    ...bend,
  });
  return { ...base, live, report: { ...base.report, live } };
}

const source = withLive();
const { live = joined() } = JSON.parse(json.render(source)) as Report;

describe('a report with what clusters say', () => {
  it('has the same numbers in HTML as in JSON', () => {
    const page = html.render(source);
    const tiles = /<ul class="tiles live">(.*?)<\/ul>/s.exec(page)?.[1] ?? '';
    const shown = [...tiles.matchAll(/<b>(.*?)<\/b>/gs)].map(([, tile = '']) =>
      Number((tile.split('</span>')[0] ?? '').replace(/\D/g, '')),
    );
    expect(shown).toEqual([live.compared, live.equal, live.departed.length]);
    expect(live.equal).toBe(1_202);
    const rows = [...page.matchAll(/<tr data-state="[^"]*">\s*<th scope="row">\s*<a href="#r-/g)];
    expect(rows).toHaveLength(live.rules.length);
    const cells = page.slice(page.indexOf('id="points-table-caption"'));
    const row = cells.slice(cells.indexOf(OF_ONE), cells.indexOf('</tr>', cells.indexOf(OF_ONE)));
    expect(row).toContain('✔ 1 ✘ 1');
    expect(row.replace(/<[^>]*>/g, ' ')).toMatch(/2\s+bị chính sách của quy tắc từ chối/);
  });

  it('lists what passes as written and doesn’t hold before all else that clusters say', () => {
    for (const page of [html.render(source), markdown.render(source)]) {
      const first = page.indexOf('doesn’t hold where it runs');
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThan(page.indexOf('c1/Service/a/'));
    }
    const page = html.render(source);
    const rows = [...page.matchAll(/<tr data-state="([^"]*)">\s*<th scope="row">\s*<a href="#r-([^"]*)"/g)];
    expect(rows[0]?.slice(1)).toEqual(['holds fails', OF_ONE]);
  });

  it('says beside the state of a clause that its rules don’t hold where they run', () => {
    const clause = source.report.instruments.flatMap(({ clauses }) => clauses).find(({ id }) => id === 'd331-30.8');
    expect(clause?.state).not.toBe('fails');
    const page = html.render(source);
    const law = page.slice(page.indexOf('<code>d331-30.8</code>', page.indexOf('id="law"')));
    expect(law.slice(0, law.indexOf('</tr>'))).toContain('Doesn’t hold where it runs');
    const text = markdown.render(source);
    expect(text.slice(text.indexOf('`d331-30.8`'))).toMatch(/^[^\n]*Doesn’t hold where it runs \(1\)/);
  });

  it('never lets a hostile text of a cluster become markup', () => {
    const page = html.render(source);
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/\u202e|\0|\p{Cs}/u);
    expect(markdown.render(source)).not.toMatch(/(?<!\\)<img src=x onerror=alert\(1\)>(?![^\n]*`)/);
  });

  it('is a table of rules and points as CSV, in both languages', () => {
    const files = new Map([...csv.files(source)].map(({ path, content }) => [path, String(content)]));
    for (const language of ['vi', 'en']) {
      const lines = files.get(`${language}/points.csv`)?.trimEnd().split('\r\n') ?? [];
      expect(lines).toHaveLength(1 + live.rules.length * 4);
    }
    expect(files.get('en/points.csv')).toContain(`${OF_ONE},live,✘ fails,1,1,0,0,0,0,,,,,c1 c2,`);
  });

  it('is results with the point as a property in SARIF, and suites with it in JUnit', () => {
    const [run] = (JSON.parse(sarif.render(source)) as Log).runs;
    const found = (run?.results ?? []).filter(({ properties }) => properties !== undefined);
    expect(found.map(({ ruleId, level, properties }) => [ruleId, level, properties?.['point'] as unknown])).toEqual([
      [OF_ONE, 'error', 'admission'],
      [OF_ONE, 'error', 'live'],
    ]);
    expect(new Set(found.map(({ partialFingerprints: prints }) => prints?.['finding/v1'])).size).toBe(2);
    const xml = junit.render(source);
    expect(xml).toContain(`<testsuite name="${OF_ONE} (live)" tests="1" failures="1" errors="0" skipped="0">`);
    expect(xml).toContain('<properties><property name="point" value="live"/></properties>');
  });

  it('stands on the site: a row a point on the page of the rule, the true numbers on the first page', () => {
    const files = new Map([...site.files(source)].map(({ path, content }) => [path, String(content)]));
    const index = files.get('index.html') ?? '';
    expect(index).toContain('data-of="report:/live/compared"');
    expect(index).not.toContain('none in this report');
    const page = [...files].find(([path]) => path.startsWith('rules/') && path.includes('node-ports'))?.[1] ?? '';
    const points = page.slice(page.indexOf('id="points"'));
    expect(points.match(/<th scope="row">/g)?.length).toBeGreaterThanOrEqual(4);
    const without = [...site.files(base)].find(({ path }) => path === 'index.html')?.content;
    expect(String(without)).toContain('none in this report');
  });

  it('tells a cluster that gave no answer on every page for people', () => {
    const away = withLive({ unreached: [{ cluster: 'c2', why: 'nobody listens' }] });
    const index = [...site.files(away)].find(({ path }) => path === 'index.html')?.content;
    for (const page of [html.render(away), markdown.render(away), String(index)])
      expect(page).toContain('nobody listens');
  });

  it.each(formatCatalog)('is the same bytes for the same answers as $id', ({ format }) => {
    const write = (): unknown => ('file' in format ? format.render(withLive()) : [...format.files(withLive())]);
    expect(write()).toEqual(write());
  });
});

describe('a report for which nobody asked a cluster', () => {
  it('says nothing of points', () => {
    expect(html.render(base)).not.toContain('id="points"');
    expect(markdown.render(base)).not.toContain('where the assembly runs');
    expect(JSON.parse(json.render(base))).not.toHaveProperty('live');
    expect([...csv.files(base)].map(({ path }) => path)).not.toContain('en/points.csv');
  });
});
