import { quoteText } from '../print-value';

/** Choices that one problem lists at most. */
const CHOICES_SHOWN_MAX = 20;

/** A list of allowed values as a noun phrase. */
export function printChoices(values: readonly unknown[]): string {
  const shown = values
    .slice(0, CHOICES_SHOWN_MAX)
    .map((value) => (typeof value === 'string' ? quoteText(value) : String(value)));
  const rest = values.length - shown.length;
  if (values.length === 1) return shown.join('');
  return `one of ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
