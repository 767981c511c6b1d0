import { closeSync, copyFileSync, existsSync, fstatSync, openSync, readSync, statSync, truncateSync } from 'node:fs';

/** A log longer than this is put aside, so that two of this size are the most that a process keeps. */
export const LOG_BYTES_MAX = 8_388_608;
const TAIL_BYTES_MAX = 262_144;

/**
 * Puts a long log aside as `<path>.1`. Its process goes on writing to the same file: it appends, so it begins anew at
 * the start of the emptied file.
 */
export function rotateLog(path: string, bytesMax = LOG_BYTES_MAX): void {
  if (!existsSync(path) || statSync(path).size <= bytesMax) return;
  copyFileSync(path, `${path}.1`);
  truncateSync(path, 0);
}

/** The last lines of a log; empty when there is none. */
export function tailOf(path: string, lines: number): readonly string[] {
  if (!existsSync(path)) return [];
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Math.min(size, TAIL_BYTES_MAX);
    const buffer = Buffer.alloc(bytes);
    const read = readSync(file, buffer, 0, bytes, size - bytes);
    const text = buffer.toString('utf8', 0, read);
    return text
      .split('\n')
      .filter((line) => line !== '')
      .slice(-lines);
  } finally {
    closeSync(file);
  }
}
