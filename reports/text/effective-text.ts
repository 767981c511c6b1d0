import type { EffectiveDate } from '../../model/controls/effective-date';
import type { Text } from '../../model/text';

/** The day of effect, or why it isn't known. */
export function effectiveText(date: EffectiveDate): Text {
  return typeof date === 'string' ? { vi: date, en: date } : date.unknown;
}
