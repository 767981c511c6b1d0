import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { printPdf, tryFindChromium } from '../../../cli/report/pdf';
import { dossierFiles } from '../../../reports/dossier-pack/dossier-files';
import { legalFiles } from '../../../reports/legal/legal-files';
import { captureIo } from '../../support/capture-io';
import { describeInBrowser, launchBrowser, violations } from '../../support/browser';
import { legalSource, ruleOn } from '../../reports/legal/legal-kit';

const systems = ['system/procedures-p01', 'system/land-database'];
const source = legalSource({
  'a/holds': ruleOn('d331-28.3', systems),
  'a/fails': ruleOn('d331-30.7', systems, ['system/procedures-p01']),
});
const folder = mkdtempSync(join(tmpdir(), 'ndc-legal-'));
let browser: Browser;

/** A page of the report without scripts, and every address that it asks for. */
async function open(
  path: string,
  look: { dark?: boolean; width?: number } = {},
): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext({
    colorScheme: look.dark === true ? 'dark' : 'light',
    viewport: { width: look.width ?? 1280, height: 900 },
  });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(join(folder, path)).href);
  return { page, asked };
}

describeInBrowser('the legal report and the dossiers in a real browser', () => {
  beforeAll(async () => {
    for (const [name, files] of [
      ['legal', legalFiles(source)],
      ['dossiers', dossierFiles(source)],
    ] as const) {
      for (const { path, content } of files) {
        mkdirSync(dirname(join(folder, name, path)), { recursive: true });
        writeFileSync(join(folder, name, path), content);
      }
    }
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describePages();
  describePdf();
});

function describePages(): void {
  it.each([
    ['legal/vi/owners/p01.html', {}, 'vi'],
    ['legal/en/owners/p01.html', { dark: true, width: 360 }, 'en'],
    ['dossiers/vi/systems/land-database.html', { width: 360 }, 'vi'],
    ['dossiers/en/index.html', { dark: true }, 'en'],
  ] as const)('%s has no accessibility violation and its language', async (path, look, language) => {
    const { page } = await open(path, look);
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    expect(await violations(page)).toEqual([]);
  });

  it('ask the network for nothing and hold no script', async () => {
    const { page, asked } = await open('legal/vi/nation.html');
    expect(asked).toEqual([pathToFileURL(join(folder, 'legal/vi/nation.html')).href]);
    expect(await page.evaluate('document.scripts.length')).toBe(0);
  });

  it('lead by keyboard alone to the content, to an owner and to the other language', async () => {
    const { page } = await open('legal/vi/nation.html');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main');
    await page.focus('a[href$="owners/p01.html"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/vi/owners/p01.html');
    await page.focus('a[href*="/en/"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/owners/p01.html');
    expect(await page.locator('h1').innerText()).toContain('Report on the cybersecurity');
  });

  it('print on paper without cutting a table off', async () => {
    const { page } = await open('legal/vi/owners/p01.html', { width: 1040 });
    await page.emulateMedia({ media: 'print' });
    const wide =
      '[...document.querySelectorAll("table")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length';
    expect(await page.evaluate(wide)).toBe(0);
    expect(await page.locator('nav').isVisible()).toBe(false);
  });
}

function describePdf(): void {
  it('are printed as tagged PDF with title, language and outline, the same bytes every time', async () => {
    const small = join(folder, 'legal/en/owners');
    const { io } = captureIo();
    const chromium = tryFindChromium({ environment: process.env }) ?? '';
    const read = async (): Promise<readonly string[]> => {
      await printPdf({ folder: small, chromium, day: '2026-11-27' }, io);
      const names = readdirSync(small).filter((name) => name.endsWith('.pdf'));
      return names.toSorted().map((name) => readFileSync(join(small, name), 'latin1'));
    };
    const first = await read();
    expect(first.length).toBeGreaterThan(1);
    for (const file of first) {
      expect(file).toMatch(/^%PDF-1/);
      expect(file).toContain('/Marked true');
      expect(file).toContain('/Lang (en');
      expect(file).toContain('/Title <FEFF');
      expect(file).toContain('/Outlines');
      expect(file).toContain('/CreationDate (D:20261127000000');
    }
    expect(await read()).toEqual(first);
  });
}
