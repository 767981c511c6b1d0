import { controls, type CatalogControl } from './control';
import { daysBetween } from './days-between';
import { knownDate } from './effective-date';

/** A date that the law sets for a duty, seen from one day; the date itself stands in the control. */
export interface LegalDate {
  readonly control: CatalogControl;
  /** ISO date; of a yearly duty the next one. */
  readonly date: string;
  readonly yearly: boolean;
  /** Days that are left; negative when the date has passed. */
  readonly days: number;
}

/** Every date that the law sets, seen from a day, earliest first and then by control. */
export function legalDates(today: string): readonly LegalDate[] {
  return controls.flatMap((control) => findLegalDate(control, today) ?? []).toSorted((a, b) => a.days - b.days);
}

/**
 * The date that a control sets, or undefined when it sets none. A yearly duty is due before its day, so on that day
 * the next year counts; before the law takes effect, its first day counts.
 */
export function findLegalDate(control: CatalogControl, today: string): LegalDate | undefined {
  const { dueOn, dueYearly } = control;
  const date = dueYearly === undefined ? dueOn : nextYearly(dueYearly, startOf(control, today));
  const days = date === undefined ? undefined : daysBetween(today, date);
  if (date === undefined || days === undefined) return undefined;
  return { control, date, yearly: dueYearly !== undefined, days };
}

function startOf({ effectiveFrom }: CatalogControl, today: string): string {
  const effective = knownDate(effectiveFrom);
  return effective !== undefined && effective > today ? effective : today;
}

function nextYearly(monthAndDay: string, after: string): string {
  const year = after.slice(0, 4);
  const thisYear = `${year}-${monthAndDay}`;
  return thisYear > after ? thisYear : `${Number(year) + 1}-${monthAndDay}`;
}
