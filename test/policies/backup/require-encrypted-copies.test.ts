import policy from '../../../policies/backup/require-encrypted-copies';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel, withSystem } from '../../support/healthy-model';
import { change, drop } from '../kit/edit-objects';
import { backedUp, subjects, withPlan } from './kit/backup-objects';

const subject = subjects.procedures;
const open = [
  { site: 'dc-north', medium: 'primary', encrypted: true, lockDays: 0 },
  { site: 'dc-center', medium: 'tape', encrypted: false, lockDays: 0 },
] as const;
const store = ['spec', 'backup', 'barmanObjectStore'];

describePolicy('backup/require-encrypted-copies', policy, {
  passes: {
    'copies that the store encrypts': () => ({ view: backedUp(), subject }),
    'a key of the key service': () => ({
      view: backedUp(change('BackupStorageLocation', ['spec', 'config', 'serverSideEncryption'], 'aws:kms')),
      subject: subjects.land,
    }),
  },
  fails: {
    'a location that doesn’t encrypt': () => ({
      view: backedUp(
        change('BackupStorageLocation/dc-center-tape-lock-0', ['spec', 'config', 'serverSideEncryption'], undefined),
      ),
      subject,
      where: 'dc-center/tape',
      got: 'dc-center-tape-lock-0 doesn’t encrypt',
    }),
    'a copy that is declared in the clear at level 3': () => ({
      view: backedUp(undefined, withPlan(healthyModel(), 'procedures-p01', { copies: open })),
      subject,
      where: 'dc-center/tape',
      got: 'declared without encryption',
    }),
    'a copy that nobody makes': () => ({
      view: backedUp(drop('Schedule', 'procedures-p01-dc-north-object')),
      subject,
      where: 'dc-north/object',
      got: 'no copy is made',
    }),
    'a base backup in the clear': () => ({
      view: backedUp(change('Cluster/proc-cases', [...store, 'data', 'encryption'], undefined)),
      subject,
      where: 'proc-cases: spec.backup.barmanObjectStore.data.encryption',
      got: 'none',
    }),
    'a log archive in the clear': () => ({
      view: backedUp(change('Cluster/proc-cases', [...store, 'wal'], undefined)),
      subject,
      where: 'proc-cases: spec.backup.barmanObjectStore.wal.encryption',
      got: 'none',
    }),
  },
  ignores: {
    'a level-2 system that declares none encrypted': () => ({
      view: backedUp(
        undefined,
        withPlan(withSystem('procedures-p01', { level: 2 }), 'procedures-p01', { copies: open }),
      ),
      subject,
    }),
  },
});
