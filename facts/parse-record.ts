import { canonicalJson } from '../model/canonical-json';
import { failure, problem, success, type Result } from '../model/problem';
import type { FactValue, LocatedValue } from './located-value';

/** Largest signed record, in bytes: no envelope is larger. */
export const RECORD_BYTES_MAX = 65_536;

/** An envelope has few objects and lists; more of them only serve to exhaust a reader. */
const BRACKETS_MAX = 64;

/** Where facts are signed records, which are JSON so that every tool of their signatures reads them. */
const RECORDS = 'attestations/records';

/** Whether a folder of an environment holds signed records. */
export function isRecordFolder(names: readonly string[]): boolean {
  const path = names.join('/');
  return path === RECORDS || path.startsWith(`${RECORDS}/`);
}

/**
 * Reads a signed record: JSON in its canonical form (RFC 8785), all in one line, with at most one line feed behind it. Another
 * spelling of the same is refused, so that what was signed is all there is.
 */
export function parseRecord(
  text: string,
  { id, displayPath }: { id: string; displayPath: string },
): Result<LocatedValue> {
  const value = parse(text);
  if (value !== undefined)
    return success({ value, places: { line: 1, column: 1, key: { line: 1, column: 1 }, entries: new Map() } });
  return failure([
    problem({
      code: 'fact-record-form',
      at: [id],
      what: 'this is no signed record',
      got: `${text.length} characters of another form`,
      want: `canonical JSON (RFC 8785) in one line, at most ${RECORD_BYTES_MAX} bytes`,
      next: 'put back the file as ndc attest wrote it',
      location: { file: displayPath, line: 1, column: 1 },
    }),
  ]);
}

function parse(text: string): FactValue | undefined {
  if (text.length > RECORD_BYTES_MAX || (text.match(/[[{]/g) ?? []).length > BRACKETS_MAX) return undefined;
  try {
    // What JSON can hold is what facts can hold.
    const value = JSON.parse(text) as FactValue;
    return canonicalJson(value) === text.replace(/\n$/, '') ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
