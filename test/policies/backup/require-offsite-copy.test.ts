import policy from '../../../policies/backup/require-offsite-copy';
import { withSystem } from '../../support/healthy-model';
import { describePolicy } from '../../support/describe-policy';
import { change, drop } from '../kit/edit-objects';
import { backedUp, subjects } from './kit/backup-objects';

const subject = subjects.procedures;

describePolicy('backup/require-offsite-copy', policy, {
  passes: {
    'a copy at another site': () => ({ view: backedUp(), subject }),
    'two other sites at level 5': () => ({ view: backedUp(), subject: subjects.land }),
  },
  fails: {
    'copies at home alone': () => ({
      view: backedUp(drop('Schedule', 'procedures-p01-dc-center-tape')),
      subject,
      where: 'backup.copies',
      got: '0 sites other than dc-north',
    }),
    'a level-2 system without a copy elsewhere': () => ({
      view: backedUp(drop('Schedule'), withSystem('procedures-p01', { level: 2 })),
      subject,
      where: 'backup.copies',
      got: '0 sites other than dc-north',
    }),
    'a bucket at no site of the nation': () => ({
      view: backedUp(
        change('BackupStorageLocation/dc-center-tape-lock-0', ['spec', 'objectStorage', 'bucket'], 'elsewhere'),
      ),
      subject,
      where: 'backup.copies',
      got: '0 sites other than dc-north',
    }),
    'one other site at level 5': () => ({
      view: backedUp(drop('Schedule', 'land-database-dc-south-tape')),
      subject: subjects.land,
      where: 'backup.copies',
      got: '1 sites other than dc-north',
    }),
  },
  ignores: {
    'a level-1 system': () => ({ view: backedUp(undefined, withSystem('procedures-p01', { level: 1 })), subject }),
  },
});
