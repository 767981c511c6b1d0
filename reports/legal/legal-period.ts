import { findControl } from '../../model/controls/control';
import { findLegalDate } from '../../model/controls/legal-date';
import type { LegalPeriod } from './legal-report';

/** First and last day of the data (Decree 331/2026 Art. 35.3): of the year before, and of the year of the report. */
const FIRST = '12-15';
const LAST = '12-14';

/** The period of the report that is due next, seen from a day. */
export function legalPeriod(today: string): LegalPeriod {
  const toMinistryBefore = dueOf('d331-35.4', today);
  const year = Number(toMinistryBefore.slice(0, 4));
  const toOwnerBefore = `${year}-${findControl('d331-35.3').dueYearly ?? ''}`;
  return { from: `${year - 1}-${FIRST}`, through: `${year}-${LAST}`, toOwnerBefore, toMinistryBefore };
}

function dueOf(id: 'd331-35.4', today: string): string {
  const due = findLegalDate(findControl(id), today);
  if (due === undefined) throw new Error(`the control ${id} has no yearly date`);
  return due.date;
}
