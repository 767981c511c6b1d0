import type { CatalogControl, ControlId } from '../controls/control';
import type { ParameterName } from '../controls/parameter';
import type { Level } from '../level';
import type { System } from '../tenancy/system';
import type { DeclaredPeriod } from './attestation';

/**
 * How often a duty is due. `unfixed` are duties for which neither law nor facts give a period or a day: none is made up.
 * Of `every`, `by` says who sets the number: the law, or the environment in its facts.
 */
export type Rhythm =
  | { readonly kind: 'every'; readonly days: number; readonly by: 'law' | 'facts' }
  | { readonly kind: 'yearly'; readonly before: string }
  | { readonly kind: 'once'; readonly on: string }
  | { readonly kind: 'unfixed' };

/** Thresholds that say how often something is done; others bound how long something lasts. */
const cadences = [
  'accountReviewDaysMax',
  'addressReviewDaysMax',
  'alertTuningDaysMax',
  'allowListReviewDaysMax',
  'dataAccessLogReviewDaysMax',
  'dataPermissionReviewDaysMax',
  'deviceSearchDaysMax',
  'diagramRefreshDaysMax',
  'endOfLifeCheckDaysMax',
  'exerciseDaysMax',
  'inspectionDaysMax',
  'logReviewDaysMax',
  'penetrationTestDaysMax',
  'restoreTestDaysMax',
  'sbomRefreshDaysMax',
  'scanDaysMax',
  'scanImportantDaysMax',
] as const satisfies readonly ParameterName[];

/** Duties whose period is a fact of each system: its own restore tests (TCVN 14423:2026 x.11.2). */
const restoreTests: ReadonlySet<ControlId> = new Set([
  'tcvn-14423-3.11.2.1a-restore-test',
  'tcvn-14423-6.11.2.5',
  'tcvn-14423-7.11.2.5',
]);

/** Controls of which the source states the period at some of their levels alone; at the others none is made up. */
const periodLevels: ReadonlyMap<ControlId, readonly Level[]> = new Map([['tcvn-14423-6.4.2.6', [4]]]);

/** The period of a control in days by the law alone; undefined where it sets none. */
export function legalPeriodDays({ parameters = {} }: CatalogControl): number | undefined {
  const days = cadences.flatMap((name) => parameters[name] ?? []);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** How often a control is due for a system or another subject; of several periods the shortest, and the law's of equal ones. */
export function rhythmOf(
  control: CatalogControl,
  declared: DeclaredPeriod | undefined,
  system: System | undefined,
): Rhythm {
  if (control.dueYearly !== undefined) return { kind: 'yearly', before: control.dueYearly };
  if (control.dueOn !== undefined) return { kind: 'once', on: control.dueOn };
  const law = isStatedFor(control, system) ? legalPeriodDays(control) : undefined;
  const ownTests = restoreTests.has(control.id) ? system?.backup?.restoreTestDays : undefined;
  const facts = [declared?.days, ownTests].filter((days) => days !== undefined);
  const days = Math.min(...facts, law ?? Infinity);
  if (days === Infinity) return { kind: 'unfixed' };
  return { kind: 'every', days, by: days === law ? 'law' : 'facts' };
}

/** Whether the source states the period of a control for a system of this level; of no system, whether it does for all. */
function isStatedFor({ id }: CatalogControl, system: System | undefined): boolean {
  const levels = periodLevels.get(id);
  return levels === undefined || (system !== undefined && levels.includes(system.level));
}
