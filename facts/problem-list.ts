import { problem, type FactPath, type Problem } from '../model/problem';
import type { TextPlace } from './located-value';

/** Problems that one fact file reports in one run; a last one counts the rest. */
export const PROBLEMS_PER_FILE_MAX = 200;

/** A fact file as problems name it. */
export interface FactSource {
  /** The path inside the environment, without extension: `systems/land-database`. */
  readonly id: string;
  /** The path from the root of the project, never absolute: `environments/national/systems/land-database.ts`. */
  readonly displayPath: string;
}

/** The words of a problem, without its place. */
export type ProblemWords = Pick<Problem, 'code' | 'what' | 'got' | 'want' | 'next'>;

/** Collects the problems of one fact file, with a bound, so that a hostile file can't flood the output. */
export class ProblemList {
  private readonly kept: Problem[] = [];
  private dropped = 0;

  public constructor(private readonly source: FactSource) {}

  /** Adds a problem at a place of the file; `keys` is the path inside the file. */
  public add(place: TextPlace, words: ProblemWords, keys: FactPath = []): void {
    if (this.kept.length >= PROBLEMS_PER_FILE_MAX) {
      this.dropped += 1;
      return;
    }
    const { line, column } = place;
    const location = { file: this.source.displayPath, line, column };
    this.kept.push(problem({ ...words, at: [this.source.id, ...keys], location }));
  }

  /** Every problem, in order of finding. */
  public all(): readonly Problem[] {
    if (this.dropped === 0) return this.kept;
    const rest = problem({
      code: 'fact-problems-more',
      at: [this.source.id],
      what: 'this file has more problems than are shown',
      got: `${this.kept.length + this.dropped} problems`,
      want: `at most ${PROBLEMS_PER_FILE_MAX} shown at once`,
      next: 'repair those that are shown and run again',
      location: { file: this.source.displayPath, line: 1, column: 1 },
    });
    return [...this.kept, rest];
  }

  /** Whether nothing is wrong. */
  public isEmpty(): boolean {
    return this.kept.length === 0;
  }
}
