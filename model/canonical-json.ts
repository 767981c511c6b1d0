/**
 * What becomes of a lone surrogate, which has no bytes and so no canonical form: it is refused, or stands as its escape
 * (`\ud800`), so that nothing is lost. What has none is the same text either way.
 */
export type LoneSurrogates = 'refused' | 'escaped';

/**
 * JSON text with sorted keys, no white space and undefined properties left out (RFC 8785, I-JSON): the
 * same value gives the same bytes anywhere.
 * @throws RangeError on numbers that JSON can't carry and on strings with lone surrogates, unless those are escaped
 */
export function canonicalJson(value: unknown, lone: LoneSurrogates = 'refused'): string {
  if (typeof value === 'string') return text(value, lone);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} has no JSON form`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return Array.isArray(value) ? list(value, lone) : members(value, lone);
}

function list(values: readonly unknown[], lone: LoneSurrogates): string {
  let joined = '';
  for (const value of values) joined += joined === '' ? canonicalJson(value, lone) : `,${canonicalJson(value, lone)}`;
  return `[${joined}]`;
}

function members(value: object, lone: LoneSurrogates): string {
  let joined = '';
  for (const key of Object.keys(value).toSorted()) {
    const member: unknown = Reflect.get(value, key);
    if (member === undefined) continue;
    joined += `${joined === '' ? '' : ','}${text(key, lone)}:${canonicalJson(member, lone)}`;
  }
  return `{${joined}}`;
}

/** Texts that stand in JSON as they are, which nearly all do; telling so is faster than writing them anew. */
const PLAIN = /^[ !#-[\]-~]*$/;

function text(value: string, lone: LoneSurrogates): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (lone === 'refused' && !value.isWellFormed()) throw new RangeError('a string has a lone surrogate');
  return JSON.stringify(value);
}
