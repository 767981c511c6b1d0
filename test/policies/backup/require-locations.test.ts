import { labels } from '../../../model/naming';
import policy from '../../../policies/backup/require-locations';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { add, all, asWritten, change, drop, type Edit } from '../kit/edit-objects';
import { leasedObject, leasingModel } from '../residency/kit/leased-objects';
import { backedUp } from './kit/backup-objects';

const subject = 'dc-north-shared-0/Schedule/platform-backup/procedures-p01-dc-center-tape';
const location = 'BackupStorageLocation/dc-center-tape-lock-0';
const leasedBucket = leasedObject('AWS::S3Outposts::Bucket', 'store', { BucketName: 'test-leased-copies' });
const config = (key: string) => ['spec', 'config', key];

/** The copy goes to the leased site instead. */
function leased(edit: Edit = asWritten) {
  return backedUp(
    all(
      add(leasedBucket),
      change(location, ['spec', 'objectStorage', 'bucket'], 'test-leased-copies'),
      change(location, ['metadata', 'labels', labels.site], 'leased'),
      change('Schedule/procedures-p01-dc-center-tape', ['metadata', 'labels', labels.site], 'leased'),
      edit,
    ),
    leasingModel(),
  );
}

describePolicy('backup/require-locations', policy, {
  passes: {
    'a location in the same cluster': () => ({ view: backedUp(), subject }),
    'a location on a leased site': () => ({ view: leased(), subject }),
    'a location whose certificate is checked by default': () => ({
      view: backedUp(change(location, config('insecureSkipTLSVerify'), undefined)),
      subject,
    }),
  },
  fails: {
    'a location that is gone, naming it': () => ({
      view: backedUp(drop('BackupStorageLocation', 'dc-center-tape-lock-0')),
      subject,
      where: 'spec.template.storageLocation',
      got: 'no dc-north-shared-0/BackupStorageLocation/platform-backup/dc-center-tape-lock-0',
    }),
    'a store in the clear': () => ({
      view: backedUp(change(location, config('s3Url'), 'http://objects.dc-center.test.gov.vn')),
      subject,
      where: 'dc-center-tape-lock-0: spec.config.s3Url',
      got: 'http://objects.dc-center.test.gov.vn',
    }),
    'a store of the provider, whose address isn’t said': () => ({
      view: backedUp(change(location, config('s3Url'), undefined)),
      subject,
      where: 'dc-center-tape-lock-0: spec.config.s3Url',
      got: 'none',
    }),
    'a certificate that nobody checks': () => ({
      view: backedUp(change(location, config('insecureSkipTLSVerify'), 'true')),
      subject,
      where: 'dc-center-tape-lock-0: spec.config.insecureSkipTLSVerify',
      got: 'true',
    }),
    'a store that doesn’t encrypt': () => ({
      view: backedUp(change(location, config('serverSideEncryption'), undefined)),
      subject,
      where: 'dc-center-tape-lock-0: spec.config.serverSideEncryption',
      got: 'none',
    }),
    'a location that takes nothing': () => ({
      view: backedUp(change(location, ['spec', 'accessMode'], 'ReadOnly')),
      subject,
      where: 'dc-center-tape-lock-0: spec.accessMode',
      got: 'ReadOnly',
    }),
    'a bucket at another site than the schedule says': () => ({
      view: backedUp(change(location, ['spec', 'objectStorage', 'bucket'], 'test-dc-north-tape-lock-0')),
      subject,
      where: 'dc-center-tape-lock-0: spec.objectStorage.bucket',
      got: 'at dc-north',
    }),
    'a bucket that the template of its leased site doesn’t make': () => ({
      view: leased(drop('AWS::S3Outposts::Bucket')),
      subject,
      where: 'dc-center-tape-lock-0: spec.objectStorage.bucket',
      got: 'no test-leased-copies in the template of leased',
    }),
    'a schedule without the label of its site': () => ({
      view: backedUp(change('Schedule/procedures-p01-dc-center-tape', ['metadata', 'labels', labels.site], undefined)),
      subject,
      where: 'dc-center-tape-lock-0: spec.objectStorage.bucket',
      got: 'at dc-center',
    }),
    'a bucket of no site, as unknown': () => ({
      view: backedUp(change(location, ['spec', 'objectStorage', 'bucket'], 'copies')),
      subject,
      verdict: 'unknown',
      where: 'dc-center-tape-lock-0: spec.objectStorage.bucket',
      got: 'copies',
    }),
  },
  ignores: {
    'an assembly without schedules': () => ({ view: viewOf() }),
    'a database’s own schedule': () => ({
      view: backedUp(),
      subject: 'dc-north-shared-0/ScheduledBackup/p01-proc-database/proc-cases',
    }),
  },
});
