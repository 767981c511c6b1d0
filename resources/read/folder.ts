import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { types } from 'node:util';

/** The largest file of an assembly, in bytes. */
export const FILE_BYTES_MAX = 256 * 2 ** 20;

const ENTRIES_MAX = 200_000;
const FOLDER_DEPTH_MAX = 12;

/** What stands in a folder, by paths relative to it with `/`; links are told, never followed. */
export interface FolderListing {
  readonly files: ReadonlySet<string>;
  /** Symbolic links, sockets, devices: whatever is neither file nor folder. */
  readonly others: readonly string[];
}

/** The bytes of a file, or why they can't be had. */
export type Bytes = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly detail: string };

/** Whether a path is a real folder and no link to one. */
export function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Lists a folder with all below it.
 * @throws RangeError when it is deeper or has more entries than any assembly
 */
export function listFolder(root: string): FolderListing {
  const files = new Set<string>();
  const others: string[] = [];
  const rest: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next.depth > FOLDER_DEPTH_MAX) throw new RangeError(`folders deeper than ${FOLDER_DEPTH_MAX}`);
    for (const entry of readdirSync(join(root, next.path), { withFileTypes: true })) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isDirectory()) rest.push({ path, depth: next.depth + 1 });
      else if (entry.isFile()) files.add(path);
      else others.push(path);
      if (files.size + others.length > ENTRIES_MAX) throw new RangeError(`more than ${ENTRIES_MAX} files`);
    }
  }
  return { files, others: others.toSorted() };
}

/** Lists a folder with all below it, or says in few words why it can't be listed. */
export function tryListFolder(root: string): FolderListing | string {
  if (!isFolder(root)) return 'no such folder';
  try {
    return listFolder(root);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return `can't be listed: ${code}`;
  }
}

/** Reads a file that is no link and not too large. */
export function readBytes(path: string, bytesMax = FILE_BYTES_MAX): Bytes {
  const descriptor = open(path);
  if (typeof descriptor === 'string') return { ok: false, detail: descriptor };
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { ok: false, detail: 'no plain file' };
    const { size } = status;
    if (size > bytesMax) return { ok: false, detail: `${size} bytes, at most ${bytesMax} are read` };
    const bytes = Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
      const count = readSync(descriptor, bytes, filled, size - filled, filled);
      if (count === 0) return { ok: false, detail: 'became shorter while being read' };
      filled += count;
    }
    return { ok: true, bytes };
  } finally {
    closeSync(descriptor);
  }
}

function open(path: string): number | string {
  try {
    // A pipe that nobody writes to would keep us waiting.
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    return `can't be opened: ${code}`;
  }
}

/** The code of an error that the operating system gave, such as `ENOENT`; undefined for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!types.isNativeError(error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return 'syscall' in error ? error.code : undefined;
}

/** The text of bytes in UTF-8; undefined when they are none. */
export function decodeText(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}
