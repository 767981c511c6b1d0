import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { groupBy } from '../../../model/group-by';
import { hostileSource } from '../../reports/hostile/hostile-source';
import { hostileNames } from '../../reports/hostile/hostile-texts';
import { mangledTexts } from '../../reports/hostile/lost-texts';
import type { WrittenFile } from '../../reports/hostile/readers/read-texts';
import { readZip } from '../../reports/hostile/readers/zip-reader';
import { writtenFormats } from '../../reports/hostile/written-formats';
import { describeInBrowser, launchBrowser } from '../../support/browser';

const folder = mkdtempSync(join(tmpdir(), 'ndc-hostile-'));
const formats = writtenFormats(hostileSource());
const withPages = formats.filter(([, files]) => files.some(({ path }) => path.endsWith('.html')));
let browser: Browser;

/** What a page did that no page may do. */
interface Deeds {
  readonly dialogs: string[];
  readonly requests: string[];
  readonly errors: string[];
}

/** What stands in a page that no page of ours has, and every text that holds a mark; told by the browser itself. */
const LOOK = `(() => {
  const all = [...document.querySelectorAll('*')];
  const wrong = all.flatMap((one) => {
    const attributes = [...one.attributes];
    const told = one.outerHTML.slice(0, 120);
    const acts = attributes.some(({ name }) => name.startsWith('on') || name === 'srcdoc' || name === 'style' && one.namespaceURI.endsWith('xhtml') && /url\\(/.test(one.getAttribute('style')));
    const leads = attributes.some(({ name, value }) => /^(?:href|src|action|xlink:href|formaction|data)$/.test(name) && /^\\s*[a-z][a-z0-9+.-]*:/i.test(value));
    const isOdd = /^(?:img|iframe|object|embed|base|frame|audio|video|source|template|plaintext|xmp|x|b[^auro]*onclick)$/i.test(one.localName);
    return acts || leads || isOdd ? [told] : [];
  });
  const texts = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.COMMENT_NODE) wrong.push('a comment: ' + node.data.slice(0, 80));
    else if (!/^(?:script|style)$/.test(node.parentNode.localName) && /Q\\d+[a-z]/.test(node.data)) texts.push(node.data);
  }
  for (const one of all) for (const { value } of one.attributes) if (/Q\\d+[a-z]/.test(value)) texts.push(value);
  const scripts = [...document.scripts].map((one) => one.getAttribute('src') ?? (/Q\\d+[a-z]/.test(one.text) ? 'a script with a text' : 'own'));
  return { wrong, texts, scripts, taken: typeof window.taken };
})()`;

interface Seen {
  readonly wrong: readonly string[];
  readonly texts: readonly string[];
  readonly scripts: readonly string[];
  readonly taken: string;
}

/** Texts and attributes of an XML document by the browser's own parser; what it says where it can't read it. */
const READ_XML = `(text) => {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const error = document.querySelector('parsererror');
  const all = [...document.querySelectorAll('*')];
  return { error: error === null ? '' : error.textContent, texts: all.flatMap((one) => [...[...one.attributes].map(({ value }) => value), ...(one.children.length === 0 ? [one.textContent] : [])]) };
}`;

/** Pages of one folder that are looked at, from its first to its last: the others are written by the same lines. */
const SHOWN_MAX = 10;

/** Some pages of each folder of a format, evenly parted. */
function somePages(files: readonly WrittenFile[]): readonly string[] {
  const pages = files.map(({ path }) => path).filter((path) => path.endsWith('.html'));
  return [...groupBy(pages, dirname).values()].flatMap((all) => {
    const step = Math.max(1, (all.length - 1) / (SHOWN_MAX - 1));
    return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  });
}

async function openPage(): Promise<{ readonly page: Page; readonly deeds: Deeds }> {
  const page = await (await browser.newContext()).newPage();
  const deeds: Deeds = { dialogs: [], requests: [], errors: [] };
  page.on('dialog', (dialog) => {
    deeds.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => deeds.requests.push(request.url()));
  page.on('pageerror', (error) => deeds.errors.push(error.message));
  page.on('console', (message) => deeds.errors.push(message.text()));
  return { page, deeds };
}

function addressOf(id: string, path: string): string {
  return pathToFileURL(join(folder, id, path)).href;
}

/** Everything that is wrong with a page once it is shown. */
async function faultsOf(page: Page, address: string): Promise<readonly string[]> {
  await page.goto(address);
  const { wrong, texts, scripts, taken } = (await page.evaluate(LOOK)) as Seen;
  const odd = scripts.filter((one) => one !== 'own' && !/^(?:\.\.\/)?[a-z-]+\.js$/.test(one));
  const ran = taken === 'undefined' ? [] : [`a text ran: ${taken}`];
  return [...wrong, ...odd, ...ran, ...mangledTexts(texts, 'page')].map((one) => `${address}: ${one}`);
}

describeInBrowser('hostile texts in a real browser', () => {
  beforeAll(async () => {
    for (const [id, files] of formats) {
      for (const { path, bytes } of files) {
        mkdirSync(dirname(join(folder, id, path)), { recursive: true });
        writeFileSync(join(folder, id, path), bytes);
      }
    }
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describePages();
  describeOthers();
});

function describePages(): void {
  it.each(withPages)('run nothing, lead nowhere and stand whole on pages of each kind of %s', async (id, files) => {
    const { page, deeds } = await openPage();
    const faults: string[] = [];
    for (const path of somePages(files)) faults.push(...(await faultsOf(page, addressOf(id, path))));
    expect(faults).toEqual([]);
    const root = `${pathToFileURL(folder).href}/`;
    const away = deeds.requests.filter((one) => !one.startsWith(root));
    expect({ ...deeds, requests: away }).toEqual({ dialogs: [], errors: [], requests: [] });
    await page.context().close();
  });

  it('are found by the search of the site and shown as text, each of them', async () => {
    const { page, deeds } = await openPage();
    await page.goto(addressOf('site', 'search.html'));
    const texts: string[] = [];
    for (const index of hostileNames.keys()) {
      await page.fill('#query', `Q${index}tenantname`);
      texts.push(...(await page.locator('#hits a').allTextContents()));
    }
    expect(texts.length).toBeGreaterThanOrEqual(hostileNames.length);
    expect(mangledTexts(texts, 'search')).toEqual([]);
    expect([deeds.dialogs, deeds.errors, await page.evaluate('typeof window.taken')]).toEqual([[], [], 'undefined']);
  });
}

function describeOthers(): void {
  it('stand whole in XML and in workbooks, by the browser’s own parser', async () => {
    const { page } = await openPage();
    const documents = formats.flatMap(([, files]) =>
      files.flatMap(({ path, bytes }) => {
        if (path.endsWith('.xlsx') && path.startsWith('en/')) return [...readZip(bytes).values()];
        return path.endsWith('.xml') ? [bytes.toString('utf8')] : [];
      }),
    );
    let found = 0;
    for (const text of new Set(documents)) {
      const script = `(${READ_XML})(${JSON.stringify(text)})`;
      const { error, texts } = (await page.evaluate(script)) as { error: string; texts: readonly string[] };
      expect(error).toBe('');
      // A spreadsheet reads `_x005F_` as the line below (ECMA-376 Part 1, 22.9.2.19).
      expect(
        mangledTexts(
          texts.map((one) => one.replace(/_x005F_(?=x)/g, '_')),
          'a.xml',
        ),
      ).toEqual([]);
      found += texts.filter((one) => /Q\d+[a-z]/.test(one)).length;
    }
    expect(found).toBeGreaterThan(hostileNames.length * 10);
  });

  it.each([
    ['an element', '<p>a</p><img src="x">'],
    ['a handler', '<p onclick="x()">a</p>'],
    ['an address that runs', '<a href="javascript:x()">a</a>'],
    ['a comment', '<!-- a -->'],
    ['a script that came with a text', '<script>window.taken = 1</script>'],
  ])('would be told where they made %s', async (_, body) => {
    const { page } = await openPage();
    writeFileSync(join(folder, 'bent.html'), `<!doctype html><html><body>${body}</body></html>`);
    expect(await faultsOf(page, pathToFileURL(join(folder, 'bent.html')).href)).not.toEqual([]);
    await page.context().close();
  });
}
