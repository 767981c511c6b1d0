import type { JsonValue } from '../../resource';

/** The deepest nesting that any artifact may have. */
export const DEPTH_MAX = 100;

/**
 * Why a parsed value can't be taken as plain data: it is nested too deeply, or a text has a lone surrogate and
 * so no bytes of its own. Undefined when all is well. Takes no stack, whatever the depth: it goes level by level.
 */
export function findMalformation(value: JsonValue, checkTexts: boolean): string | undefined {
  let level: readonly JsonValue[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) return `nested deeper than ${DEPTH_MAX}`;
    if (checkTexts && level.some((one) => hasLoneSurrogate(one))) return 'a text has a lone surrogate';
    level = membersOf(level, checkTexts);
  }
  return undefined;
}

/** What stands one level deeper; texts and numbers are left out where nobody looks at them. */
function membersOf(level: readonly JsonValue[], withTexts: boolean): readonly JsonValue[] {
  const members: JsonValue[] = [];
  for (const one of level) {
    if (typeof one !== 'object' || one === null) continue;
    for (const member of Object.values(one)) {
      if (withTexts || (typeof member === 'object' && member !== null)) members.push(member);
    }
  }
  return members;
}

function hasLoneSurrogate(value: JsonValue): boolean {
  if (typeof value === 'string') return !value.isWellFormed();
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => !key.isWellFormed());
}
