import { posix } from 'node:path';

/** Where pages stand while they are printed: no such host exists, and nothing asks for one. */
export const PAGE_ROOT = 'http://report.invalid/';

/** The address of a page while it is printed, by its path in the folder of the report. */
export function addressOf(page: string): string {
  return PAGE_ROOT + page.split('/').map(encodeURIComponent).join('/');
}

/** An action of a link as Chromium writes it, with the address in its last part. */
const ACTION = /<<\/Type \/Action\s+\/S \/URI\s+\/URI \(((?:[^()\\]|\\.)*)\)>>/g;

/**
 * The same file with every way to another page leading to that page's PDF beside it, wherever the folder stands (ISO 32000
 * 12.6.4.3, a remote go-to); a way to what isn't printed does nothing. As long as before, so that every offset holds.
 */
export function linkPdf(file: string, page: string, printed: ReadonlySet<string>): string {
  return file.replace(ACTION, (action, address: string) => {
    if (!address.startsWith(PAGE_ROOT)) return action;
    const target = address.slice(PAGE_ROOT.length);
    const path = posix.relative(posix.dirname(page), target).replace(/\.html$/, '.pdf');
    const made = printed.has(target) ? `<</S /GoToR /F (${path}) /D [0 /Fit]` : '<</S /Named /N /None';
    const room = action.length - '>>'.length;
    if (made.length > room) throw new RangeError(`the way to ${target} has no room in the file`);
    return `${made.padEnd(room)}>>`;
  });
}

const DATE = /\/(CreationDate|ModDate) \(D:\d{14}/g;

/** The same file with a day for the moment in which it was printed; as long as before, so that every offset holds. */
export function datePdf(file: string, day: string): string {
  const moment = `${day.replaceAll('-', '')}000000`;
  return file.replace(DATE, (_, name: string) => `/${name} (D:${moment}`);
}
