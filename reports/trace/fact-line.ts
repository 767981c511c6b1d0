import type { FactPath } from '../../model/problem';

/** One entry of a fact file: a value with its line. The files are given by whoever may read them. */
export interface FactLine {
  /** Path from the root of the project, as the manifest names it. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  /** The fact file, then the keys and indexes inside it. */
  readonly path: FactPath;
}

/** A place as the manifest writes it: `file:line`. */
export function linePlace({ file, line }: Pick<FactLine, 'file' | 'line'>): string {
  return `${file}:${line}`;
}
