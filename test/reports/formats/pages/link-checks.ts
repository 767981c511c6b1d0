import { posix } from 'node:path';
import type { ReadElement } from '../../hostile/readers/html-reader';
import { readMarkdown } from '../../hostile/readers/markdown-reader';
import { pagesOf, readPage, type TextFiles } from './page-checks';

const attribute = ({ attributes }: ReadElement, name: string): readonly string[] => {
  const value = attributes.get(name);
  return value === undefined ? [] : [value];
};

/** The files of one format, and the folder of the report that they stand in with those of all others. */
export interface PlacedFiles {
  readonly files: TextFiles;
  /** The folder of the format in the folder of the report; empty for a file of its own. */
  readonly folder: string;
  /** All files by their paths in the folder of the report. */
  readonly report: TextFiles;
}

/** Links of a format that lead to no file of its report, or to a place that the page doesn't have. */
export function deadLinks({ files, folder, report }: PlacedFiles): readonly string[] {
  const own = new Map([...files].map(([path, text]) => [posix.join(folder, path), text]));
  const textOf = (path: string): string | undefined => own.get(path) ?? report.get(path);
  const known = new Map<string, ReadonlySet<string>>();
  const idsOf = (path: string): ReadonlySet<string> => {
    const ids =
      known.get(path) ?? new Set(readPage(textOf(path) ?? '').elements.flatMap((one) => attribute(one, 'id')));
    known.set(path, ids);
    return ids;
  };
  const isDead = (path: string, link: string): boolean => {
    if (/^[a-z][a-z0-9+.-]*:|^\//i.test(link)) return true;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
    return textOf(target) === undefined || (anchor !== undefined && !idsOf(target).has(decodeURIComponent(anchor)));
  };
  return [...own].flatMap(([path, text]) =>
    linksOf(path, text)
      .filter((link) => isDead(path, link))
      .map((link) => `${path}: ${link}`),
  );
}

function linksOf(path: string, text: string): readonly string[] {
  if (path.endsWith('.md')) return readMarkdown(text).links;
  if (!path.endsWith('.html')) return [];
  return readPage(text).elements.flatMap((one) => ['href', 'src', 'action'].flatMap((name) => attribute(one, name)));
}

/** Ids that a page has twice, and names of elements by ids that it doesn't have. */
export function brokenIds({ files }: Pick<PlacedFiles, 'files'>): readonly string[] {
  return pagesOf(files).flatMap(([path, page]) => {
    const { elements } = readPage(page);
    const ids = elements.flatMap((one) => attribute(one, 'id'));
    const all = new Set(ids);
    const named = ['aria-labelledby', 'aria-describedby', 'for'].flatMap((name) =>
      elements.flatMap((one) => attribute(one, name).flatMap((value) => value.split(' '))),
    );
    const twice = all.size === ids.length ? [] : ids.filter((id, index) => ids.indexOf(id) !== index);
    return [...twice, ...named.filter((id) => !all.has(id))].map((id) => `${path}: ${id}`);
  });
}
