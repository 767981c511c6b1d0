import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { printCount } from '../../model/print-count';
import type { Io } from '../io';
import { Progress } from '../progress';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** The Chromium of this machine; undefined when it has none. */
export function tryFindChromium({ environment }: Pick<Io, 'environment'>): string | undefined {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** Pages that are printed at the same time. */
const AT_ONCE = 2;

/** What a run of printing needs. */
export interface PdfRun {
  /** Every `.html` file in it gets a `.pdf` file beside it. */
  readonly folder: string;
  /** Path of the browser. */
  readonly chromium: string;
  /** `YYYY-MM-DD` that the files tell as theirs, so that the same report is the same bytes by the same browser. */
  readonly day: string;
}

/** Prints every page of a folder as tagged PDF with outline, title and language; returns their paths. */
export async function printPdf({ folder, chromium, day }: PdfRun, io: Io): Promise<readonly string[]> {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .toSorted();
  const progress = new Progress(io);
  progress.step('printing PDF');
  // Loaded when it is asked for: other commands start without it.
  const playwright = await import('playwright-core');
  const browser = await playwright.chromium.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const waiting = [...pages];
    const printed: string[] = [];
    const work = async (): Promise<void> => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        printed.push(await printPage(context, join(folder, path), day));
        progress.note(`${printed.length} of ${pages.length} pages printed`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    progress.done(`${printCount(printed.length, 'PDF file')} written`);
    return printed.toSorted();
  } finally {
    await browser.close();
  }
}

async function printPage(context: BrowserContext, path: string, day: string): Promise<string> {
  const page = await context.newPage();
  try {
    await page.goto(pathToFileURL(path).href);
    const made = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    const target = path.replace(/\.html$/, '.pdf');
    writeFileSync(`${target}.new`, datePdf(made, day));
    renameSync(`${target}.new`, target);
    return target;
  } finally {
    await page.close();
  }
}

const DATE = /\/(CreationDate|ModDate) \(D:\d{14}/g;

/** The same file with a day for the moment in which it was printed; as long as before, so that every offset holds. */
export function datePdf(file: Uint8Array, day: string): Uint8Array {
  const text = Buffer.from(file).toString('latin1');
  const moment = `${day.replaceAll('-', '')}000000`;
  return Buffer.from(
    text.replace(DATE, (_, name: string) => `/${name} (D:${moment}`),
    'latin1',
  );
}
