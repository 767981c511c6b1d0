import { existsSync, readFileSync } from 'node:fs';
import { canonicalJson } from '../../model/canonical-json';
import { problem, ProblemError, valueOf } from '../../model/problem';
import { parseReview } from '../../review/read-review';
import type { Review } from '../../review/review';
import { writeWhole } from './write-whole';

const ENDING = '.review.json';

/** Where the review of an assembly stands: beside its folder, since it isn't part of it. */
export function reviewPath(folder: string): string {
  return `${folder}${ENDING}`;
}

/** The folder of the assembly that a review stands beside. */
export function reviewedFolder(path: string): string {
  return path.endsWith(ENDING) ? path.slice(0, -ENDING.length) : path;
}

/** Writes a review as a whole or not at all. */
export function writeReview(path: string, review: Review): void {
  writeWhole(path, `${canonicalJson(review)}\n`);
}

/**
 * The review beside an assembly.
 * @throws ProblemError when there is none, or it isn't one
 */
export function readReview(folder: string): Review {
  const path = reviewPath(folder);
  if (existsSync(path)) return valueOf(parseReview(readFileSync(path)));
  throw new ProblemError([
    problem({
      code: 'review-missing',
      at: [path],
      what: 'nobody reviewed what changes, so nobody can have approved it',
      got: 'no review',
      want: 'the review of this assembly, with those who wrote the change',
      next: 'run ndc diff, have it read, and approve it with ndc approve',
    }),
  ]);
}
