import policy from '../../../policies/backup/require-three-two-one';
import { withSystem } from '../../support/healthy-model';
import { describePolicy } from '../../support/describe-policy';
import { change, drop } from '../kit/edit-objects';
import { backedUp, subjects } from './kit/backup-objects';

const subject = subjects.procedures;

describePolicy('backup/require-three-two-one', policy, {
  passes: {
    'three copies on two media, one of them off site': () => ({ view: backedUp(), subject }),
    'a level-5 system with two copies off site': () => ({ view: backedUp(), subject: subjects.land }),
  },
  fails: {
    'two copies alone': () => ({
      view: backedUp(drop('Schedule', 'procedures-p01-dc-north-object')),
      subject,
      where: 'copies',
      got: '2 by sound schedules',
    }),
    'a schedule that is paused doesn’t count': () => ({
      view: backedUp(change('Schedule/procedures-p01-dc-center-tape', ['spec', 'paused'], true)),
      subject,
      where: 'copies',
      got: '2 by sound schedules',
    }),
    'two buckets of one place count once': () => ({
      view: backedUp(
        change(
          'Schedule/procedures-p01-dc-center-tape',
          ['spec', 'template', 'storageLocation'],
          'dc-north-object-lock-0',
        ),
      ),
      subject,
      where: 'copies',
      got: '2 by sound schedules',
    }),
    'one copy off site at level 5': () => ({
      view: backedUp(
        change('BackupStorageLocation/dc-south-tape-lock-365', ['spec', 'objectStorage', 'bucket'], 'test-dc-north-x'),
      ),
      subject: subjects.land,
      where: 'offsite copies',
      got: '1 by sound schedules',
    }),
  },
  ignores: {
    'a system below level 3': () => ({
      view: backedUp(undefined, withSystem('procedures-p01', { level: 2 })),
      subject,
    }),
  },
});
