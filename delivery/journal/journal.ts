import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { canonicalJson } from '../../model/canonical-json';
import { failure, problem, success, type Result } from '../../model/problem';
import { isJournalEntry, type JournalEntry } from './journal-entry';

const BYTES_MAX = 256 * 1024 * 1024;

/** An append-only record of deploys: one line of canonical JSON an entry, each forced to disk before it counts. */
export interface Journal {
  /** What it held when it was opened. */
  readonly entries: readonly JournalEntry[];
  /** Bytes of a torn last line that were dropped; 0 when the journal ended whole. */
  readonly tornBytes: number;
  /** Adds an entry; when it returns, the entry survives a crash. */
  append(entry: JournalEntry): void;
  close(): void;
}

/** Reads a journal without changing it; a line that a crash tore in half at its end is left out. */
export function readJournal(file: string): Result<{ entries: readonly JournalEntry[]; tornBytes: number }> {
  if (!existsSync(file)) return success({ entries: [], tornBytes: 0 });
  const bytes = readFileSync(file);
  if (bytes.length > BYTES_MAX) return failure([broken(file, `${bytes.length} bytes`, `at most ${BYTES_MAX} bytes`)]);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  const lines =
    whole === 0
      ? []
      : bytes
          .subarray(0, whole - 1)
          .toString('utf8')
          .split('\n');
  const entries: JournalEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const entry = parseLine(line);
    if (entry === undefined)
      return failure([broken(`${file}:${index + 1}`, excerpt(line), 'an entry as deploy wrote it')]);
    entries.push(entry);
  }
  return success({ entries, tornBytes: bytes.length - whole });
}

/** Opens a journal for a run, and makes it when there is none. The caller holds the lock of the deploy. */
export function openJournal(file: string): Result<Journal> {
  mkdirSync(dirname(file), { recursive: true });
  const read = readJournal(file);
  if (!read.ok) return read;
  const handle = openSync(file, 'a', 0o600);
  if (read.value.tornBytes > 0) ftruncateSync(handle, readFileSync(file).lastIndexOf(0x0a) + 1);
  return success({
    ...read.value,
    append(entry) {
      writeWhole(handle, Buffer.from(`${canonicalJson(entry)}\n`));
      fsyncSync(handle);
    },
    close: () => closeSync(handle),
  });
}

function writeWhole(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}

function parseLine(line: string): JournalEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJournalEntry(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function excerpt(line: string): string {
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function broken(where: string, got: string, want: string): ReturnType<typeof problem> {
  return problem({
    code: 'journal-unreadable',
    at: [where],
    what: 'the journal of deploys is broken, so nothing can tell what was done',
    got,
    want,
    next: 'keep the file for study, look with drift at what stands, then deploy with another --state folder',
  });
}
