import { success, type Result } from '../../../model/problem';
import type { BundlePart } from '../manifest/bundle-part';
import { locatePart } from './locate-part';
import { REDACTED } from './secret-fields';
import { secretScalars, type SecretScalar } from './secret-scalars';

/** A part without the secrets that its schema tells of. */
export interface RedactedPart {
  readonly part: BundlePart;
  /** Where values were hidden and what told so, in the order of the text. */
  readonly hidden: readonly Pick<SecretScalar, 'what' | 'place'>[];
}

/**
 * Replaces each secret by a plain marker: values of Kubernetes Secrets, what Terraform marks as sensitive, and fields and
 * variables that are named like secrets. All other bytes stay as they are; a part that can't be read is a problem.
 */
export function redactPart(part: BundlePart): Result<RedactedPart> {
  const located = locatePart(part);
  if (!located.ok) return located;
  const { text, values } = located.value;
  const found = values.flatMap((one) => secretScalars(one)).toSorted((a, b) => a.scalar.start - b.scalar.start);
  const hidden = found.map(({ what, place }) => ({ what, place }));
  return success({ part: found.length === 0 ? part : { ...part, bytes: Buffer.from(replaced(text, found)) }, hidden });
}

function replaced(text: string, found: readonly SecretScalar[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { scalar } of found) {
    const [before, after] = scalar.around;
    pieces.push(text.slice(at, scalar.start), before, REDACTED, after);
    at = scalar.end;
  }
  return pieces.join('') + text.slice(at);
}
