import { labels } from '../../../model/naming';
import { namespaceLabel, oneOf } from '../language/combinators';
import type { Condition } from '../language/tree';

const LEVELS = ['1', '2', '3', '4', '5'] as const;

/** The object stands in a namespace of a system of this level or a higher one. */
export function levelAtLeast(level: 2 | 3 | 4 | 5): Condition {
  return oneOf(namespaceLabel(labels.level), LEVELS.slice(level - 1));
}
