import policy from '../../../policies/backup/require-database-backup';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel, withSystem } from '../../support/healthy-model';
import { change, drop } from '../kit/edit-objects';
import { backedUp, subjects } from './kit/backup-objects';

const subject = subjects.land;
const path = ['spec', 'backup', 'barmanObjectStore', 'destinationPath'];
const database = 'Cluster/land-parcels';
const elsewhere = withSystem('land-database', {
  backup: undefined,
  backupManagedElsewhere: { by: 'national-owner', evidence: 'R-1' },
});

describePolicy('backup/require-database-backup', policy, {
  passes: {
    'a database at both placements': () => ({ view: backedUp(), subject }),
    'a database whose backup is managed elsewhere': () => ({
      view: backedUp(drop('ScheduledBackup'), elsewhere),
      subject,
    }),
    'an archive at home where no copy leaves as objects': () => ({ view: backedUp(), subject: subjects.procedures }),
  },
  fails: {
    'databases that are gone, naming the first': () => ({
      view: backedUp(drop('Cluster')),
      subject,
      where: 'parcels',
      got: 'no dc-north-land/Cluster/national-owner-land-database/land-parcels',
    }),
    'a database that is gone while its backup is managed elsewhere': () => ({
      view: backedUp(drop('Cluster'), elsewhere),
      subject,
      where: 'parcels',
      got: 'no dc-north-land/Cluster/national-owner-land-database/land-parcels',
    }),
    'a database that is gone at the standby': () => ({
      view: backedUp((objects) =>
        objects.filter(({ body, cluster }) => body['kind'] !== 'Cluster' || cluster !== 'dc-center-land'),
      ),
      subject,
      where: 'parcels',
      got: 'no dc-center-land/Cluster/national-owner-land-database/land-parcels',
    }),
    'a scheduled backup that is gone': () => ({
      view: backedUp(drop('ScheduledBackup', 'land-parcels')),
      subject,
      where: 'parcels',
      got: 'no ScheduledBackup of dc-north-land/Cluster/national-owner-land-database/land-parcels',
    }),
    'a scheduled backup of another database': () => ({
      view: backedUp(change('ScheduledBackup/land-parcels', ['spec', 'cluster', 'name'], 'other')),
      subject,
      where: 'parcels',
      got: 'no ScheduledBackup of dc-north-land/Cluster/national-owner-land-database/land-parcels',
    }),
    'a suspended backup': () => ({
      view: backedUp(change('ScheduledBackup/land-parcels', ['spec', 'suspend'], true)),
      subject,
      where: 'land-parcels: spec.suspend',
      got: 'true',
    }),
    'a backup that is rarer than the objective': () => ({
      view: backedUp(change('ScheduledBackup/land-parcels', ['spec', 'schedule'], '0 0 2 * * *')),
      subject,
      where: 'land-parcels: spec.schedule',
      got: 'a gap of 1440 minutes',
    }),
    'a schedule that nobody can read, as unknown': () => ({
      view: backedUp(change('ScheduledBackup/land-parcels', ['spec', 'schedule'], 'often')),
      subject,
      verdict: 'unknown',
      where: 'land-parcels: spec.schedule',
      got: 'a gap that can’t be told',
    }),
    'an archive beside the primary': () => ({
      view: backedUp(change(database, path, 's3://test-dc-north-object-lock-30/databases')),
      subject,
      where: 'land-parcels: spec.backup.barmanObjectStore.destinationPath',
      got: 'at dc-north',
    }),
    'no archive': () => ({
      view: backedUp(change(database, ['spec', 'backup', 'barmanObjectStore'], undefined)),
      subject,
      where: 'land-parcels: spec.backup.barmanObjectStore.destinationPath',
      got: 'no store',
    }),
    'an archive at no site of the nation, as unknown': () => ({
      view: backedUp(change(database, path, 's3://elsewhere/databases')),
      subject,
      verdict: 'unknown',
      where: 'land-parcels: spec.backup.barmanObjectStore.destinationPath',
      got: 'elsewhere',
    }),
    'no time for which backups are kept': () => ({
      view: backedUp(change(database, ['spec', 'backup', 'retentionPolicy'], undefined)),
      subject,
      where: 'land-parcels: spec.backup.retentionPolicy',
      got: 'none',
    }),
    'backups that go too early': () => ({
      view: backedUp(change(database, ['spec', 'backup', 'retentionPolicy'], '30d')),
      subject,
      where: 'land-parcels: spec.backup.retentionPolicy',
      got: '30 days',
    }),
    'a data set whose zone has no namespace': () => ({
      view: backedUp(undefined, {
        ...healthyModel(),
        namespaces: healthyModel().namespaces.filter((one) => one.zone !== 'database'),
      }),
      subject,
      where: 'parcels',
      got: 'no namespace of zone database in dc-north-land',
    }),
  },
  ignores: {
    'a system without a database': () => ({
      view: backedUp(undefined, withSystem('land-database', { dataSets: [] })),
      subject,
    }),
  },
});
