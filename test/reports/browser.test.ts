import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import html from '../../reports/formats/html';
import { hostileReport } from './report-kit';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
const executable = folders
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path));
const describeInBrowser = executable === undefined ? describe.skip : describe;
const reason = executable === undefined ? ' (no Chromium on this machine)' : '';

const folder = mkdtempSync(join(tmpdir(), 'ndc-browser-'));
const file = join(folder, 'report.html');
let browser: Browser;

/** Parts that have every kind of mark and color; the whole page is looked at once, since that takes long. */
const sampled = [['header'], ['#summary'], ['#findings'], ['#exceptions']];

/** The report in a window of its own, and every address that it asks for. */
async function open(colorScheme: 'light' | 'dark', width: number): Promise<{ page: Page; requests: string[] }> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, requests };
}

describeInBrowser(`the HTML report in a real browser${reason}`, () => {
  beforeAll(async () => {
    writeFileSync(file, html.render(hostileReport()));
    const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath: executable ?? '', args });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['light', 1280, 'vi'],
    ['dark', 1280, 'en'],
    ['light', 360, 'en'],
  ] as const)(
    'has no accessibility violation in %s at %d pixels in %s',
    async (scheme, width, language) => {
      const { page } = await open(scheme, width);
      await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
      if (language === 'en') await page.click('#language');
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      const part = scheme === 'light' && width > 1_000 ? 'document' : `{ include: ${JSON.stringify(sampled)} }`;
      const run = `axe.run(${part}).then((result) => result.violations.map((one) => one.id))`;
      expect(await page.evaluate(run)).toEqual([]);
    },
    60_000,
  );

  it('asks the network for nothing and runs nothing that artifacts hold', async () => {
    const { page, requests } = await open('light', 1280);
    expect(requests).toEqual([pathToFileURL(file).href]);
    expect(await page.evaluate('document.querySelectorAll("img").length')).toBe(0);
  });

  it('switches its language by keyboard alone', async () => {
    const { page } = await open('light', 1280);
    await page.focus('#language');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.locator('h1').innerText()).toContain('Compliance report');
  });

  it('filters clauses by state and tells the number aloud', async () => {
    const { page } = await open('light', 1280);
    await page.selectOption('form[data-for=law] select', 'fails');
    expect(await page.locator('[data-filter=law] tbody tr:visible').count()).toBe(1);
    expect(await page.locator('form[data-for=law] output').innerText()).toContain('1');
  });

  it('finds Vietnamese words that are typed without diacritics', async () => {
    const { page } = await open('light', 1280);
    await page.fill('form[data-for=law] input', 'vat ly');
    expect(await page.locator('[data-filter=law] tbody tr:visible').count()).toBeGreaterThan(0);
  });
});
