/** The code of what was caught, such as `ENOSPC`; empty when it has none. Errors of Node.js are told by it, not by class. */
export function codeOf(caught: unknown): string {
  const code = fieldOf(caught, 'code');
  return typeof code === 'string' ? code : '';
}

/** What was caught, in words. */
export function messageOf(caught: unknown): string {
  const message = fieldOf(caught, 'message');
  return typeof message === 'string' ? message : String(caught);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}
