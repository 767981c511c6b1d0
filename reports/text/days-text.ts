import { printCount } from '../../model/print-count';
import type { Text } from '../../model/text';

/** How far a date is: days left, today, or days past. */
export function daysText(days: number): Text {
  if (days === 0) return { vi: 'hôm nay', en: 'today' };
  return days > 0
    ? { vi: `còn ${days} ngày`, en: `${printCount(days, 'day')} left` }
    : { vi: `đã qua ${-days} ngày`, en: `${printCount(-days, 'day')} past` };
}
