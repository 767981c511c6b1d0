import type { OwnedField } from './api-failure';

/** `conflict with "manager"[ with subresource "status"][ using apps/v1[ at <time>]]`; `using` stands for updates alone. */
const WORDS =
  /^conflict with "(?<manager>(?:[^"\\]|\\.)*)"(?: with subresource "(?<subresource>[^"]*)")?(?<update> using \S+(?: at (?<time>\S+))?)?/;

/** Reads one cause of a conflict of field managers (`FieldManagerConflict`). */
export function readConflictCause(field: string, message: string): OwnedField {
  const { manager, subresource, update, time } = WORDS.exec(message)?.groups ?? {};
  const operation = update === undefined ? 'Apply' : 'Update';
  return { field, manager: manager ?? message, operation, subresource: subresource ?? '', time };
}
