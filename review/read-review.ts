import { failure, problem, success, type Problem, type Result } from '../model/problem';
import { decodeText } from '../resources/read/folder';
import { compileShape } from '../resources/read/shape-check';
import { parseStrictJson } from '../resources/read/text/strict-json';
import { reviewDigest } from './build-review';
import type { Review } from './review';
import { reviewShape } from './review-shape';

/** Bytes of a review that is read: one of 40,000 objects has about 25 million. */
export const REVIEW_BYTES_MAX = 256 * 1024 * 1024;

const PROBLEMS_MAX = 20;

/**
 * Reads a review as it is written in JSON. Refuses what is no strict JSON of its shape, what nobody could have signed
 * (lone surrogates, which have no canonical form), and a digest that isn't the one of the content.
 */
export function parseReview(bytes: Buffer): Result<Review> {
  if (bytes.length > REVIEW_BYTES_MAX) return refuse([], `${bytes.length} bytes`, `at most ${REVIEW_BYTES_MAX} bytes`);
  const text = decodeText(bytes);
  if (text === undefined) return refuse([], 'bytes that are no UTF-8', 'JSON in UTF-8');
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return refuse([], parsed.detail, 'strict JSON');
  const shaped = shapeOf(parsed.value);
  return shaped.ok ? checkDigest(shaped.value) : shaped;
}

const isShaped = compileShape(reviewShape);

function shapeOf(value: unknown): Result<Review> {
  if (isShaped(value)) return success(value as Review);
  const checked = reviewShape.safeParse(value);
  if (checked.success) return success(checked.data);
  const problems = checked.error.issues.slice(0, PROBLEMS_MAX).map(({ path, message }) => {
    const at = path.map((step) => (typeof step === 'number' ? step : String(step)));
    return refusal(at, message, 'the review as ndc diff writes it');
  });
  return failure(problems);
}

function checkDigest(review: Review): Result<Review> {
  const digest = reviewDigest(review.content);
  if (digest === review.digest) return success(review);
  return refuse(['digest'], review.digest, `${digest}, the digest of the content`);
}

function refuse(at: Problem['at'], got: string, want: string): Result<never> {
  return failure([refusal(at, got, want)]);
}

function refusal(at: Problem['at'], got: string, want: string): Problem {
  return problem({
    code: 'review-unreadable',
    at,
    what: 'the review can’t be read as one that somebody could sign',
    got: got.slice(0, 300),
    want,
    next: 'make the review again with ndc diff',
  });
}
