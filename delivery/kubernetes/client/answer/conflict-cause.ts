import type { OwnedField } from './api-failure';

/** `conflict with "manager"[ with subresource "status"][ using apps/v1[ at <time>]]`; `using` stands for updates alone. */
const WORDS =
  /^conflict with "(?<manager>(?:[^"\\]|\\.)*)"(?: with subresource "[^"]*")?(?<update> using \S+(?: at (?<time>\S+))?)?/;

/** Reads one cause of a conflict of field managers (`FieldManagerConflict`). */
export function readConflictCause(field: string, message: string): OwnedField {
  const { manager, update, time } = WORDS.exec(message)?.groups ?? {};
  return { field, manager: manager ?? message, operation: update === undefined ? 'Apply' : 'Update', time };
}
