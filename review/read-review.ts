import { z } from 'zod';
import { riskClassNames } from '../model/approvals/risk-class';
import { canonicalJson } from '../model/canonical-json';
import { failure, problem, success, type Problem, type Result } from '../model/problem';
import { decodeText } from '../resources/read/folder';
import { parseStrictJson } from '../resources/read/text/strict-json';
import { reviewDigest } from './build-review';
import type { Review } from './review';

/** Larger files than this are not read: a review of a whole nation has a tenth of it. */
export const REVIEW_BYTES_MAX = 268_435_456;

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const text = z.strictObject({ vi: z.string(), en: z.string() });
const rows = z.array(z.looseObject({}));
const side = z.strictObject({ assembly: digest, rules: digest, objects: z.int().min(0) });

const content = z.looseObject({
  formatVersion: z.literal(1),
  environment: z.string().min(1),
  authors: z.array(z.string().min(1)),
  assembly: digest.optional(),
  risks: z.array(
    z.strictObject({
      class: z.enum(riskClassNames),
      what: text,
      witness: z.string(),
      count: z.int().min(1),
      tenants: z.array(z.string()),
    }),
  ),
  needs: z.array(
    z.strictObject({
      class: z.enum(riskClassNames),
      signatures: z.int().min(1).max(8),
      of: z.array(z.string()).max(8),
    }),
  ),
  reach: z.looseObject({ sites: z.array(z.string()), clusters: z.array(z.string()) }),
  facts: rows,
  findings: rows,
  paths: rows,
  rules: rows,
  rights: rows,
  escalations: rows,
  quotas: rows,
  recovery: rows,
  waivers: rows,
  objects: rows,
});

const shape = z.strictObject({ digest, content, base: side.optional(), head: side });

/**
 * Reads a review as `ndc diff` writes it: canonical JSON, byte for byte, whose digest is that of its content. So nothing in
 * it can be read one way and signed another; rows that say what changed are bound by the digest alone.
 */
export function parseReview(bytes: Uint8Array): Result<Review> {
  if (bytes.length > REVIEW_BYTES_MAX) return failure([refusal([], `${bytes.length} bytes`, 'a smaller file')]);
  const written = decodeText(Buffer.from(bytes));
  if (written === undefined) return failure([refusal([], 'bytes that are no UTF-8', 'UTF-8')]);
  const parsed = parseStrictJson(written);
  if (!parsed.ok) return failure([refusal([], parsed.detail, 'canonical JSON')]);
  const checked = shape.safeParse(parsed.value);
  if (!checked.success)
    return failure(
      checked.error.issues.slice(0, 20).map(({ path, message }) => refusal(path.map(String), message, 'a review')),
    );
  // The digest below binds every member whose shape is not told here.
  const review = parsed.value as unknown as Review;
  if (`${canonicalJson(review)}\n` !== written)
    return failure([refusal([], 'another spelling', 'canonical JSON and a line end')]);
  const computed = reviewDigest(review.content);
  if (computed === review.digest) return success(review);
  return failure([refusal(['digest'], review.digest, `${computed}, the digest of what it says`)]);
}

function refusal(at: readonly string[], got: string, want: string): Problem {
  return problem({
    code: 'review-unreadable',
    at: ['review', ...at],
    what: 'this is not a review as ndc diff writes it',
    got: got.slice(0, 300),
    want,
    next: 'make the review again with ndc diff',
  });
}
