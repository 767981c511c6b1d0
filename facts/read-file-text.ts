import { closeSync, constants, fstatSync, openSync, readSync, type Dirent, readdirSync } from 'node:fs';
import type { EntryKind } from './fact-name';
import { describeValue } from './print-value';
import type { ProblemWords } from './problem-list';

/** Largest fact file, in bytes. */
export const FACT_FILE_BYTES_MAX = 1_048_576;

/** A text, or why a file can't be read as one. */
export type FileText = { readonly text: string; readonly bytes: number } | { readonly refused: ProblemWords };

/** An entry of a folder, in the words of facts. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/**
 * Reads a file of at most `bytesMax` bytes as UTF-8. Checks are made on the open file, not on its name, so that it
 * can't be swapped for a link, a pipe or a larger file in between.
 */
export function readFileText(path: string, bytesMax: number): FileText {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = attempt(() => openSync(path, flags));
  if (typeof handle !== 'number') return { refused: handle };
  try {
    const bytes = attempt(() => readBounded(handle, bytesMax));
    if (bytes === undefined) return { refused: sizeWords(bytesMax) };
    return Buffer.isBuffer(bytes) ? decode(bytes) : { refused: bytes };
  } finally {
    closeSync(handle);
  }
}

/** Entries of a folder sorted by name in code-unit order, or why it can't be read. */
export function readFolderEntries(path: string): readonly FolderEntry[] | { readonly refused: ProblemWords } {
  const entries = attempt(() => readdirSync(path, { withFileTypes: true }));
  if (!Array.isArray(entries)) return { refused: entries as ProblemWords };
  return entries
    .map((entry: Dirent): FolderEntry => ({ name: entry.name, kind: entryKind(entry) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function entryKind(entry: Dirent): EntryKind {
  if (entry.isSymbolicLink()) return 'symlink';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

/** The first bytes of a file; undefined when it has more than the bound. */
function readBounded(handle: number, bytesMax: number): Buffer | undefined {
  const status = fstatSync(handle);
  if (!status.isFile()) throw Object.assign(new Error('not a file'), { code: 'ENOTFILE' });
  if (status.size > bytesMax) return undefined;
  // Only the part that was read is ever returned, so clearing a megabyte for each small file would be waste.
  const buffer = Buffer.allocUnsafe(bytesMax + 1);
  let length = 0;
  for (let got = -1; got !== 0 && length <= bytesMax; length += got)
    got = readSync(handle, buffer, length, buffer.length - length, null);
  return length > bytesMax ? undefined : buffer.subarray(0, length);
}

function decode(bytes: Buffer): FileText {
  const text = bytes.toString('utf8');
  if (Buffer.byteLength(text) === bytes.length && Buffer.from(text).equals(bytes)) return { text, bytes: bytes.length };
  return {
    refused: {
      code: 'fact-file-encoding',
      what: 'the file is not UTF-8 text',
      got: 'bytes that are no character',
      want: 'a text file in UTF-8',
      next: 'save the file with the encoding UTF-8',
    },
  };
}

function sizeWords(bytesMax: number): ProblemWords {
  return {
    code: 'fact-file-size',
    what: 'the file is too large for facts',
    got: `more than ${bytesMax} bytes`,
    want: `at most ${bytesMax} bytes`,
    next: 'split the facts into more files',
  };
}

function isSystemError(error: unknown): error is { readonly code: string } {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/** Runs a call of the file system; what the system refuses becomes the words of a problem. */
function attempt<T>(call: () => T): T | ProblemWords {
  try {
    return call();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return {
      code: 'fact-file-unreadable',
      what: 'this cannot be read',
      got: describeValue(error.code),
      want: 'files and folders that may be read',
      next: error.code === 'ENOENT' ? 'check the name' : 'check the permissions',
    };
  }
}
