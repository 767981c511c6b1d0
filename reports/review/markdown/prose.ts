import { line } from '../../markdown/escape';

/** What a page of a merge request would make a link or a call to somebody of, though nothing marks it. */
const LIVE = /@|:(?=\/\/)|(?<=www)\./gi;

/**
 * A text in running Markdown of a merge request: nothing in it is markup, calls somebody or becomes a link. A comment
 * parts what would; readers don't see it.
 */
export function prose(text: string): string {
  return line(text).replace(LIVE, (one) => `${one}<!-- -->`);
}
