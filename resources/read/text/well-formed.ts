import type { JsonValue } from '../../resource';

/** The deepest nesting that any artifact may have. */
export const DEPTH_MAX = 100;

/**
 * Why a parsed value can't be taken as plain data: it is nested too deeply, a number is greater than any that can be
 * written again, or a text has a lone surrogate and so no bytes of its own. Undefined when all is well. Takes no stack, whatever the depth: it goes level by level.
 */
export function findMalformation(value: JsonValue, checkTexts: boolean): string | undefined {
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) return `nested deeper than ${DEPTH_MAX}`;
    const endless = level.find((one): one is number => typeof one === 'number' && !Number.isFinite(one));
    if (endless !== undefined) return `${endless} is no number of JSON`;
    if (checkTexts && level.some((one) => hasLoneSurrogate(one))) return 'a text has a lone surrogate';
    level = membersOf(level, checkTexts);
  }
  return undefined;
}

/** What stands one level deeper; what nobody looks at is left out. */
function membersOf(level: readonly JsonValue[], withTexts: boolean): readonly JsonValue[] {
  const members: JsonValue[] = [];
  for (const one of level) {
    if (typeof one !== 'object' || one === null) continue;
    for (const member of Object.values(one)) {
      const isLookedAt = typeof member === 'object' ? member !== null : withTexts || typeof member === 'number';
      if (isLookedAt) members.push(member);
    }
  }
  return members;
}

function hasLoneSurrogate(value: JsonValue): boolean {
  if (typeof value === 'string') return !value.isWellFormed();
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => !key.isWellFormed());
}
