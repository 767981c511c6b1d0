import type { InvalidField } from './api-failure';

/**
 * Server-side apply answers a field that its schema doesn't know, or a value of another type, with status 500 and these
 * words (k8s.io/apimachinery managedfields, structured-merge-diff typed.ValidationErrors). It is no failure of the server.
 */
const WORDS = /^failed to create typed patch object \([^)]*\): (?:errors:\n)?(?<errors>.*)$/s;

/** The fields that a server's schema refuses; undefined when the message says something else. */
export function readTypedPatch(message: string): readonly InvalidField[] | undefined {
  const errors = WORDS.exec(message)?.groups?.['errors'];
  return errors?.split('\n').map((line) => {
    const { field, text } = /^\s*(?<field>\.\S*?): (?<text>.*)$/.exec(line)?.groups ?? {};
    return { field: field ?? '', reason: 'FieldValueTypeInvalid', message: text ?? line.trim() };
  });
}
