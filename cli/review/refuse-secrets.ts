import { REDACTED } from '../../evidence/bundle/secrets/secret-fields';
import { findSecrets } from '../../evidence/bundle/secrets/find-secrets';
import { canonicalJson } from '../../model/canonical-json';
import { problem, ProblemError, valueOf, type Problem } from '../../model/problem';
import { reviewDigest } from '../../review/build-review';
import type { Review } from '../../review/review';

/**
 * A review that anybody may read: what a change takes away is hidden where it was a secret, and one that a change brings is
 * refused, before it stands in a page, in evidence, or in a cluster without evidence.
 * @throws ProblemError with the place of each secret, never its value
 */
export function withoutSecrets(review: Review): Review {
  const { content } = review;
  const facts = content.facts.map((one) => (secretsIn(one.before).length === 0 ? one : { ...one, before: REDACTED }));
  const inFacts = facts.flatMap(({ source, after }) => secretsIn(after).map((what) => secretProblem(source, what)));
  // Objects are told by names and digests alone.
  const rest = secretsIn({ ...content, facts: [], objects: [] }).map((what) => secretProblem('review', what));
  if (inFacts.length + rest.length > 0) throw new ProblemError([...inFacts, ...rest]);
  if (facts.every((one, index) => one === content.facts[index])) return review;
  const hidden = { ...content, facts };
  return { ...review, content: hidden, digest: reviewDigest(hidden) };
}

/** What kinds of secrets a value holds. */
function secretsIn(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return secretsInText(Buffer.from(canonicalJson(value)));
}

/** What kinds of secrets a JSON text holds, each once. */
export function secretsInText(bytes: Uint8Array): readonly string[] {
  const found = valueOf(findSecrets({ path: 'review', mediaType: 'application/json', bytes }));
  return [...new Set(found.map(({ what }) => what))];
}

/** A secret that everybody who reads a review or evidence would know. */
export function secretProblem(place: string, got: string): Problem {
  return problem({
    code: 'secret-in-the-clear',
    at: [place],
    what: 'a secret stands here, which everybody who reads the review or its evidence would know',
    got,
    want: 'the name of where the secret is kept',
    next: 'take it out, and replace the secret wherever it counts, since it was in the clear',
  });
}
