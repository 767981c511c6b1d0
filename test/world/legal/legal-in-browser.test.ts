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

  it.each(['legal/vi/owners/p01.html', 'dossiers/vi/systems/land-database.html'])(
    '%s prints on paper without cutting a table off',
    async (path) => {
      const { page } = await open(path, { width: 1040 });
      await page.emulateMedia({ media: 'print' });
      const wide =
        '[...document.querySelectorAll("table")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length';
      expect(await page.evaluate(wide)).toBe(0);
      expect(await page.locator('nav').isVisible()).toBe(false);
    },
  );
}

/** The PDF files below a folder of the report, by path in it. */
function pdfsIn(part: string): ReadonlyMap<string, string> {
  const paths = readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' });
  const own = paths.filter((path) => path.endsWith('.pdf')).toSorted();
  return new Map(own.map((path) => [path, readFileSync(join(folder, part, path), 'latin1')]));
}

function describePdf(): void {
  const parts = ['dossiers/en', 'legal/en'];
  const chromium = tryFindChromium({ environment: process.env }) ?? '';
  const { io } = captureIo();
  const run = { folder, parts, chromium, day: '2026-11-27' };

  it('are printed as tagged PDF with title, language and outline, the same bytes every time', async () => {
    const read = async (): Promise<ReadonlyMap<string, string>> => {
      expect((await printPdf(run, io)).failed).toEqual([]);
      return new Map([...pdfsIn('legal/en'), ...pdfsIn('dossiers/en')]);
    };
    const first = await read();
    const wanted = ['index.pdf', 'nation.pdf', 'owners/p01.pdf', 'systems/land-database.pdf'];
    expect([...first.keys()]).toEqual(expect.arrayContaining(wanted));
    for (const file of first.values()) {
      expect(file).toMatch(/^%PDF-1/);
      expect(file).toContain('/Marked true');
      expect(file).toContain('/Lang (en');
      expect(file).toMatch(/\/Title (?:<FEFF|\()/);
      expect(file).toContain('/Outlines');
      expect(file).toContain('/CreationDate (D:20261127000000');
    }
    expect(await read()).toEqual(first);
  });

  it('lead from one PDF to another wherever the folder stands, and name no place of this machine', () => {
    const [list = '', dossier = ''] = ['index.pdf', 'systems/land-database.pdf'].map((name) =>
      pdfsIn('dossiers/en').get(name),
    );
    expect(list).toContain('/S /GoToR /F (systems/land-database.pdf) /D [0 /Fit]');
    expect(dossier).toContain('/S /GoToR /F (../index.pdf) /D [0 /Fit]');
    // The other language isn't printed here, so the way to it does nothing.
    expect(pdfsIn('legal/en').get('nation.pdf')).toContain('/S /Named /N /None');
    for (const file of [...pdfsIn('legal/en').values(), list, dossier]) {
      expect(file).not.toMatch(/\/URI|report\.invalid|file:\/\//);
      expect(file).not.toContain(folder);
    }
  });

  it('are printed but for a page that can’t be, which is named', async () => {
    mkdirSync(join(folder, 'dossiers/en/systems/land-database.pdf.new'));
    const printed = await printPdf({ ...run, parts: ['dossiers/en'] }, io);
    expect(printed.failed).toEqual([
      { page: 'dossiers/en/systems/land-database.html', why: expect.stringContaining('EISDIR') as string },
    ]);
    expect(printed.written).toContain(join(folder, 'dossiers/en/index.pdf'));
    expect(printed.written).not.toContain(join(folder, 'dossiers/en/systems/land-database.pdf'));
  });
}
