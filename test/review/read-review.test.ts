import fc from 'fast-check';
import { canonicalJson } from '../../model/canonical-json';
import { reviewJson } from '../../reports/review/review-json';
import { parseReview, REVIEW_BYTES_MAX } from '../../review/read-review';
import { manyObjects, reviewOf } from '../reports/review/review-kit';

const review = reviewOf();
const bytes = Buffer.from(reviewJson(review));

/** The review as JSON with something else in it. */
function bent(change: (text: string) => string): Buffer {
  return Buffer.from(change(canonicalJson(review)));
}

/** What is told of bytes that can't be read. */
function refusalOf(given: Buffer): { at: string; got: string; want: string } | undefined {
  const read = parseReview(given);
  const [first] = read.ok ? [] : read.problems;
  return first === undefined ? undefined : { at: first.at.join('/'), got: first.got, want: first.want };
}

describe('parseReview()', () => {
  test('reads a review back as it was written', () => {
    const read = parseReview(bytes);
    expect(read).toEqual({ ok: true, value: JSON.parse(canonicalJson(review)) as unknown });
    expect(read.ok && reviewJson(read.value)).toBe(bytes.toString());
  });

  test('reads a review of 40,000 objects, and one without a base', () => {
    const large = reviewOf({ objects: manyObjects(40_000) });
    expect(parseReview(Buffer.from(reviewJson(large))).ok).toBe(true);
    const { digest, content, head } = review;
    expect(parseReview(Buffer.from(reviewJson({ digest, content, head }))).ok).toBe(true);
  });

  test('refuses a content that was changed after it was signed, and says which digest it has', () => {
    const { digest } = reviewOf({ authors: ['eve@example.vn'] });
    const forged = bent((text) => text.replace('an@example.vn', 'eve@example.vn'));
    expect(refusalOf(forged)).toEqual({
      at: 'digest',
      got: review.digest,
      want: `${digest}, the digest of the content`,
    });
  });

  test.each([
    [
      'a field that no review has',
      (text: string) => text.replace('"content":{', '"content":{"approved":true,'),
      'content',
    ],
    ['a field that is missing', (text: string) => text.replace('"authors":["an@example.vn"],', ''), 'content/authors'],
    [
      'a class of risk that nobody knows',
      (text: string) => text.replace('"class":"internet-path"', '"class":"harmless"'),
      'content/needs/0/class',
    ],
    [
      'a number of people below one',
      (text: string) => text.replace('"signatures":2', '"signatures":0'),
      'content/needs/0/signatures',
    ],
    [
      'a digest that is none',
      (text: string) => text.replace(/"digest":"sha256:[0-9a-f]{64}"/, '"digest":"sha256:0"'),
      'digest',
    ],
  ])('refuses %s', (_, change, at) => {
    expect(refusalOf(bent(change))?.at).toBe(at);
  });

  test.each([
    ['keys that stand twice', bent((text) => text.replace('"authors":', '"authors":[],"authors":')), 'twice'],
    ['texts with a lone surrogate', bent((text) => text.replace('an@example.vn', '\\ud800')), 'lone surrogate'],
    ['bytes that are no UTF-8', Buffer.concat([bytes, Buffer.from([0xff])]), 'no UTF-8'],
    ['what is cut off', bytes.subarray(0, bytes.length - 3), 'too early'],
    ['boundless nesting', Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)), 'nested deeper'],
    ['nothing', Buffer.alloc(0), 'no JSON'],
    ['more bytes than any review has', Buffer.alloc(REVIEW_BYTES_MAX + 1), `${REVIEW_BYTES_MAX + 1} bytes`],
  ])('refuses %s', (_, given, got) => {
    expect(refusalOf(given)?.got).toContain(got);
  });

  test('refuses any changed byte of the content, or reads the same content', () => {
    const start = bytes.indexOf('"content":');
    const end = bytes.indexOf('"digest":"' + review.digest);
    fc.assert(
      fc.property(fc.integer({ min: start, max: end - 1 }), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const changed = Buffer.from(bytes);
        changed[place] = (changed[place] ?? 0) ^ flip;
        const read = parseReview(changed);
        return !read.ok || canonicalJson(read.value.content) === canonicalJson(review.content);
      }),
      { numRuns: 300 },
    );
  });

  test('refuses random bytes and random JSON without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        (given) => {
          expect(parseReview(Buffer.from(given)).ok).toBe(false);
        },
      ),
    );
  });

  test('refuses no more than 20 things at once', () => {
    const many = manyObjects(100).map((one) => ({ ...one, level: 9 }));
    const read = parseReview(Buffer.from(JSON.stringify({ ...review, content: { ...review.content, objects: many } })));
    expect(read.ok ? [] : read.problems).toHaveLength(20);
  });
});
