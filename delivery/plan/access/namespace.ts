import type { BeforeAfter } from './before-after';
import { at, isObject, same } from './json-parts';

/** From the strictest to the loosest (Pod Security Standards). */
const LEVELS = ['restricted', 'baseline', 'privileged'];
const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** Namespaces: a looser Pod Security level, and any other label that changes, since policies select by labels. */
export function widenedNamespace({ before, after }: BeforeAfter): readonly string[] {
  if (before === undefined || after === undefined) return [];
  const old = at(before, 'metadata', 'labels');
  const made = at(after, 'metadata', 'labels');
  const keys = new Set([...(isObject(old) ? Object.keys(old) : []), ...(isObject(made) ? Object.keys(made) : [])]);
  return [...keys].toSorted().flatMap((key) => {
    const [was, is] = [at(old, key), at(made, key)];
    if (same(was, is)) return [];
    if (key !== ENFORCE) return [`its label ${key} changes, and policies select by labels`];
    return rank(is) > rank(was) ? [`its Pod Security level falls to ${typeof is === 'string' ? is : 'none'}`] : [];
  });
}

/** What is not set enforces nothing, like `privileged`. */
function rank(level: unknown): number {
  const found = LEVELS.indexOf(String(level));
  return found === -1 ? LEVELS.length - 1 : found;
}
