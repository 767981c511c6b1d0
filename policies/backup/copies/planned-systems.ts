import type { Level } from '../../../model/level';
import type { BackupPlan, Copy } from '../../../model/tenancy/backup';
import type { System } from '../../../model/tenancy/system';
import type { PolicyContext } from '../../define-policy';
import { systemSubjects, type SubjectOf } from '../../subjects';

/** A system whose copies are ours to make: it has a plan, or nobody else answers for its backup. */
export interface PlannedSystem extends SubjectOf<System> {
  readonly plan: BackupPlan | undefined;
  /** The declared copies without the primary. */
  readonly copies: readonly Copy[];
}

/** The systems whose copies are ours to make, from a level on. */
export function plannedSystems({ view }: PolicyContext, levelMin: Level = 1): readonly PlannedSystem[] {
  return systemSubjects(view.model.systems)
    .filter(({ of }) => of.level >= levelMin && (of.backup !== undefined || of.backupManagedElsewhere === undefined))
    .map((subject) => ({
      ...subject,
      plan: subject.of.backup,
      copies: subject.of.backup?.copies.filter((copy) => copy.medium !== 'primary') ?? [],
    }));
}

/** The site where a system is at home; the text is empty for a system without a home. */
export function homeSite({ placements }: System): string {
  return placements.find((one) => one.role === 'home')?.site ?? '';
}
