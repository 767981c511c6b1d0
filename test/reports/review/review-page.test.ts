import fc from 'fast-check';
import { reviewPage } from '../../../reports/review/html/review-page';
import { ROWS_MAX } from '../../../reports/review/html/page-data';
import { reviewJson } from '../../../reports/review/review-json';
import {
  forceTexts,
  reviewMessages,
  tenantKindTexts,
  verdictTexts,
} from '../../../reports/review/words/review-messages';
import { rowKinds } from '../../../reports/review/words/row-kinds';
import { riskClasses } from '../../../model/approvals/risk-class';
import type { Text } from '../../../model/text';
import { reviewSections, type SectionKey } from '../../../reports/review/sections/sections';
import { changeWords, flowWords, goalWords, scopeWords, wallText, zoneText } from '../../../review/words/review-words';
import { zoneNames } from '../../../model/segmentation/zone';
import type { Review } from '../../../review/review';
import { hostileChoice, replaceTexts, unsigned } from './hostile-review';
import { manyObjects, reviewOf } from './review-kit';

/** The tags of a page in their order, with the names of their attributes. */
function tagsOf(page: string): readonly string[] {
  const bare = page.replace(/<(style|script)[^>]*>[^]*?<\/\1>/g, '<$1></$1>');
  return [...bare.matchAll(/<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name = '', attributes = '']) => `${name}${attributes.replace(/="[^"]*"/g, '')}`,
  );
}

function parted(tags: readonly string[]): readonly [readonly string[], readonly string[]] {
  const isOption = (tag: string): boolean => tag.split(' ')[0] === 'option';
  return [tags.filter(isOption), tags.filter((tag) => !isOption(tag))];
}

interface Written {
  readonly texts: readonly string[];
  readonly facets: readonly unknown[];
  readonly sections: readonly { readonly key: string; readonly rows: readonly (readonly unknown[])[] }[];
}

function dataOf(page: string): Written {
  const [, data = ''] = /<script type="application\/json" id="review-data">([^]*?)<\/script>/.exec(page) ?? [];
  return JSON.parse(data) as Written;
}

describe('reviewPage()', () => {
  test('tells the same numbers as the JSON', () => {
    const review = reviewOf();
    const page = reviewPage(review);
    const { content, digest } = JSON.parse(reviewJson(review)) as Review;
    expect(page).toContain(`<code id="digest">${digest}</code>`);
    const counts = [...page.matchAll(/<section id="(\w+)">\s*<details[^]*?data-all="(\d+)"/g)];
    expect(counts.map(([, key, count]) => [key, Number(count)])).toEqual(
      (Object.keys(reviewSections) as readonly SectionKey[]).map((key) => [key, content[key].length]),
    );
    const tiles = [...page.matchAll(/<li><b><span lang="vi">([\d.]+)|<li><b>(\d+)/g)];
    expect(tiles.map(([, vi, same]) => Number((vi ?? same ?? '').replaceAll('.', '')))).toEqual([
      2,
      3,
      content.reach.dataSubjects,
      content.reach.sites.length,
      content.reach.clusters.length,
      4,
    ]);
  });

  test('holds every row of 40,000 objects, and tells what it leaves out of more', () => {
    const all = dataOf(reviewPage(reviewOf({ objects: manyObjects(ROWS_MAX) })));
    expect(all.sections.find(({ key }) => key === 'objects')?.rows).toHaveLength(ROWS_MAX);
    const page = reviewPage(reviewOf({ objects: manyObjects(ROWS_MAX + 1) }));
    expect(dataOf(page).sections.find(({ key }) => key === 'objects')?.rows).toHaveLength(ROWS_MAX);
    expect(page).toMatch(/40,000<\/span\s*> <span lang="vi">trên<\/span><span lang="en">of<\/span>[^]{0,80}40,001/);
  });

  test('stays of a size that opens when thousands of names are long', () => {
    const page = reviewPage(unsigned(replaceTexts(1_500, (place) => `${place}${'x'.repeat(5_000)}`)));
    expect(page.length).toBeLessThan(40_000_000);
    expect(page).toContain('the JSON has all');
  });

  test('allows exactly its own style and script, and no network', () => {
    const page = reviewPage(reviewOf());
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy.replaceAll('&#39;', "'")).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'$/,
    );
    expect(page).not.toMatch(/ style="| on\w+="/);
    expect([...page.matchAll(/(?:src|href)="(?!#)[^"]*"/g)]).toEqual([]);
  });

  test('makes no markup of names, whatever they are', () => {
    const plain = new Map<number, readonly string[]>();
    fc.assert(
      fc.property(hostileChoice, ({ times, texts }) => {
        const named = (text: (place: number) => string): string =>
          reviewPage(unsigned(replaceTexts(times, (place) => `${place}${text(place)}`)));
        const expected = plain.get(times) ?? tagsOf(named(() => ''));
        plain.set(times, expected);
        const page = named((place) => texts[place % texts.length] ?? '');
        // Filters offer as many tenants and zones as there are names.
        const [offered, others] = parted(tagsOf(page));
        expect(others).toEqual(parted(expected)[1]);
        expect(new Set(offered)).toEqual(new Set(['option', 'option value data-vi data-en']));
        expect(page).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
        expect(dataOf(page).sections.map(({ rows }) => rows.length)).toEqual(
          dataOf(named(() => '')).sections.map(({ rows }) => rows.length),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('is the same bytes for the same review', () => {
    expect(reviewPage(reviewOf())).toBe(reviewPage(reviewOf()));
  });
});

describe('the words of a review', () => {
  const tables: Readonly<Record<string, readonly Text[]>> = {
    messages: Object.values(reviewMessages),
    verdicts: Object.values(verdictTexts),
    forces: Object.values(forceTexts),
    flows: Object.values(flowWords),
    changes: Object.values(changeWords),
    scopes: Object.values(scopeWords),
    goals: Object.values(goalWords),
    walls: ['egress', 'ingress', 'plugin'].map(wallText),
    zones: zoneNames.map(zoneText),
    tenants: Object.values(tenantKindTexts).flatMap(({ one, many }) => [one, many]),
    kinds: Object.values(rowKinds).map(({ text }) => text),
    classes: Object.values(riskClasses).map(({ title }) => title),
    sections: Object.values(reviewSections).flatMap(({ title, columns }) => [
      title,
      ...columns.map((one) => one.title),
    ]),
  };

  test.each(Object.keys(tables))('are told in both languages: %s', (name) => {
    for (const { vi, en } of tables[name] ?? []) {
      expect(vi.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
      expect(vi).not.toBe(en);
    }
  });

  test('stand on the page in both languages, as often in the one as in the other', () => {
    const page = reviewPage(reviewOf());
    expect(page.split('<span lang="vi">').length).toBe(page.split('<span lang="en">').length);
    expect(page.split('<span lang="vi">').length).toBeGreaterThan(100);
  });
});
