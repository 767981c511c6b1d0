/** The value of a JSON text (RFC 8259); undefined where it is none. Whoever asks looks at every member that it uses. */
export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
