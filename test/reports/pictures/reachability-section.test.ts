import { blastPart, headroomPart, reachabilitySection } from '../../../reports/html/sections/reachability-section';
import { shareOf } from '../../../reports/pictures/headroom-picture';
import html from '../../../reports/formats/html';
import markdown from '../../../reports/formats/markdown';
import type { Report, ReportReachability } from '../../../reports/report';
import type { PathMatrix } from '../../../resources/view/reachability/matrix/path-matrix';
import { hostile, reportOf } from '../report-kit';
import { differingReachability } from './differing-reachability';

const calm = reportOf({});

function sectionOf(bend: Partial<ReportReachability>): string {
  const report: Report = { ...calm, reachability: { ...calm.reachability, ...bend } };
  return reachabilitySection(report).text;
}

describe('the section on who can reach whom', () => {
  it('tells the totals of the report, and the same in Markdown', () => {
    const report: Report = { ...calm, reachability: differingReachability() };
    const { totals } = report.reachability;
    const page = html.render({ report });
    for (const [count, text] of [
      ['declared', 'paths declared'],
      ['proved', 'paths proved open'],
      ['undeclared', 'paths open, undeclared'],
      ['closed', 'paths declared, closed'],
    ] as const) {
      expect(page.replaceAll(/\s+/g, ' ')).toMatch(
        new RegExp(
          `<b>(<span lang="vi">[^<]*</span><span lang="en">)?${totals[count]}(</span>)?</b><span lang="vi">[^<]*</span><span lang="en">${text}`,
        ),
      );
      expect(markdown.render({ report })).toContain(`${text} | ${totals[count]} |`);
    }
  });

  it('marks what differs with a sign and a pattern, and says how many', () => {
    const section = sectionOf(differingReachability());
    expect(section).toContain('>✘ 3<');
    expect(section.match(/fill="url\(#p-differs\)"/g)?.length).toBeGreaterThanOrEqual(4);
    expect(section).toMatch(/Open, undeclared 2/);
    const { zones, provinces } = differingReachability();
    const declared = (matrix: PathMatrix): PathMatrix => ({
      ...matrix,
      cells: matrix.cells.filter(({ undeclared }) => undeclared === 0),
    });
    const fine = sectionOf({ zones: declared(zones), provinces: declared(provinces), communes: [] });
    // The legend explains the pattern.
    expect(fine.match(/fill="url\(#p-differs\)"/g)).toHaveLength(1);
  });

  it('gives each picture a table of the same numbers', () => {
    const reachability = differingReachability();
    const section = sectionOf(reachability).replaceAll(/\s+/g, ' ');
    const [, table = ''] = /id="zones-numbers-caption"(.*?)<\/table>/s.exec(section) ?? [];
    const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)]
      .slice(1)
      .map(([, row = '']) =>
        [...row.matchAll(/<td class="number">(.*?)<\/td>/gs)].map(([, cell = '']) =>
          Number(cell.replaceAll(/<span lang="vi">.*$|<[^>]*>/g, '')),
        ),
      );
    expect(rows).toEqual(
      reachability.zones.cells.map(({ declared, proved, undeclared, closed, pairs }) => [
        declared,
        proved,
        undeclared,
        closed,
        pairs,
      ]),
    );
  });

  it('opens each province to its communes, those that differ before those that are alike', () => {
    const section = sectionOf(differingReachability());
    expect(section.split('<details>').length - 1).toBe(3);
    const [one, two] = ['Commune Odd', '2 communes'].map((text) => section.indexOf(text));
    expect(one).toBeGreaterThan(0);
    expect(two).toBeGreaterThan(one ?? 0);
    expect(section).toContain('Commune A, Commune B');
  });

  it('lists flows between agencies, those first that are not as they should be, and opens the list for them', () => {
    const section = sectionOf(differingReachability());
    const [, list = ''] = /<details open>(.*?)<\/details>/s.exec(section) ?? [];
    const states = [...list.matchAll(/<tr data-state="([\w-]+)">/g)].map(([, state]) => state);
    expect(states).toEqual(['no-broker', 'around', 'closed', 'unknown', 'gateways', 'proved']);
    expect(list).toContain('why it is around');
    expect(list).toContain('✘ none');
    expect(list).toContain('environments/test/systems/reporting.ts:7');
    const proved = differingReachability().agencyFlows.filter(({ state }) => state === 'proved');
    expect(sectionOf({ agencyFlows: proved })).not.toContain('<details open>');
    expect(sectionOf({ agencyFlows: [] })).toContain('There is no flow between agencies.');
  });

  it('shows no markup of a hostile flow between agencies', () => {
    const [flow] = differingReachability().agencyFlows;
    if (flow === undefined) throw new Error('there is a flow');
    const end = { agency: hostile, system: hostile, zone: hostile };
    const bent = { ...flow, id: hostile, from: end, broker: hostile, because: [hostile], declaredAt: hostile };
    const section = sectionOf({ agencyFlows: [bent] });
    expect(section).not.toContain('<img');
    expect(section).toContain('&lt;img');
  });

  it('keeps hostile names from becoming markup', () => {
    const name = { vi: hostile, en: hostile };
    const ends = [{ kind: 'zone', id: 'x', officialName: name } as const];
    const cells = [{ from: 0, to: 0, declared: 1, proved: 1, undeclared: 0, closed: 0, pairs: 1 }];
    const section = sectionOf({ zones: { ends, cells }, blast: { from: hostile, rings: [] } });
    expect(section).not.toContain('<img');
    expect(section).toContain('&lt;img');
  });
});

describe('the pictures of what others compute', () => {
  it('draw a ring for each hop, with its numbers beside it and in a table', () => {
    const part = blastPart('a/b', [
      { hops: 1, workloads: 4 },
      { hops: 2, workloads: 16 },
    ]).text;
    expect(part.match(/<circle/g)).toHaveLength(3);
    expect(part).toContain('>1: 4<');
    expect(part).toContain('>2: 16<');
    const widths = [...part.matchAll(/<circle[^>]*stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(2, 1);
    expect(part.match(/<tr>/g)).toHaveLength(3);
  });

  it('draw what is over a limit with crossed lines and a sign', () => {
    const part = headroomPart([
      { label: { vi: 'a', en: 'a' }, used: 10, limit: 100 },
      { label: { vi: 'b', en: 'b' }, used: 150, limit: 100 },
      { label: { vi: 'c', en: 'c' }, used: 1, limit: 0 },
    ]).text;
    expect(part.match(/fill="url\(#p-differs\)"/g)).toHaveLength(2);
    expect(part).toContain('>✘ 150 / 100<');
    expect(part).toContain('∞');
    expect(part.match(/over the limit/g)).toHaveLength(2);
  });

  it('say so where there are no numbers, and stand nowhere where nobody asked', () => {
    for (const part of [blastPart('a/b', []), headroomPart([])]) {
      expect(part.text).toContain('There are no numbers.');
      expect(part.text).not.toContain('<svg');
    }
    expect(sectionOf({ blast: undefined, headroom: undefined })).not.toContain('Blast radius');
    expect(sectionOf({ blast: undefined, headroom: undefined })).not.toContain('of a limit is used');
  });

  it('count the share of a limit, and of a limit of nothing', () => {
    expect([
      shareOf({ label: { vi: '', en: '' }, used: 1, limit: 4 }),
      shareOf({ label: { vi: '', en: '' }, used: 0, limit: 0 }),
    ]).toEqual([0.25, 0]);
    expect(shareOf({ label: { vi: '', en: '' }, used: 1, limit: 0 })).toBe(Number.POSITIVE_INFINITY);
  });
});
