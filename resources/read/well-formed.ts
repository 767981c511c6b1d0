import type { JsonValue } from '../resource';

/** The deepest nesting that any artifact may have. */
export const DEPTH_MAX = 100;

/**
 * Why a parsed value can't be taken as plain data: it is nested too deeply, or a text has a lone surrogate and
 * so no bytes of its own. Undefined when all is well. Takes no stack, whatever the depth.
 */
export function findMalformation(value: JsonValue, checkTexts: boolean): string | undefined {
  const rest: { readonly value: JsonValue; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value: one, depth } = next;
    if (depth > DEPTH_MAX) return `nested deeper than ${DEPTH_MAX}`;
    if (typeof one === 'string' && checkTexts && !one.isWellFormed()) return 'a text has a lone surrogate';
    if (typeof one !== 'object' || one === null) continue;
    if (checkTexts && Object.keys(one).some((key) => !key.isWellFormed())) return 'a key has a lone surrogate';
    for (const member of Object.values(one)) {
      if (typeof member === 'object' || checkTexts) rest.push({ value: member, depth: depth + 1 });
    }
  }
  return undefined;
}
