import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { bentSource, siteOf } from '../../reports/site/site-kit';
import { describeInBrowser, launchBrowser, violations } from '../../support/browser';

const folder = mkdtempSync(join(tmpdir(), 'ndc-site-'));
const files = siteOf(bentSource());
const hostilePage = [...files.keys()].find((path) => path.startsWith('tenants/x.')) ?? '';
let browser: Browser;

interface Look {
  /** @default 1280 */
  readonly width?: number;
  /** @default true */
  readonly javaScriptEnabled?: boolean;
}

interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

/** A page of the site in a window of its own, with every address that it asks for and everything that goes wrong in it. */
async function open(path: string, { width = 1280, javaScriptEnabled = true }: Look = {}): Promise<Opened> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => errors.push(message.text()));
  await page.goto(`${pathToFileURL(folder).href}/${path}`);
  return { page, requests, errors };
}

/** Presses a key until what has the focus fits. */
async function pressUntil(page: Page, key: string, fits: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await page.evaluate(`document.activeElement.matches(${JSON.stringify(fits)})`)) === true) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no press of ${key} leads to ${fits}`);
}

const kinds = [
  'index.html',
  'owners.html',
  'tenants/p01.html',
  'tenants/p01~communes-1.html',
  hostilePage,
  'systems.html',
  'systems/land-database.html',
  'sites.html',
  'sites/dc-north.html',
  'clusters/dc-north-shared-0.html',
  'law.html',
  'law/d333.html',
  'controls/d331-30.8.html',
  'rules.html',
  'rules/network.require-a.html',
  'findings.html',
  'not-covered.html',
  'evidence.html',
  'files.html',
  'sources.html',
  'sets.html',
  'others.html',
  'search.html?q=thu',
];

/** Follows a link to another page, until that page is there with what its script does. */
async function follow(page: Page, link: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.click(link)]);
}

describeInBrowser('the audit site in a real browser', () => {
  beforeAll(async () => {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describeAccess();
  describeLanguage();
  describeSearch();
  describeUse();
});

function describeAccess(): void {
  it.each(kinds)('has no accessibility violation, light and wide or dark and narrow, on %s', async (path) => {
    const { page, errors } = await open(path);
    expect(errors).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 400, height: 900 });
    expect(await violations(page)).toEqual([]);
    // Tables scroll in their own boxes.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    await page.context().close();
  });

  it('asks for nothing but files of its own folder, and runs nothing that artifacts hold', async () => {
    for (const path of ['index.html', hostilePage, 'search.html?q=img', 'rules/network.require-a.html']) {
      const { page, requests, errors } = await open(path);
      const away = requests.filter((one) => !one.startsWith(`${pathToFileURL(folder).href}/`));
      expect([away, errors, await page.locator('img').count()]).toEqual([[], [], 0]);
    }
  });

  it('shows declared and verified as two marks of different shape, sign and word', async () => {
    const { page } = await open('owners.html?lang=en');
    const row = page.locator('[data-filter=owners] tbody tr', { hasText: 'Test province' });
    expect((await row.locator('.mark').allInnerTexts()).map((one) => one.trim())).toEqual([
      'Declared: ↑ green',
      'Verified: ✘ fails',
    ]);
    const shapes = await page.evaluate(`[...document.querySelectorAll('tr[data-verified=fails] .mark')].map((one) => {
      const { borderTopStyle, borderTopLeftRadius } = getComputedStyle(one);
      return [borderTopStyle, borderTopLeftRadius];
    })`);
    expect(shapes).toEqual([
      ['dashed', '99px'],
      ['solid', '0px'],
    ]);
  });

  it('names on its first page who is declared green and not verified as holding', async () => {
    const { page } = await open('index.html?lang=en');
    expect(await page.locator('#declared-only li').allInnerTexts()).toEqual([
      'Test owner Declared: ↑ green Verified: ? unknown',
      'Test province Declared: ↑ green Verified: ✘ fails',
    ]);
  });
}

function describeLanguage(): void {
  it('keeps the chosen language through links, and writes all of the page in it', async () => {
    const { page } = await open('index.html');
    await page.click('#language');
    await follow(page, 'nav >> text=Agencies');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.title()).toContain('Agencies');
    await follow(page, 'text=Test province');
    expect(await page.locator('h1').innerText()).toBe('Test province');
    await page.click('#language');
    await follow(page, 'nav >> text=Tổng quan');
    expect(await page.locator('h1').innerText()).toBe('Tổng quan');
  });

  it('keeps it where the browser forbids storage to files', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(
      `Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } });`,
    );
    await page.goto(`${pathToFileURL(folder).href}/index.html`);
    await page.click('#language');
    await follow(page, 'nav >> text=Rules');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });

  it('reads whole without script, in both languages, and leads on', async () => {
    const { page } = await open('index.html', { javaScriptEnabled: false });
    expect(await page.locator('h1').innerText()).toBe('Tổng quan');
    await page.check('#english');
    expect(await page.locator('h1').innerText()).toBe('Overview');
    await follow(page, '.map a');
    expect(await page.locator('h1').innerText()).toBe('Tỉnh thử');
    expect(await page.locator('form.filters:visible').count()).toBe(0);
  });
}

function describeSearch(): void {
  it.each([
    ['phuong thu', 'Phường thử'],
    ['PHƯỜNG THỬ', 'Phường thử'],
    ['tinh thu', 'Tỉnh thử'],
    ['d331-30.8', '30'],
    ['network/require-a', 'Quy tắc thử'],
    ['land-database', 'đất đai'],
  ])('finds %s', async (query, found) => {
    const { page } = await open(`search.html?q=${encodeURIComponent(query)}`);
    expect((await page.locator('#hits li').first().innerText()).toLowerCase()).toContain(found.toLowerCase());
    expect(Number(await page.locator('#told b').innerText())).toBeGreaterThan(0);
  });

  it('finds words with Đ that are typed with d, and the other way round', async () => {
    const { page } = await open('search.html');
    for (const query of ['dat dai', 'đất đai', 'ĐẤT ĐAI']) {
      await page.fill('#query', query);
      expect([query, await page.locator('#hits li', { hasText: '· land-database' }).count()]).toEqual([query, 1]);
    }
  });

  it('leads by keyboard alone from a word to the row of an object', async () => {
    const { page } = await open('search.html');
    await pressUntil(page, 'Tab', '#query');
    await page.keyboard.type('tenant/p01');
    await pressUntil(page, 'Tab', '#hits a[href*="#o"]');
    await page.keyboard.press('Enter');
    await page.waitForLoadState();
    expect(await page.locator('tr:target').innerText()).toContain('tenant/p01');
  });

  it('finds a thing of a hostile id and shows it as text', async () => {
    const { page, errors } = await open('search.html?q=onerror');
    expect((await page.locator('#hits').innerText()).includes('⟦U+202E⟧')).toBe(true);
    await page.locator('#hits a').first().click();
    expect([errors, await page.locator('h1').innerText()]).toEqual([[], expect.stringContaining('<img src=x')]);
  });
}

function describeUse(): void {
  it('leads from a failed verdict to its object, its fact and its rule', async () => {
    const { page } = await open('rules/network.require-a.html');
    await follow(page, '#against li > a');
    const row = page.locator('tr:target');
    expect(await row.innerText()).toContain('tenant/p01');
    const group = page.locator('tbody:has(tr:target) th[scope=rowgroup]');
    await group.locator('a').last().click();
    expect(await page.locator('tr:target').innerText()).toContain(`sha256:${'0'.repeat(64)}`);
  });

  it('filters agencies by what they declare and by what is verified, by keyboard alone', async () => {
    const { page } = await open('owners.html');
    await pressUntil(page, 'Tab', 'select[name=verified]');
    await page.keyboard.type('✘');
    const rows = page.locator('[data-filter=owners] tbody tr:visible');
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('Tỉnh thử')]);
    expect(await page.locator('form output').innerText()).toContain('1');
  });

  it('prints without its controls, and no wider than the paper', async () => {
    for (const path of ['index.html', 'tenants/p01.html', 'law/d333.html']) {
      const { page } = await open(path, { width: 700 });
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav:visible, button:visible, form:visible').count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(700);
    }
  });
}
