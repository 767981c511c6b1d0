import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { printCount } from '../../model/print-count';
import type { Io } from '../io';
import { Progress } from '../progress';
import { addressOf, datePdf, linkPdf } from './pdf-links';

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
  /** The folder of the report. */
  readonly folder: string;
  /** Folders in it, by name: every `.html` file in them gets a `.pdf` file beside it. */
  readonly parts: readonly string[];
  /** Path of the browser. */
  readonly chromium: string;
  /** `YYYY-MM-DD` that the files tell as theirs, so that the same report is the same bytes by the same browser. */
  readonly day: string;
}

/** A page that could not be printed. */
export interface UnprintedPage {
  /** Path of the page in the folder of the report, with `/`. */
  readonly page: string;
  readonly why: string;
}

/** What came of a run of printing. */
export interface PrintedPages {
  /** Paths of the files, sorted. */
  readonly written: readonly string[];
  /** Sorted by path; all others are printed. */
  readonly failed: readonly UnprintedPage[];
}

/** Prints every page of some parts of a report as tagged PDF with outline, title and language, linked to each other. */
export async function printPdf(run: PdfRun, io: Io): Promise<PrintedPages> {
  const pages = run.parts.flatMap((part) => pagesIn(run.folder, part)).toSorted();
  const progress = new Progress(io);
  progress.step('printing PDF');
  const browser = await launch(run.chromium);
  try {
    const printer = new Printer(await openContext(browser, run.folder), run, new Set(pages));
    const waiting = [...pages];
    const work = async (): Promise<void> => {
      for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
        await printer.print(page);
        progress.note(`${pages.length - waiting.length} of ${pages.length} pages`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    progress.done(`${printCount(printer.written.length, 'PDF file')} written`);
    const failed = printer.failed.toSorted((a, b) => (a.page < b.page ? -1 : 1));
    return { written: printer.written.toSorted(), failed };
  } finally {
    await browser.close();
  }
}

function pagesIn(folder: string, part: string): readonly string[] {
  return readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name.endsWith('.html'))
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'));
}

async function launch(chromium: string): Promise<Browser> {
  // Loaded when it is asked for: other commands start without it.
  const playwright = await import('playwright-core');
  return playwright.chromium.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
}

/** A browser that sees the pages of the folder under one address, whatever the folder is called, and nothing else. */
async function openContext(browser: Browser, folder: string): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  await context.route('**/*', async (route) => {
    const request = route.request();
    if (!request.isNavigationRequest()) return route.abort();
    const path = decodeURIComponent(new URL(request.url()).pathname.slice(1));
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: readFileSync(join(folder, path)) });
  });
  return context;
}

/** Prints one page after another; one that can't be printed keeps none of the others from it. */
class Printer {
  public readonly written: string[] = [];
  public readonly failed: UnprintedPage[] = [];

  public constructor(
    private readonly context: BrowserContext,
    private readonly run: PdfRun,
    private readonly printed: ReadonlySet<string>,
  ) {}

  public async print(page: string): Promise<void> {
    try {
      const made = await withPage(this.context, async (tab) => {
        await tab.goto(addressOf(page));
        return tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      });
      const linked = linkPdf(made.toString('latin1'), page, this.printed);
      const target = join(this.run.folder, page.replace(/\.html$/, '.pdf'));
      writeFileSync(`${target}.new`, datePdf(linked, this.run.day), 'latin1');
      renameSync(`${target}.new`, target);
      this.written.push(target);
    } catch (error) {
      this.failed.push({ page, why: firstLine(error) });
    }
  }
}

async function withPage<T>(context: BrowserContext, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
}
