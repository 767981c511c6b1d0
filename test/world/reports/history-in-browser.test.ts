import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

import { filesOf, longHistory } from '../../reports/history/history-kit';
import { describeInBrowser, labelsThatMeet, launchBrowser, violations } from '../../support/browser';

const folder = mkdtempSync(join(tmpdir(), 'ndc-history-'));
let browser: Browser;

interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

async function open(language: string, width = 1280): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => errors.push(message.text()));
  await page.goto(`${pathToFileURL(folder).href}/${language}/history.html`);
  return { page, requests, errors };
}

describeInBrowser('the page of changes and trends in a real browser', () => {
  beforeAll(async () => {
    for (const [path, content] of filesOf(longHistory())) {
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
  describeUse();
});

function describeAccess(): void {
  it.each(['vi', 'en'])(
    'has no accessibility violation, light and wide or dark and narrow, in %s',
    async (language) => {
      const { page, errors, requests } = await open(language);
      expect([errors, requests.length]).toEqual([[], 1]);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 400, height: 900 });
      expect(await violations(page)).toEqual([]);
      // Pictures and tables scroll in their own boxes.
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    },
  );

  it.each(['vi', 'en'])('writes nothing in its pictures over anything else, in %s', async (language) => {
    const { page } = await open(language);
    expect(await page.locator('svg.pic:visible').count()).toBe(6);
    expect(await labelsThatMeet(page)).toEqual([]);
  });

  it('names and describes every picture', async () => {
    const { page } = await open('en');
    const names = await page.evaluate(`[...document.querySelectorAll('figure svg')].map((svg) =>
      [svg.getAttribute('aria-label'), document.getElementById(svg.getAttribute('aria-describedby')).textContent.trim()])`);
    const below = 'The table below has the same numbers.';
    expect(names).toEqual([
      ['Trend of the evaluations', below],
      ['Trend of the states of clauses', below],
    ]);
    const sparks = await page.evaluate(
      '[...document.querySelectorAll("svg.spark")].map((one) => one.getAttribute("aria-label"))',
    );
    const steps = ['✘ fails → ✔ holds → ✘ fails → ✔ holds → ✘ fails', '1 → 2 → 0 → 3 → 0 → 3'];
    expect(sparks).toEqual([...steps, ...steps]);
  });
}

function describeUse(): void {
  it('is scrolled and left for the other language by keyboard alone', async () => {
    const { page } = await open('en', 400);
    const stops = new Set<string>();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      stops.add(
        String(
          await page.evaluate(
            'document.activeElement.getAttribute("aria-labelledby") || document.activeElement.getAttribute("href")',
          ),
        ),
      );
    }
    expect([...stops]).toEqual(
      expect.arrayContaining(['../vi/history.html', '#trend', 'trend-picture-name', 'trend-table-caption']),
    );
    await page.locator('[aria-labelledby=trend-picture-name]').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction('document.querySelector("[aria-labelledby=trend-picture-name]").scrollLeft > 0');
    await page.locator('a[href$="vi/history.html"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/vi\/history\.html$/);
    expect(await page.locator('h1').innerText()).toContain('Thay đổi');
  });

  it('prints on a page no wider than the paper, in ink alone', async () => {
    const { page } = await open('vi', 1000);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav:visible').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1000);
    const colors = await page.evaluate(
      '[...new Set([...document.querySelectorAll(".step")].map((one) => getComputedStyle(one).stroke))]',
    );
    expect(colors).toEqual(['rgb(0, 0, 0)']);
  });
}
