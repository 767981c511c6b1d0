import { posix } from 'node:path';
import json from '../../../reports/formats/json';
import { buildReport } from '../../../reports/build-report';
import type { ReportSource } from '../../../reports/define-format';
import type { SiteFigures } from '../../../reports/site/figures/figures';
import { judgedSandbox } from '../trace/sandbox-index';
import { bentSource, pagesOf, siteOf } from './site-kit';

let sandbox: ReportSource;
let sites: readonly (readonly [name: string, source: ReportSource, files: ReadonlyMap<string, string>])[];

beforeAll(async () => {
  const { input } = (await judgedSandbox()).index;
  sandbox = { ...input, report: buildReport(input) };
  const bent = bentSource();
  sites = [
    ['sandbox', sandbox, siteOf(sandbox)],
    ['bent nation', bent, siteOf(bent)],
  ];
});

const FIGURE = /<data value="([^"]*)" data-of="(report|site):([^"]*)"\s*>(.*?)<\/data\s*>/gs;

/** The value that a pointer (RFC 6901) leads to. */
function at(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>>)[step], root);
}

/** A number as a page writes it in both languages. */
function shown(value: number): string {
  const [vi, en] = [value.toLocaleString('vi-VN'), value.toLocaleString('en-US')];
  return vi === en ? vi : `<span lang="vi">${vi}</span><span lang="en">${en}</span>`;
}

/** Every id of a page. */
function idsOf(page: string): readonly string[] {
  return [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
}

function unescaped(text: string): string {
  return text
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

describe('the audit site', () => {
  it('shows each number as it stands in the JSON that the number names', () => {
    for (const [name, source, files] of sites) {
      const roots = {
        report: JSON.parse(json.render(source)) as unknown,
        site: JSON.parse(files.get('figures.json') ?? '') as unknown,
      };
      let seen = 0;
      for (const [path, page] of pagesOf(files)) {
        for (const [, value, root = 'site', pointer = '', text = ''] of page.matchAll(FIGURE)) {
          const wanted = at(roots[root as 'report' | 'site'], pointer);
          const got = [Number(value), text.trim()];
          if (got[0] !== wanted || got[1] !== shown(Number(wanted)))
            expect([name, path, pointer, ...got]).toEqual([wanted]);
          seen += 1;
        }
      }
      expect(seen).toBeGreaterThan(500);
    }
  });

  it('shows no number in a column of numbers, a tile or a count of judgements that names no JSON', () => {
    for (const [, , files] of sites) {
      for (const [path, page] of pagesOf(files)) {
        const cells = [...page.matchAll(/<(td class="number"|li><b)>(.*?)<\/(?:td|b)\s*>/gs)].map(([, , cell = '']) =>
          cell.trim(),
        );
        expect([path, cells.filter((cell) => !cell.startsWith('<data') && cell !== '–')]).toEqual([path, []]);
      }
    }
  });

  it('has no link without a page, and no link to a place that the page doesn’t have', () => {
    for (const [name, , files] of sites) {
      const ids = new Map(pagesOf(files).map(([path, page]) => [path, new Set(idsOf(page))]));
      const dead: string[] = [];
      let seen = 0;
      for (const [path, page] of pagesOf(files)) {
        for (const [, link = ''] of page.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
          const [file = '', anchor] = unescaped(link).split('#');
          const target = file === '' ? path : posix.join(posix.dirname(path), file);
          const isThere = files.has(target) && (anchor === undefined || ids.get(target)?.has(anchor) === true);
          if (!isThere) dead.push(`${path}: ${link}`);
          seen += 1;
        }
      }
      expect([name, dead]).toEqual([name, []]);
      expect(seen).toBeGreaterThan(1000);
    }
  });

  it('has no id twice on a page', () => {
    for (const [, , files] of sites) {
      for (const [path, page] of pagesOf(files)) {
        const ids = idsOf(page);
        expect([path, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([path, []]);
      }
    }
  });

  it('finds no way to a page that isn’t there, by search', () => {
    for (const [, source, files] of sites) {
      const found = searchValues(files);
      const dead = found.ndcPages.map(([, , , , to]) => to.split('#')[0] ?? '').filter((path) => !files.has(path));
      expect(dead).toEqual([]);
      expect(found.ndcHomes.filter((path) => !files.has(path))).toEqual([]);
      const { tenants, systems, sites: places, clusters } = source.view.model;
      const clauses = source.report.instruments.flatMap((one) => one.clauses);
      const rules = source.report.rules;
      const wanted = [tenants, systems, places, clusters, clauses, rules].reduce((sum, { length }) => sum + length, 0);
      expect(found.ndcPages).toHaveLength(wanted);
    }
  });

  it('has a row for each thing that was judged, which search leads to', () => {
    for (const [, source, files] of sites) {
      const { ndcObjects, ndcHomes, ndcPlaces } = searchValues(files);
      const judged = new Set(
        source.evaluation.results.flatMap(({ pass, fail, unknown, skip, error }) => [
          ...pass,
          ...[...fail, ...unknown, ...skip, ...error].map(({ subject }) => subject),
        ]),
      );
      let last = '';
      for (const [index, [shared, rest]] of ndcObjects.entries()) {
        last = last.slice(0, shared) + rest;
        judged.delete(last);
        const page = files.get(ndcHomes[ndcPlaces[index] ?? -1] ?? '') ?? '';
        if (!page.includes(`<tr id="o${index}">`)) expect([last, 'has no row']).toEqual([]);
      }
      expect([...judged]).toEqual([]);
    }
  });

  it('tells of a page for each agency, system, site, cluster, clause and rule', () => {
    const [[, source, files] = ['', sandbox, new Map<string, string>()]] = sites;
    const { tenants, systems, sites: places, clusters } = source.view.model;
    const paths = [
      ...tenants.filter(({ kind }) => kind !== 'commune').map(({ id }) => `tenants/${id}.html`),
      ...systems.map(({ id }) => `systems/${id}.html`),
      ...places.map(({ id }) => `sites/${id}.html`),
      ...clusters.map(({ id }) => `clusters/${id}.html`),
      ...source.report.instruments.flatMap((one) => one.clauses.map(({ id }) => `controls/${id}.html`)),
      ...source.report.rules.map(({ id }) => `rules/${id.replace('/', '.')}.html`),
    ];
    expect(paths.filter((path) => !files.has(path))).toEqual([]);
  });

  it('has every text in both languages, side by side', () => {
    for (const [, , files] of sites) {
      for (const [path, page] of pagesOf(files)) {
        const alone = page
          .replace(/<span lang="vi"\s*>[^<]+<\/span\s*><span lang="en"\s*>[^<]+<\/span\s*>/g, '')
          .match(/<span lang="[^<]*/g);
        expect([path, alone]).toEqual([path, null]);
        const attributes = [...page.matchAll(/data-vi="([^"]*)" data-en="([^"]*)"/g)].filter(
          ([, vi, en]) => vi === '' || en === '',
        );
        expect([path, attributes]).toEqual([path, []]);
      }
    }
  });

  it('has no word of one language alone outside of ids, names and what rules say', () => {
    const [, [, , files] = ['', sandbox, new Map<string, string>()]] = sites;
    for (const path of ['owners.html', 'evidence.html', 'search.html', 'law.html', 'files.html', 'sources.html']) {
      const bare = (files.get(path) ?? '')
        .replace(/<(head|script|style|noscript)\b.*?<\/\1\s*>/gs, '')
        .replace(/<span lang="(?:vi|en)"\s*>[^<]*<\/span\s*>/g, '')
        .replace(/<option[^>]*data-vi[^>]*>[^<]*<\/option\s*>/g, '')
        .replace(/<code\s*>[^<]*<\/code\s*>/g, '')
        .replace(/<[^>]*>/g, ' ');
      expect([path, bare.match(/\p{L}{4,}/gu)?.filter((word) => !isName(word)) ?? []]).toEqual([path, []]);
    }
  });

  it('is the same bytes from the same source', () => {
    const [, [, source, files] = ['', sandbox, new Map<string, string>()]] = sites;
    expect(siteOf(source)).toEqual(files);
    expect(siteOf(bentSource())).toEqual(files);
  });

  it('keeps its first page, the pages of provinces and those of their communes small', () => {
    for (const [, , files] of sites) {
      expect(Buffer.byteLength(files.get('index.html') ?? '')).toBeLessThan(300_000);
      const large = pagesOf(files).filter(
        ([path, page]) => path.startsWith('tenants/') && Buffer.byteLength(page) > 500_000,
      );
      expect(large.map(([path]) => path)).toEqual([]);
    }
  });

  it('counts each judgement at one agency or at the platform, and at one system at most', () => {
    for (const [, source, files] of sites) {
      const figures = JSON.parse(files.get('figures.json') ?? '') as SiteFigures;
      const sum = ({ pass, fail, unknown, skip, error }: SiteFigures['platform']['judgements']): number =>
        pass + fail + unknown + skip + error;
      const owned = figures.tenants.reduce((total, { judgements }) => total + sum(judgements), 0);
      expect(owned + sum(figures.platform.judgements)).toBe(source.report.evaluations);
      const passed = figures.passSets.reduce((total, { rules, subjects }) => total + rules * subjects, 0);
      expect(passed).toBe(source.report.counts.pass);
      expect(figures.rulePasses.map((rows) => rows.reduce((total, { count }) => total + count, 0))).toEqual(
        source.report.rules.map(({ counts }) => counts.pass),
      );
    }
  });
});

interface SearchValues {
  readonly ndcPages: readonly (readonly [kind: number, vi: string, en: string, id: string, to: string])[];
  readonly ndcObjects: readonly (readonly [shared: number, rest: string])[];
  readonly ndcHomes: readonly string[];
  readonly ndcPlaces: readonly number[];
}

/** The values that the search scripts name, read as JSON: a line each. */
function searchValues(files: ReadonlyMap<string, string>): SearchValues {
  const lines = ['search-index.js', 'search-objects.js'].flatMap((path) => (files.get(path) ?? '').trim().split('\n'));
  const values = lines.map((line) => {
    const [, name = '', value = 'null'] = /^window\.(\w+)=(.*);$/.exec(line) ?? [];
    return [name, JSON.parse(value) as unknown];
  });
  return Object.fromEntries(values) as unknown as SearchValues;
}

/** Proper names that are the same in both languages, and the test's hostile words. */
function isName(word: string): boolean {
  return /^(?:TTg|QĐ|TCVN|NĐ|BTTTT|KSTT|QH\d+|Luật|figures|json|onerror|alert)$/u.test(word);
}
