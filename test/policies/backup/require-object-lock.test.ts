import { annotations } from '../../../model/naming';
import policy from '../../../policies/backup/require-object-lock';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { change, drop } from '../kit/edit-objects';
import { backedUp, subjects, withPlan } from './kit/backup-objects';

const subject = subjects.land;
const object = 'BackupStorageLocation/dc-center-object-lock-30';
const lock = ['metadata', 'annotations', annotations.lockDays];

describePolicy('backup/require-object-lock', policy, {
  passes: {
    'copies locked as declared': () => ({ view: backedUp(), subject }),
    'a lock that is longer than declared': () => ({
      view: backedUp(change(object, ['spec', 'objectStorage', 'bucket'], 'test-dc-center-object-lock-90')),
      subject,
    }),
  },
  fails: {
    'a location without a lock': () => ({
      view: backedUp(change(object, lock, undefined)),
      subject,
      where: 'dc-center/object',
      got: 'a lock of 0 days',
    }),
    'a lock that is shorter than declared': () => ({
      view: backedUp(change(object, lock, '7')),
      subject,
      where: 'dc-center/object',
      got: 'a lock of 7 days',
    }),
    'a bucket whose name tells a shorter lock than the annotation': () => ({
      view: backedUp(change(object, ['spec', 'objectStorage', 'bucket'], 'test-dc-center-object-lock-0')),
      subject,
      where: 'dc-center/object',
      got: 'a lock of 0 days',
    }),
    'a copy declared without a lock at level 5': () => ({
      view: backedUp(
        undefined,
        withPlan(healthyModel(), 'land-database', {
          copies: [{ site: 'dc-center', medium: 'object', encrypted: true, lockDays: 0 }],
        }),
      ),
      subject,
      where: 'dc-center/object',
      got: 'declared without a lock',
    }),
    'a copy that nobody makes': () => ({
      view: backedUp(drop('Schedule', 'land-database-dc-south-tape')),
      subject,
      where: 'dc-south/tape',
      got: 'no copy is made',
    }),
  },
  ignores: {
    'a level-3 system that declares no lock': () => ({ view: backedUp(), subject: subjects.procedures }),
  },
});
