import type { FactPath, SourceLocation } from '../model/problem';
import { findPlace, type EntryPart, type FactValue, type LocatedValue } from './located-value';

/** One fact file as read. */
export interface FactFile {
  readonly value: FactValue;
  /** Path from the root of the project: `environments/national/systems/land-database.ts`. */
  readonly displayPath: string;
}

/** Every fact file of an environment, by id in code-unit order. */
export interface FactTree {
  /** Files by id, which is the path in the environment without extension: `systems/land-database`. */
  readonly files: ReadonlyMap<string, FactFile>;
  /**
   * Where a fact, or its key, stands; the nearest existing parent for a fact that doesn't exist. Undefined when
   * the file doesn't exist.
   */
  locate(path: FactPath, part?: EntryPart): SourceLocation | undefined;
}

/** The tree of files that were read. */
export function makeFactTree(
  files: readonly (LocatedValue & { readonly id: string; readonly displayPath: string })[],
): FactTree {
  const sorted = files.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const byId = new Map(sorted.map((file) => [file.id, file]));
  return {
    files: new Map(sorted.map(({ id, value, displayPath }) => [id, { value, displayPath }])),
    locate: ([id, ...keys], part = 'value') => {
      const file = byId.get(String(id));
      return file === undefined ? undefined : { file: file.displayPath, ...findPlace(file.places, keys, part) };
    },
  };
}
