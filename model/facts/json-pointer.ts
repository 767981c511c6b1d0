/** The JSON pointer to a value by the keys and indexes that lead to it (RFC 6901); empty for the whole. */
export function jsonPointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The keys and indexes that a JSON pointer leads along, as text (RFC 6901); the way back from `jsonPointer`. */
export function pointerSteps(pointer: string): readonly string[] {
  const [, ...steps] = pointer.split('/');
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
