import { findMalformation } from '../../../../resources/read/text/well-formed';
import type { JsonValue } from '../../../../resources/resource';

/** The value of an answer, or why it has none. */
export type ParsedAnswer =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly detail: string };

/** Reads an answer as JSON that isn't nested without end, so that it may be walked through. */
export function parseAnswer(body: Buffer): ParsedAnswer {
  try {
    const value = JSON.parse(body.toString('utf8')) as JsonValue;
    const malformation = findMalformation(value, false);
    return malformation === undefined ? { ok: true, value } : { ok: false, detail: malformation };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, detail: 'no JSON' };
    throw error;
  }
}
