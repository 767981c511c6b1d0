import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { reviewPage } from '../../../reports/review/html/review-page';
import { reviewSections, type SectionKey } from '../../../reports/review/sections/sections';
import type { Review } from '../../../review/review';
import { replaceTexts, unsigned } from '../../reports/review/hostile-review';
import { content, manyObjects, reviewOf } from '../../reports/review/review-kit';
import { describeInBrowser, launchBrowser, violations } from '../../support/browser';

const folder = mkdtempSync(join(tmpdir(), 'ndc-review-'));
const hostileName = '<img src=x onerror="document.title=1">\u202e</script>';
const sections = Object.keys(reviewSections) as readonly SectionKey[];
const review = reviewOf();
const large = reviewOf({ objects: manyObjects(40_000) });
let [one, hostile, many, none] = ['', '', '', ''];
let browser: Browser;

function write(name: string, written: Review): string {
  const file = join(folder, name);
  writeFileSync(file, reviewPage(written));
  return pathToFileURL(file).href;
}

interface Look {
  /** @default light */
  readonly colorScheme?: 'light' | 'dark';
  /** @default 1280 */
  readonly width?: number;
}

/** A review in a window of its own, with every address that it asks for and everything that goes wrong in it. */
async function open(
  address: string,
  { colorScheme = 'light', width = 1280 }: Look = {},
): Promise<{ page: Page; requests: string[]; errors: string[] }> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => errors.push(message.text()));
  await page.goto(address);
  return { page, requests, errors };
}

/** Texts of the rows of a section that can be seen. */
function rows(page: Page, section: string): Promise<string[]> {
  return page.locator(`#${section} tbody tr:visible`).allInnerTexts();
}

/** Presses a key until what has the focus fits. */
async function pressUntil(page: Page, key: string, fits: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.evaluate(`document.activeElement.matches(${JSON.stringify(fits)})`)) === true) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no press of ${key} leads to ${fits}`);
}

describeInBrowser('the page of a review in a real browser', () => {
  beforeAll(async () => {
    one = write('one.html', review);
    hostile = write('hostile.html', unsigned(replaceTexts(2, () => hostileName)));
    many = write('many.html', large);
    const nothing = Object.fromEntries(sections.map((key) => [key, []]));
    none = write('none.html', reviewOf({ ...nothing, needs: [] }));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describeAccess();
  describeReading();
  describeOtherReading();
  describeFilters();
  describeSize();
});

function describeAccess(): void {
  it.each([
    ['light', 1280, 'vi'],
    ['dark', 1280, 'en'],
    ['light', 400, 'en'],
    ['dark', 400, 'vi'],
  ] as const)('has no accessibility violation in %s at %d pixels in %s', async (colorScheme, width, language) => {
    const { page } = await open(one, { colorScheme, width });
    if (language === 'en') await page.click('#language');
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect(await violations(page)).toEqual([]);
  });

  it('has none with hostile names and with nothing to tell either', async () => {
    for (const address of [hostile, none]) {
      const { page } = await open(address);
      expect(await violations(page)).toEqual([]);
    }
  });

  it('asks the network for nothing, runs nothing that names hold, and breaks no rule of its own policy', async () => {
    const { page, requests, errors } = await open(hostile);
    await page.fill('input[type=search]', 'img');
    expect(requests).toEqual([hostile]);
    expect(errors).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll("img").length')).toBe(0);
    expect(await rows(page, 'facts')).toEqual(expect.arrayContaining([expect.stringContaining('<img src=x')]));
    const ran = page.evaluate(`new Promise((done) => {
      document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
      const added = document.createElement('script');
      added.textContent = 'document.title = "ran"';
      document.body.append(added);
    })`);
    expect(await ran).toBe('script-src-elem');
    expect(await page.title()).not.toBe('ran');
  });

  it('is no wider than a narrow window', async () => {
    const { page } = await open(one, { width: 400 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
  });
}

function describeReading(): void {
  it('shows the digest, who must sign and the gravest risk on the first screen', async () => {
    const { page } = await open(one);
    await page.click('#language');
    const screen = async (selector: string): Promise<number> =>
      (await page.locator(selector).first().boundingBox())?.y ?? Infinity;
    expect((await page.locator('#digest').innerText()).trim()).toBe(review.digest);
    expect(await page.locator('.verdict').innerText()).toContain('At least 2 people must sign');
    expect(await screen('#sign li')).toBeLessThan(500);
    expect(await page.locator('#sign li').first().innerText()).toContain('Internet (8.8.8.8) can now reach the portal');
  });

  it('selects the whole digest with one click, to be copied', async () => {
    const { page } = await open(one);
    await page.click('#digest');
    expect(await page.evaluate('getSelection().toString().trim()')).toBe(review.digest);
  });

  it('is read, searched, filtered, folded and unfolded by keyboard alone', async () => {
    const { page } = await open(one);
    await pressUntil(page, 'Tab', '#language');
    await page.keyboard.press('Enter');
    expect(await page.locator('h1').innerText()).toContain('Review of a change');
    await pressUntil(page, 'Tab', 'input[type=search]');
    await page.keyboard.type('8.8.8.8');
    expect(await page.locator('.filters output').innerText()).toBe('1 rows shown');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await pressUntil(page, 'Tab', 'select[name=kind]');
    await page.keyboard.type('+ opened');
    expect(await rows(page, 'paths')).toHaveLength(1);
    await pressUntil(page, 'Tab', '#facts summary');
    await page.keyboard.press('Enter');
    expect(await page.locator('#facts details').getAttribute('open')).toBeNull();
    await page.keyboard.press('Space');
    expect(await page.locator('#facts details').getAttribute('open')).toBe('');
    await pressUntil(page, 'Shift+Tab', '#fold');
    await page.keyboard.press('Enter');
    expect(await page.locator('main details[open]').count()).toBe(0);
    await pressUntil(page, 'Shift+Tab', '#unfold');
    await page.keyboard.press('Enter');
    expect(await page.locator('main details:not([open])').count()).toBe(0);
  });
}

function describeOtherReading(): void {
  it('reads without its script too', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(one);
    expect(await rows(page, 'paths')).toHaveLength(content.paths.length);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('noscript').innerText()).toContain('tệp JSON có tất cả');
  });

  it('prints every section unfolded, and folds them again', async () => {
    const { page } = await open(one);
    await page.click('#fold');
    await page.evaluate(
      `addEventListener('beforeprint', () => { window.unfolded = document.querySelectorAll('main details[open]').length; })`,
    );
    const printed = await page.pdf({ preferCSSPageSize: true });
    expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.evaluate('window.unfolded')).toBe(sections.length);
    expect(await page.locator('main details[open]').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('#digest').isVisible()).toBe(true);
  });

  it('tells the mark of each kind by a sign and a word, never by color alone', async () => {
    const { page } = await open(one);
    const marks = await page.locator('tbody th[scope=row]:visible, .reasons h3').allInnerTexts();
    expect(marks.length).toBeGreaterThan(15);
    expect(marks.filter((mark) => !/^\S \p{L}+/u.test(mark))).toEqual([]);
  });
}

function describeFilters(): void {
  it('filters by class of risk, kind of change, tenant and zone, and by all together', async () => {
    const { page } = await open(one);
    await page.selectOption('select[name=class]', 'tenant-path');
    expect(await rows(page, 'risks')).toHaveLength(1);
    expect(await rows(page, 'paths')).toEqual([expect.stringContaining('hue/app[Deployment]')]);
    expect(await rows(page, 'facts')).toEqual([expect.stringContaining('systems/land-database')]);
    await page.selectOption('select[name=class]', '');
    await page.selectOption('select[name=tenant]', 'province-hue');
    expect(await rows(page, 'objects')).toEqual([expect.stringContaining('hanoi-5/vault')]);
    await page.selectOption('select[name=tenant]', '-');
    expect(await rows(page, 'objects')).toEqual([expect.stringContaining('Namespace/platform')]);
    await page.selectOption('select[name=tenant]', 'ministry-land');
    await page.selectOption('select[name=zone]', 'data');
    await page.selectOption('select[name=kind]', 'changed');
    const expected = content.objects.filter((row) => row.tenant === 'ministry-land' && row.change === 'changed');
    expect(await rows(page, 'objects')).toHaveLength(expected.length);
    const facts = await rows(page, 'facts');
    expect(facts).toEqual([expect.stringContaining('systems/land-database')]);
    const told = String(expected.length + facts.length);
    expect(await page.locator('.filters output b').innerText()).toBe(told);
  });

  it('finds Vietnamese words that are typed without diacritics, in whatever language is shown', async () => {
    const { page } = await open(one);
    await page.fill('input[type=search]', 'giam tu muc');
    expect(await rows(page, 'risks')).toEqual([expect.stringContaining('land-database')]);
  });

  it('shows the same rows again when nothing is asked any more', async () => {
    const { page } = await open(one);
    const texts = (): Promise<string[]> => page.locator('#changes tbody tr').allInnerTexts();
    const before = await texts();
    await page.fill('input[type=search]', 'nothing-has-this-name');
    expect(await texts()).toEqual([]);
    await page.fill('input[type=search]', '');
    expect(await texts()).toEqual(before);
    expect(before).toHaveLength(sections.reduce((sum, key) => sum + content[key].length, 0));
  });

  it('opens a folded section in which something is found', async () => {
    const { page } = await open(many);
    expect(await page.locator('#objects details').getAttribute('open')).toBeNull();
    await page.fill('input[type=search]', 'workload-39999');
    expect(await rows(page, 'objects')).toEqual([expect.stringContaining('workload-39999')]);
  });
}

function describeSize(): void {
  it('shows 40,000 objects some at a time, and more by keyboard', async () => {
    const { page } = await open(many);
    await page.click('#objects summary');
    expect(await rows(page, 'objects')).toHaveLength(50);
    await page.focus('#objects .more');
    await page.keyboard.press('Enter');
    expect(await rows(page, 'objects')).toHaveLength(100);
    expect(await page.locator('#objects .told').innerText()).toBe('100 / 40.000');
    expect(await page.evaluate('document.activeElement.matches("#objects tbody tr:nth-child(51)")')).toBe(true);
  });

  it('says that nothing differs and shows no filters where there is nothing to filter', async () => {
    const { page, errors } = await open(none);
    expect(errors).toEqual([]);
    await page.click('#language');
    expect(await page.locator('#changes').innerText()).toContain('Nothing differs.');
    expect(await page.locator('.filters').count()).toBe(0);
  });
}
