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
export function writeUnits(units: readonly Unit[], { folder, scratchFolder }: WriteTarget): WrittenFile[] {
  return units.map((unit) => {
    const { text, ...file } = buildUnit(unit, scratchFolder);
    const target = join(folder, unit.path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
    return { ...file, digest: digest(text) };
  });
}
