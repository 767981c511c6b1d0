import type { RegExpEngine } from 'ajv/dist/types';

const INLINE_FLAG = '(?i)';

/** Reads a pattern of the API server (RE2): its inline flag for letter case, which JavaScript lacks, becomes a flag. */
function read(pattern: string): RegExp {
  return pattern.includes(INLINE_FLAG) ? new RegExp(pattern.replaceAll(INLINE_FLAG, ''), 'i') : new RegExp(pattern);
}

/** The pattern engine for schemas of Kubernetes. */
export const re2Pattern: RegExpEngine = Object.assign(read, { code: 're2Pattern' });
