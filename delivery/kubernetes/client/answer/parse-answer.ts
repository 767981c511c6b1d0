import { DEPTH_MAX, findMalformation } from '../../../../resources/read/text/well-formed';
import type { JsonValue } from '../../../../resources/resource';

/** The value of an answer, or why it has none. */
export type ParsedAnswer =
  | { readonly ok: true; readonly value: JsonValue }
  | {
      readonly ok: false;
      readonly detail: string;
      /** Whether the answer may have been cut off, so that another try may get it whole. */
      readonly mayBeCut: boolean;
    };

/** Reads an answer as JSON that isn't nested without end, so that it may be walked through. */
export function parseAnswer(body: Buffer): ParsedAnswer {
  try {
    const value = JSON.parse(body.toString('utf8')) as JsonValue;
    const malformation = mayBeDeep(body) ? findMalformation(value, false) : undefined;
    return malformation === undefined ? { ok: true, value } : { ok: false, detail: malformation, mayBeCut: false };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, detail: 'no JSON', mayBeCut: true };
    throw error;
  }
}

const OPENING_BRACKET = 0x5b;
const OPENING_BRACE = 0x7b;

/** With few brackets nothing can be nested deeply; that is far cheaper to see than to walk through every answer. */
function mayBeDeep(body: Buffer): boolean {
  let count = 0;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index];
    if (byte === OPENING_BRACKET || byte === OPENING_BRACE) count += 1;
    if (count > DEPTH_MAX) return true;
  }
  return false;
}
