import { quoteText } from './print-value';
import type { ProblemWords } from './problem-list';

/** Longest name of a fact file or folder, without extension. */
export const FACT_NAME_LENGTH_MAX = 63;

/** What facts end with, and signed records among them. */
export type FactExtension = '.ts' | '.json';

/** What an entry of a folder of facts is: a fact file, a folder, or nothing to read. */
export type FactEntry =
  | { readonly kind: 'file' | 'folder'; readonly name: string }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly words: ProblemWords };

/** What the file system says about an entry; `other` are devices, sockets and pipes. */
export type EntryKind = 'file' | 'folder' | 'symlink' | 'other';

/**
 * Decides what to do with an entry of a folder of facts. Names that begin with a dot belong to editors and Git and
 * are left alone, and so is a `README.md`; everything else must be a fact, so that a misspelt extension never makes
 * a tenant vanish in silence.
 */
export function classifyEntry(name: string, kind: EntryKind, extension: FactExtension = '.ts'): FactEntry {
  if (name.startsWith('.') || (name === 'README.md' && kind === 'file')) return { kind: 'ignored' };
  if (kind === 'symlink')
    return refuse(name, extension, {
      code: 'fact-file-symlink',
      what: 'facts are never read through a symbolic link',
      next: 'put a real file in its place',
    });
  if (kind === 'other')
    return refuse(name, extension, {
      code: 'fact-file-kind',
      what: 'this is neither a file nor a folder',
      next: 'remove it',
    });
  const isFile = kind === 'file';
  if (isFile && !name.endsWith(extension))
    return refuse(name, extension, {
      code: 'fact-file-extension',
      what: 'this file is not a fact file',
      next: `end its name with ${extension}, or move it out of the environment`,
    });
  const stem = isFile ? name.slice(0, -extension.length) : name;
  if (stem.length <= FACT_NAME_LENGTH_MAX && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) return { kind, name: stem };
  return refuse(name, extension, {
    code: 'fact-file-name',
    what: 'this name is not allowed for a fact',
    next: nextName(stem),
  });
}

type RefusalWords = Pick<ProblemWords, 'code' | 'what' | 'next'>;

function refuse(name: string, extension: FactExtension, words: RefusalWords): FactEntry {
  const want = `real files named with lower-case letters, digits and single hyphens, at most ${FACT_NAME_LENGTH_MAX}, then ${extension}`;
  return { kind: 'refused', words: { ...words, got: quoteText(name), want } };
}

function nextName(stem: string): string {
  const plain = stem.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();
  const meant = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, FACT_NAME_LENGTH_MAX);
  return meant === '' ? 'rename it' : `rename it, perhaps to ${meant}`;
}
