import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { formatCatalog } from '../../../reports/catalog';
import { START_FILE, startPage } from '../../../reports/start/start-page';
import { fail, pass } from '../../../policies/define-policy';
import { rule, sourceOf } from '../../reports/report-kit';
import { describeInBrowser, launchBrowser, violations } from '../../support/browser';

const source = sourceOf({ 'a/b': rule('d331-30.8', [pass, fail('a', 'b', 'c')]) });
const folder = mkdtempSync(join(tmpdir(), 'ndc-start-'));
let browser: Browser;

describeInBrowser('the first page of a report in a real browser', () => {
  beforeAll(async () => {
    const forms = formatCatalog.map(({ id, format }) => ({
      id,
      format,
      paths: 'file' in format ? [format.file] : [...format.files(source)].map(({ path }) => path),
    }));
    writeFileSync(join(folder, START_FILE), startPage(source.report, forms));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has no accessibility violation in either language, light and wide or dark and narrow, and asks for nothing', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, START_FILE)).href);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 400, height: 900 });
    await page.locator('#language').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await violations(page)).toEqual([]);
    // Tables scroll in their own boxes.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    expect(requests.length).toBe(1);
  });

  it('shows the files of one language, and those of the other by the button', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, START_FILE)).href);
    const shown = () => page.locator('a[href$="nation.html"]:visible').allInnerTexts();
    expect(await shown()).toEqual(['legal/vi/nation.html']);
    await page.locator('#language').click();
    expect(await shown()).toEqual(['legal/en/nation.html']);
  });
});
