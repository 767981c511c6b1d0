/** The JSON pointer to a value by the keys and indexes that lead to it (RFC 6901); empty for the whole. */
export function jsonPointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
