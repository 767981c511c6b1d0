import type { BackupSchedule } from '../../../resources/view/backup-view';
import { fail, pass, unknown, type Judgement } from '../../define-policy';
import { homeSite, type PlannedSystem } from '../copies/planned-systems';

/** A system that owns databases, with its plan where it has one. */
export type DatabaseOwner = Pick<PlannedSystem, 'of' | 'plan'>;

/** Whether a database is copied often enough, to a store at another site, for long enough. */
export function judgeSchedule({ of: system, plan }: DatabaseOwner, schedule: BackupSchedule): Judgement {
  const { name } = schedule.resource;
  const most = system.recovery.rpoMinutes;
  const gap = schedule.everyMinutes;
  if (schedule.suspended) return fail(`${name}: spec.suspend`, 'true', 'a schedule that runs');
  if (gap === undefined)
    return unknown(`${name}: spec.schedule`, 'a gap that can’t be told', `at most ${most} minutes`);
  if (gap > most) return fail(`${name}: spec.schedule`, `a gap of ${gap} minutes`, `at most ${most} minutes`);
  return judgeStore({ of: system, plan }, schedule);
}

function judgeStore({ of: system, plan }: DatabaseOwner, schedule: BackupSchedule): Judgement {
  const { name } = schedule.resource;
  const [where, home] = [`${name}: spec.backup.barmanObjectStore.destinationPath`, homeSite(system)];
  const sites = schedule.destinations.map((one) => one.site);
  if (sites.length === 0) return fail(where, 'no store', 'a store in the country');
  const known = sites.filter((site) => site !== undefined);
  if (known.length === 0) return unknown(where, schedule.destinations[0]?.bucket ?? '', 'a bucket of a site');
  const leaves = plan?.copies.some((copy) => copy.medium === 'object' && copy.site !== home) ?? false;
  if (leaves && !known.some((site) => site !== home))
    return fail(where, `at ${home}`, 'at another site than the primary');
  const least = plan?.retentionDays ?? 0;
  const days = schedule.retentionDays;
  if (days === undefined) return fail(`${name}: spec.backup.retentionPolicy`, 'none', `at least ${least} days`);
  return days < least ? fail(`${name}: spec.backup.retentionPolicy`, `${days} days`, `at least ${least} days`) : pass;
}
