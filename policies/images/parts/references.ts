import { all, not, text } from '../../engine/language/combinators';
import type { Ref } from '../../engine/language/reference';
import type { Condition } from '../../engine/language/tree';

/** The reference of an image names its content, which then never changes. */
export function hasDigest(image: Ref<string>): Condition {
  return text(image, 'contains', '@sha256:');
}

/** The reference of an image says which version it is: it ends in a tag or a digest, and not in what moves with every build. */
export function hasVersion(image: Ref<string>): Condition {
  return all(text(image, 'matches', ':[^/:@]+$'), not(text(image, 'ends-with', ':latest')));
}
