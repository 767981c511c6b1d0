import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
const executable = folders
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path));

/** Tests in a real browser; where the machine has none they are skipped, and say so. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (executable === undefined) describe.skip(`${name} (no Chromium on this machine)`, tests);
  else describe(name, tests);
}

/** Starts the browser of the machine. */
export function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath: executable ?? '', args });
}

/** Ids of the accessibility rules that a page breaks: of all rules, or of these. */
export async function violations(page: Page, rules?: readonly string[]): Promise<unknown> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: rules }) });
  return page.evaluate(`axe.run(document, ${options}).then((result) => result.violations.map((one) => one.id))`);
}

/** Texts of pictures that are shown one over the other, over what they don't belong to, or out of their picture. */
export function labelsThatMeet(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const met = [];
    for (const svg of document.querySelectorAll('svg.pic')) {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].map((one) => ({ text: one.firstChild.textContent, box: one.getBoundingClientRect(), isWithin: /sign|mid/.test(one.getAttribute('class') || '') })).filter(({ box }) => box.width > 0);
      const shapes = [...svg.querySelectorAll('rect:not(defs rect):not([width="100%"])')].map((one) => one.getBoundingClientRect());
      texts.forEach(({ text, box, isWithin }, index) => {
        const isOver = (one) => Math.min(box.right, one.right) - Math.max(box.left, one.left) > 2 && Math.min(box.bottom, one.bottom) - Math.max(box.top, one.top) > 4;
        if (!isWithin && shapes.some(isOver)) met.push(text + ' is over a shape');
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) met.push(text + ' is cut off');
        for (const other of texts.slice(index + 1)) {
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          // Boxes of letters have some room above and below the letters themselves.
          if (wide > 2 && high > 4) met.push(text + ' meets ' + other.text);
        }
      });
    }
    return met;
  })()`);
}
