import policy from '../../../policies/residency/require-domestic-copies';
import type { Model } from '../../../model/model';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel, withSystem } from '../../support/healthy-model';
import { backedUp, withPlan } from '../backup/kit/backup-objects';
import { change } from '../kit/edit-objects';

const location = 'dc-north-shared-0/BackupStorageLocation/platform-backup/dc-center-tape-lock-0';
const home = 'dc-north-land/Cluster/national-owner-land-database/land-parcels';
const standby = 'dc-center-land/Cluster/national-owner-land-database/land-parcels';
const external = ['spec', 'externalClusters', 0, 'barmanObjectStore'] as const;

function withNation(bend: Partial<Model['nation']>): Model {
  const model = healthyModel();
  return { ...model, nation: { ...model.nation, ...bend } };
}

describePolicy('residency/require-domestic-copies', policy, {
  passes: {
    'a location at a declared site': () => ({ view: backedUp(), subject: location }),
    'a database and its archive': () => ({ view: backedUp(), subject: home }),
    'the archive that a standby follows': () => ({ view: backedUp(), subject: standby }),
    'the hosts of the nation': () => ({ view: backedUp(), subject: 'assembly' }),
    'copies at declared sites': () => ({ view: backedUp(), subject: 'system/land-database' }),
  },
  fails: {
    'a store of the provider': () => ({
      view: backedUp(change('BackupStorageLocation', ['spec', 'config', 's3Url'], 'https://s3.example.com')),
      subject: location,
      where: 'spec.config.s3Url',
      got: 'https://s3.example.com',
    }),
    'a host that only begins like ours': () => ({
      view: backedUp(
        change('BackupStorageLocation', ['spec', 'config', 's3Url'], 'https://objects.test.gov.vn.example.com'),
      ),
      subject: location,
      where: 'spec.config.s3Url',
      got: 'https://objects.test.gov.vn.example.com',
    }),
    'a host that hides behind a user name': () => ({
      view: backedUp(
        change('BackupStorageLocation', ['spec', 'config', 's3Url'], 'https://objects.test.gov.vn@example.com'),
      ),
      subject: location,
      where: 'spec.config.s3Url',
      got: 'https://objects.test.gov.vn@example.com',
    }),
    'no address, which means the provider’s own': () => ({
      view: backedUp(change('BackupStorageLocation', ['spec', 'config', 's3Url'], undefined)),
      subject: location,
      where: 'spec.config.s3Url',
      got: 'not said',
    }),
    'a bucket at no declared site': () => ({
      view: backedUp(change('BackupStorageLocation', ['spec', 'objectStorage', 'bucket'], 'copies')),
      subject: location,
      where: 'spec.objectStorage.bucket',
      got: 'copies',
    }),
    'an archive abroad': () => ({
      view: backedUp(
        change('Cluster', ['spec', 'backup', 'barmanObjectStore', 'endpointURL'], 'https://store.example.com'),
      ),
      subject: home,
      where: 'spec.backup.barmanObjectStore.endpointURL',
      got: 'https://store.example.com',
    }),
    'a standby that follows an archive abroad': () => ({
      view: backedUp(change('Cluster/land-parcels', [...external, 'destinationPath'], 's3://abroad/databases')),
      subject: standby,
      where: 'spec.externalClusters[0].barmanObjectStore.destinationPath',
      got: 'abroad',
    }),
    'a copy at a site that nobody declares': () => ({
      view: backedUp(
        undefined,
        withPlan(healthyModel(), 'land-database', {
          copies: [{ site: 'abroad', medium: 'object', encrypted: true, lockDays: 30 }],
        }),
      ),
      subject: 'system/land-database',
      where: 'backup.copies[0].site',
      got: 'abroad',
    }),
    'an image registry abroad': () => ({
      view: backedUp(undefined, withNation({ imageRegistry: 'registry.example.com' })),
      subject: 'assembly',
      where: 'nation.imageRegistry',
      got: 'registry.example.com',
    }),
    'a log collector abroad': () => ({
      view: backedUp(
        undefined,
        withNation({ security: { ...healthyModel().nation.security, siem: 'siem.example.com' } }),
      ),
      subject: 'assembly',
      where: 'nation.security.siem',
      got: 'siem.example.com',
    }),
    'the state of Terraform abroad': () => ({
      view: backedUp(
        undefined,
        withNation({ terraformBackend: { kind: 's3', bucket: 'state', region: 'r', endpoint: 's3.example.com' } }),
      ),
      subject: 'assembly',
      where: 'nation.terraformBackend.endpoint',
      got: 's3.example.com',
    }),
  },
  ignores: {
    'a database without an archive': () => ({
      view: backedUp(change('Cluster', ['spec', 'backup'], undefined)),
      subject: home,
    }),
    'a system whose backup is managed elsewhere': () => ({
      view: backedUp(
        undefined,
        withSystem('land-database', { backup: undefined, backupManagedElsewhere: { by: 'o', evidence: 'R-1' } }),
      ),
      subject: 'system/land-database',
    }),
  },
});
