import policy from '../../../policies/backup/require-backup-evidence';
import { describePolicy } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { backedUp, subjects } from './kit/backup-objects';

const subject = subjects.procedures;
const elsewhere = (by: string, evidence: string) =>
  backedUp(undefined, withSystem('procedures-p01', { backup: undefined, backupManagedElsewhere: { by, evidence } }));

describePolicy('backup/require-backup-evidence', policy, {
  passes: {
    'a unit and a record': () => ({ view: elsewhere('p01', 'R-2026-12'), subject }),
    'a record of another form': () => ({ view: elsewhere('national-owner', 'BB-04/2026'), subject }),
  },
  fails: {
    'nobody in charge': () => ({
      view: elsewhere('', 'R-2026-12'),
      subject,
      where: 'backupManagedElsewhere.by',
      got: 'empty',
    }),
    'no evidence': () => ({
      view: elsewhere('p01', '  '),
      subject,
      where: 'backupManagedElsewhere.evidence',
      got: 'empty',
    }),
    'a plan of our own beside it': () => ({
      view: backedUp(
        undefined,
        withSystem('procedures-p01', { backupManagedElsewhere: { by: 'p01', evidence: 'R-2026-12' } }),
      ),
      subject,
      where: 'backup',
      got: 'a plan of our own too',
    }),
  },
  ignores: {
    'systems whose copies we make': () => ({ view: backedUp() }),
  },
});
