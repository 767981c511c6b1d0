import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Unit } from '../stacks/unit';
import { buildUnit } from './build-unit';
import type { BuiltFile } from './built-file';
import { digest } from './digest';

/** A file that stands on disk: all of it but its text. */
export type WrittenFile = Omit<BuiltFile, 'text'> & { readonly digest: string };

/** Where units are written. */
export interface WriteTarget {
  /** The folder of the assembly in work. */
  readonly folder: string;
  /** A folder for an engine's own files; not part of the assembly. */
  readonly scratchFolder: string;
}

/** Builds units one after the other and writes each at once, so that no more than one is held in memory. */
export function writeUnits(units: Iterable<Unit>, { folder, scratchFolder }: WriteTarget): WrittenFile[] {
  const made = new Set<string>([folder]);
  const written: WrittenFile[] = [];
  for (const unit of units) {
    const { text, ...file } = buildUnit(unit, scratchFolder);
    const target = join(folder, unit.path);
    makeFolder(dirname(target), made);
    writeFileSync(target, text, { flag: 'wx' });
    written.push({ ...file, digest: digest(text) });
  }
  return written;
}

/** Makes a folder once, and each above it once: asking the file system for every file takes long. */
function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  makeFolder(dirname(folder), made);
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}
