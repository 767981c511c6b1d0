/**
 * JSON text with sorted keys, no white space and undefined properties left out (RFC 8785, I-JSON): the
 * same value gives the same bytes anywhere.
 * @throws RangeError on numbers that JSON can't carry and on strings with lone surrogates
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} has no JSON form`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return Array.isArray(value) ? list(value) : members(value);
}

function list(values: readonly unknown[]): string {
  let joined = '';
  for (const value of values) joined += joined === '' ? canonicalJson(value) : `,${canonicalJson(value)}`;
  return `[${joined}]`;
}

function members(value: object): string {
  let joined = '';
  for (const key of Object.keys(value).toSorted()) {
    const member: unknown = Reflect.get(value, key);
    if (member === undefined) continue;
    joined += `${joined === '' ? '' : ','}${text(key)}:${canonicalJson(member)}`;
  }
  return `{${joined}}`;
}

/** Texts that stand in JSON as they are, which nearly all do; telling so is faster than writing them anew. */
const PLAIN = /^[ !#-[\]-~]*$/;

function text(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new RangeError('a string has a lone surrogate');
  return JSON.stringify(value);
}
