import { canonicalJson } from '../../model/canonical-json';
import type { Review } from '../../review/review';

/**
 * A review as canonical JSON on one line: the form that is kept and read back.
 * @throws RangeError on lone surrogates, of which no review that has a digest is made
 */
export function reviewJson(review: Review): string {
  return `${canonicalJson(review)}\n`;
}
