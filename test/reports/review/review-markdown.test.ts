import fc from 'fast-check';
import { code } from '../../../reports/markdown/escape';
import { MARKDOWN_MAX, reviewMarkdown } from '../../../reports/review/markdown/review-markdown';
import { expectGolden } from '../../support/expect-golden';
import { hostileChoice, replaceTexts, unsigned } from './hostile-review';
import { manyObjects, reviewOf } from './review-kit';

/** A page without its code spans, as CommonMark §6.1 finds them: a run of backticks closes at the next run as long. */
function withoutCode(page: string): string {
  let [rest, kept] = [page, ''];
  for (;;) {
    const open = /(?<!\\)`+/.exec(rest);
    if (open === null) return kept + rest;
    const inside = rest.slice(open.index + open[0].length);
    const close = [...inside.matchAll(/`+/g)].find(([run]) => run.length === open[0].length);
    kept += rest.slice(0, open.index);
    if (close === undefined) return kept + rest.slice(open.index);
    rest = inside.slice(close.index + close[0].length);
  }
}

/** How many cells a line of a table has, for readers to whom only the character before a bar matters, and for others. */
function barsOf(row: string): readonly number[] {
  const before = [...row.matchAll(/(?<!\\)\|/g)].length;
  const counted = [...row.matchAll(/(?<!\\)(?:\\\\)*\|/g)].length;
  return [before, counted];
}

const OURS = /<(?:\/?(?:details|summary|b)|details open|br)>/g;

function expectNoMarkup(page: string): void {
  const plain = withoutCode(page).replace(OURS, '').replaceAll('<!-- -->', '·');
  expect(plain.match(/(?<!\\)(?:\\\\)*[<>]/g)).toBeNull();
  expect(plain.match(/(?<!\\)(?:\\\\)*[[\]~&]/g)).toBeNull();
  expect(plain.match(/@\w|:\/\/|www\.\w/gi)).toBeNull();
  const tables = page.split('\n\n').filter((part) => part.startsWith('| '));
  for (const table of tables) {
    const rows = table.split('\n').filter((row) => row !== '</details>' && row !== '');
    expect(new Set(rows.map((row) => barsOf(row).join())).size).toBe(1);
  }
}

describe('reviewMarkdown()', () => {
  test('tells one of everything in both languages', () => {
    expectGolden('review/one-of-everything.md', reviewMarkdown(reviewOf()));
  });

  test('tells it in one language when asked', () => {
    const page = reviewMarkdown(reviewOf(), 'vi');
    expect(page).toContain('## Ai phải ký, và vì sao\n');
    expect(page).not.toContain('Who must sign');
    expect(reviewMarkdown(reviewOf(), 'en')).not.toContain('Ai phải ký');
  });

  test('cuts 40,000 objects to what a merge request takes, and tells how many rows stand', () => {
    const page = reviewMarkdown(reviewOf({ objects: manyObjects(40_000) }));
    expect(page.length).toBeLessThan(MARKDOWN_MAX);
    expect(page.length).toBeGreaterThan(MARKDOWN_MAX * 0.9);
    const told = /\(([\d,]+) of 40,000 shown; the JSON has all\)|\/ ([\d,]+) of 40,000 shown/.exec(page);
    const rows = page.split('\n').filter((row) => row.includes('`hanoi-shared-') && row.includes('workload-'));
    expect(Number((told?.[1] ?? told?.[2] ?? '').replace(',', ''))).toBe(rows.length);
    expect(page).toContain('13,334 added');
  });

  test('is shorter than the limit and makes no markup of names, whatever they are', () => {
    fc.assert(
      fc.property(hostileChoice, fc.constantFrom(undefined, 'vi', 'en'), ({ times, texts }, language) => {
        const hostile = replaceTexts(times, (place) => texts[place % texts.length] ?? '');
        const page = reviewMarkdown(unsigned(hostile), language);
        expect(page.length).toBeLessThan(MARKDOWN_MAX);
        expect(page).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
        expectNoMarkup(page);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['valueOf', 'constructor', '__proto__', 'hasOwnProperty'])('takes %s for a name like any other', (name) => {
    expect(reviewMarkdown(unsigned(replaceTexts(1, () => name)))).toContain(name.replaceAll('_', ''));
  });

  test('is shorter than the limit with thousands of rows of hostile names', () => {
    const page = reviewMarkdown(unsigned(replaceTexts(2_000, () => '@|'.repeat(3_000))));
    expect(page.length).toBeLessThan(MARKDOWN_MAX);
    expectNoMarkup(page);
  });
});

describe('code()', () => {
  test('tells a bar by its number, of which readers make different cells', () => {
    expect(code('a\\|b')).toBe('`a\\⟦U+007C⟧b`');
    expect(code('a\\b')).toBe('`a\\b`');
  });
});
