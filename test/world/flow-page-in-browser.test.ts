import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { flowFormats } from '../../reports/reachability/flow-lines';
import { flowsIn, hostileName, onlyFrom, pod, randomFlows } from '../reports/reachability/flow-kit';
import { describeInBrowser, labelsThatMeet, launchBrowser, violations } from '../support/browser';

const folder = mkdtempSync(join(tmpdir(), 'ndc-flows-'));
const { flows, cluster } = flowsIn([
  pod('front', 'web'),
  pod('front', hostileName),
  pod('data', 'store'),
  onlyFrom('data', { ipBlock: { cidr: '10.0.0.0/8' } }),
]);
const many = randomFlows(3, 70, 4);
let [small, large, image] = ['', '', ''];
let browser: Browser;

function write(name: string, lines: Iterable<string>): string {
  const file = join(folder, name);
  writeFileSync(file, [...lines].join('\n'));
  return pathToFileURL(file).href;
}

async function open(
  address: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; requests: string[] }> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  return { page, requests };
}

describeInBrowser('flows in a real browser', () => {
  beforeAll(async () => {
    small = write('small.html', flowFormats['html']?.lines(flows, cluster) ?? []);
    large = write('large.html', flowFormats['html']?.lines(many) ?? []);
    image = write('large.svg', flowFormats['svg']?.lines(many) ?? []);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describePage();
});

function describePage(): void {
  it.each(['light', 'dark'] as const)('stand on a page without an accessibility violation in %s', async (scheme) => {
    const { page } = await open(small, scheme);
    expect(await violations(page)).toEqual([]);
    await page.click('#language');
    expect(await violations(page)).toEqual([]);
  });

  it('are all in the table, and nothing in a name runs or asks the network', async () => {
    const { page, requests } = await open(small);
    expect(await page.locator('#flows tbody tr').count()).toBe(flows.length);
    expect(await page.locator('#flows tbody').innerText()).toContain('<img src=x');
    expect(requests).toEqual([small]);
    expect(await page.evaluate('document.querySelectorAll("img").length')).toBe(0);
  });

  it('are found by words of their ends, ports and reasons, and by verdict', async () => {
    const { page } = await open(small);
    const rows = page.locator('#flows tbody tr');
    await page.fill('input[type=search]', 'DATA/store 443');
    const found = flows.filter((flow) => {
      const text = [flow.from, flow.to, flow.protocol, flow.ports.join(' '), ...flow.because].join(' ');
      return text.includes('data/store') && flow.ports.some(([first]) => first === 443);
    });
    expect(await rows.count()).toBe(found.length);
    expect(found.length).toBeGreaterThan(0);
    await page.selectOption('select[name=verdict]', 'depends');
    expect(await rows.count()).toBe(found.filter(({ verdict }) => verdict === 'depends').length);
    await page.fill('input[type=search]', 'nothing-has-this-name');
    expect(await rows.count()).toBe(0);
    expect(await page.locator('output').innerText()).toContain('0 / 0');
  });

  it('come some at a time, and more by keyboard', async () => {
    const { page } = await open(large);
    const rows = page.locator('#flows tbody tr');
    expect(await rows.count()).toBe(200);
    await page.focus('#more');
    await page.keyboard.press('Enter');
    expect(await rows.count()).toBe(400);
    expect(many.length).toBeGreaterThan(400);
  });

  it('are drawn without a label that meets another, on a page and in a file of its own', async () => {
    for (const address of [small, large, image]) {
      const { page } = await open(address);
      expect(await page.evaluate('document.querySelectorAll("svg.pic g title").length')).toBeGreaterThan(0);
      expect(await labelsThatMeet(page)).toEqual([]);
    }
  });
}
