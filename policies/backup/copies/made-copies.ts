import { annotations } from '../../../model/naming';
import type { System } from '../../../model/tenancy/system';
import { textAt } from '../../../resources/json-path';
import type { Resource } from '../../../resources/resource';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import type { BackupSchedule } from '../../../resources/view/backup-view';
import { fail, type Judgement } from '../../define-policy';
import { narrowing } from './narrowing';

/** One copy that a Velero schedule makes of a system: what, to which location. */
export interface MadeCopy {
  readonly schedule: BackupSchedule;
  /** The BackupStorageLocation. */
  readonly location: Resource;
  /** The site that the bucket tells; undefined when it tells none of the model. */
  readonly site: string | undefined;
  readonly medium: string;
  /** Days of the lock; by annotation and by bucket, the smaller counts. */
  readonly lockDays: number;
  /** Whether the location has the store encrypt what comes. */
  readonly encrypted: boolean;
}

/** Ways in which a BackupStorageLocation of an S3 store encrypts. */
const ENCRYPTIONS: ReadonlySet<string> = new Set(['AES256', 'aws:kms']);

/** Every copy that Velero schedules make of a system, whether they are as they should be or not. */
export function madeCopies(view: AssemblyView, system: System): readonly MadeCopy[] {
  const schedules = view.backup.ofSystem(system.id).schedules.filter((one) => one.kind === 'volumes');
  return schedules.flatMap((schedule) =>
    schedule.destinations.map(({ resource, bucket, site }) => ({
      schedule,
      location: resource,
      site,
      medium: textAt(resource.body, 'metadata', 'annotations', annotations.medium) ?? '',
      lockDays: Math.min(annotatedLock(resource), lockOfBucket(bucket)),
      encrypted: ENCRYPTIONS.has(textAt(resource.body, 'spec', 'config', 'serverSideEncryption') ?? ''),
    })),
  );
}

/** The copies that count: of schedules that run and take everything that the system has at home. */
export function soundCopies(view: AssemblyView, system: System): readonly MadeCopy[] {
  return madeCopies(view, system).filter(({ schedule }) => coverageFault(view, system, schedule) === undefined);
}

/** What a schedule leaves out of a system's home; undefined when it takes everything. */
export function coverageFault(view: AssemblyView, system: System, schedule: BackupSchedule): Judgement | undefined {
  const name = schedule.resource.name;
  if (schedule.suspended) return fail(`${name}: spec.paused`, 'true', 'a schedule that runs');
  const home = view.model.namespacesOf(system.id).filter((one) => one.role === 'home');
  if (home.length === 0) return fail('placements', 'no namespace at home', 'a namespace to copy');
  const included = new Set(schedule.namespaces);
  const missing = home.find(
    (one) => one.cluster !== schedule.resource.cluster || !(included.has('*') || included.has(one.name)),
  );
  if (missing !== undefined) {
    return fail(`${name}: spec.template.includedNamespaces`, `without ${missing.name}`, 'every namespace at home');
  }
  const left = narrowing(schedule.resource.body);
  return left === undefined ? undefined : fail(`${name}: ${left.where}`, left.got, 'nothing left out');
}

function annotatedLock(location: Resource): number {
  const text = textAt(location.body, 'metadata', 'annotations', annotations.lockDays) ?? '';
  return /^\d{1,5}$/.test(text) ? Number(text) : 0;
}

/** The days that a bucket's own name tells; a bucket that tells none is believed to lock as annotated. */
function lockOfBucket(bucket: string): number {
  const days = /-lock-(\d{1,5})$/.exec(bucket)?.[1];
  return days === undefined ? Number.POSITIVE_INFINITY : Number(days);
}
