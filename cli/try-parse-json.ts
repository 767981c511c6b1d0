/** A text that a JSON value has under a name; undefined where it is no object, or has something else there. */
export function tryTextMember(value: unknown, name: string): string | undefined {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === 'string' ? member : undefined;
}

/** The value of a JSON text (RFC 8259); undefined where it is none. Whoever asks looks at every member that it uses. */
export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
