import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { dutyStates } from '../../model/attestations/due';
import html from '../../reports/formats/html';
import type { Report } from '../../reports/report';
import { met, notMet, replaced, sourceWith } from '../reports/due/due-kit';
import { differingReachability } from '../reports/pictures/differing-reachability';
import { hostileReport, withFewClauses } from '../reports/report-kit';
import { describeInBrowser, labelsThatMeet, launchBrowser, violations } from '../support/browser';

const { attestations, due } = sourceWith([met, notMet, replaced]).report;
const report: Report = { ...hostileReport(), reachability: differingReachability(), attestations, due };
/** Duties of each state, few of each. */
const fewDuties = dutyStates.flatMap((state) => due.filter((row) => row.state === state).slice(0, 2));
const folder = mkdtempSync(join(tmpdir(), 'ndc-browser-'));
const file = join(folder, 'report.html');
/** Every section and every kind of row, but few rows: looking at the color of each word takes long. */
const short = join(folder, 'short.html');
let browser: Browser;

interface Look {
  /** @default - the whole report */
  readonly file?: string;
  /** @default light */
  readonly colorScheme?: 'light' | 'dark';
  /** @default 1280 */
  readonly width?: number;
}

/** A report in a window of its own, and every address that it asks for. */
async function open(look: Look = {}): Promise<{ page: Page; requests: string[] }> {
  const { colorScheme = 'light', width = 1280 } = look;
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(look.file ?? file).href);
  return { page, requests };
}

/** The rules that compare parts of a page with each other, so that only the whole page can break them. */
const rulesOfWholePage = [
  'duplicate-id-aria',
  'heading-order',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'page-has-heading-one',
  'skip-link',
];

describeInBrowser('the HTML report in a real browser', () => {
  beforeAll(async () => {
    writeFileSync(file, html.render({ report }));
    writeFileSync(short, html.render({ report: { ...withFewClauses(report), due: fewDuties } }));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describeAccess();
  describeUse();
  describeDuties();
  describePictures();
});

function describeAccess(): void {
  it.each([
    ['light', 1280, 'vi'],
    ['dark', 1280, 'en'],
    ['light', 360, 'en'],
  ] as const)('has no accessibility violation in %s at %d pixels in %s', async (colorScheme, width, language) => {
    const { page } = await open({ file: short, colorScheme, width });
    if (language === 'en') await page.click('#language');
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect(await violations(page)).toEqual([]);
  });

  it('is looked at with a clause of every state', () => {
    const statesOf = ({ instruments }: Report): readonly string[] =>
      [...new Set(instruments.flatMap(({ clauses }) => clauses.map(({ state }) => state)))].toSorted();
    expect(statesOf(withFewClauses(report))).toEqual(statesOf(report));
  });

  it('has no accessibility violation that only the whole report could have', async () => {
    const { page } = await open();
    expect(await violations(page, rulesOfWholePage)).toEqual([]);
    const ids = '[...document.querySelectorAll("[id]")].map(({ id }) => id)';
    const all = (await page.evaluate(ids)) as readonly string[];
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
  });
}

function describeUse(): void {
  it('asks the network for nothing and runs nothing that artifacts hold', async () => {
    const { page, requests } = await open();
    expect(requests).toEqual([pathToFileURL(file).href]);
    expect(await page.evaluate('document.querySelectorAll("img").length')).toBe(0);
  });

  it('switches its language by keyboard alone', async () => {
    const { page } = await open();
    await page.focus('#language');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.locator('h1').innerText()).toContain('Compliance report');
  });

  it('filters clauses by state and tells the number aloud', async () => {
    const { page } = await open();
    await page.selectOption('form[data-for=law] select[name=state]', 'fails');
    expect(await page.locator('[data-filter=law] tbody tr:visible').count()).toBe(1);
    expect(await page.locator('form[data-for=law] output').innerText()).toContain('1');
  });

  it('finds Vietnamese words that are typed without diacritics', async () => {
    const { page } = await open();
    await page.fill('form[data-for=law] input', 'vat ly');
    expect(await page.locator('[data-filter=law] tbody tr:visible').count()).toBeGreaterThan(0);
  });

  it('filters clauses by level, and systems by level and dossier', async () => {
    const { page } = await open();
    const law = '[data-filter=law] tbody tr:visible';
    await page.selectOption('form[data-for=law] select[name=level]', '5');
    const ofFive = await page.locator(law).count();
    expect(ofFive).toBe(
      report.instruments.flatMap((one) => one.clauses).filter((one) => one.levels.includes(5)).length,
    );
    await page.selectOption('form[data-for=law] select[name=level]', 'none');
    expect(await page.locator(law).count()).toBeGreaterThan(0);
    await page.selectOption('form[data-for=systems] select[name=level]', '5');
    const systems = page.locator('[data-filter=systems] tbody tr:visible');
    expect(await systems.allInnerTexts()).toEqual([expect.stringContaining('land-database')]);
    await page.selectOption('form[data-for=systems] select[name=state]', 'draft');
    expect(await systems.count()).toBe(0);
  });

  it('offers choices, labels and its title in the chosen language alone', async () => {
    const { page } = await open();
    const options = page.locator('form[data-for=law] select[name=level] option');
    expect((await options.allTextContents()).slice(0, 2)).toEqual(['mọi cấp độ', 'cấp độ 1']);
    await page.click('#language');
    expect((await options.allTextContents()).slice(0, 2)).toEqual(['every level', 'level 1']);
    expect(await page.locator('nav').getAttribute('aria-label')).toBe('Contents');
    expect(await page.title()).toContain('Compliance report');
  });

  it('shows what blocks, where and what to do on the first screen', async () => {
    const { page } = await open();
    const part = page.locator('#blocks');
    expect(await part.innerText()).toMatch(/network\/require-a[^]*subject-1[^]*Việc cần làm/);
    expect((await part.locator('ol').boundingBox())?.y).toBeLessThan(500);
  });
}

function describeDuties(): void {
  it('filters duties by where they stand, the counts by clause with them', async () => {
    const { page } = await open();
    const rows = page.locator('[data-filter=duties] tbody tr:visible');
    const all = await rows.count();
    await page.selectOption('form[data-for=duties] select[name=state]', 'not-met');
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringContaining('✘ đã làm, chưa đạt'),
      expect.stringContaining('d331-28.5a'),
    ]);
    await page.selectOption('form[data-for=duties] select[name=state]', '');
    expect(await rows.count()).toBe(all);
    await page.fill('form[data-for=records] input', 'con gia tri den het 2026-12-14');
    expect(await page.locator('[data-filter=records] tbody tr:visible').count()).toBe(1);
  });
}

function describePictures(): void {
  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('lets no label of a picture meet another in %s at %d pixels', async (colorScheme, width) => {
    const { page } = await open({ colorScheme, width });
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    for (const language of ['vi', 'en']) {
      expect({ language, met: await labelsThatMeet(page) }).toEqual({ language, met: [] });
      await page.click('#language');
    }
  });

  it('tells of a cell of a picture in the chosen language', async () => {
    const { page } = await open();
    const title = page.locator('#reachability svg title').first();
    expect(await title.textContent()).toContain('Chứng minh');
    await page.click('#language');
    expect(await title.textContent()).toContain('Proved');
  });

  it('shrinks its pictures to the width of the paper', async () => {
    const { page } = await open({ width: 700 });
    await page.emulateMedia({ media: 'print' });
    const tooWide = await page.evaluate(
      '[...document.querySelectorAll("svg.pic")].filter((one) => one.getBoundingClientRect().width > 700).length',
    );
    expect(tooWide).toBe(0);
  });
}
