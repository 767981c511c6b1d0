/**
 * JSON with sorted keys, no white space and undefined properties left out: the canonical bytes of RFC 8785 for every
 * value that has them. A lone surrogate, which has none, is written as its escape (`\ud800`), so that nothing is lost.
 */
export function sortedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  let joined = '';
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) joined += joined === '' ? sortedJson(item) : `,${sortedJson(item)}`;
    return `[${joined}]`;
  }
  for (const key of Object.keys(value).toSorted()) {
    const member: unknown = Reflect.get(value, key);
    if (member === undefined) continue;
    joined += `${joined === '' ? '' : ','}${JSON.stringify(key)}:${sortedJson(member)}`;
  }
  return `{${joined}}`;
}
