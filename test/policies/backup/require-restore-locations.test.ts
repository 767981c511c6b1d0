import policy from '../../../policies/backup/require-restore-locations';
import { annotations } from '../../../model/naming';
import { describePolicy } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { change } from '../kit/edit-objects';
import { backedUp, subjects } from './kit/backup-objects';

const KIND = 'BackupStorageLocation';

describePolicy('backup/require-restore-locations', policy, {
  passes: {
    'a system that runs in one cluster': () => ({ view: backedUp(), subject: subjects.procedures }),
    'a system with its standby': () => ({ view: backedUp(), subject: subjects.land }),
  },
  fails: {
    'a standby that doesn’t know the store': () => ({
      view: backedUp((objects) =>
        objects.filter(({ body, cluster }) => body['kind'] !== KIND || cluster !== 'dc-center-land'),
      ),
      subject: subjects.land,
      where: 'dc-center-land',
      got: 'no location for object at dc-center, locked 30 days',
    }),
    'a location of other copies': () => ({
      view: backedUp(change(KIND, ['metadata', 'annotations', annotations.medium], 'disk')),
      subject: subjects.procedures,
      where: 'dc-north-shared-0',
      got: 'no location for object at dc-north, locked 0 days',
    }),
  },
  ignores: {
    'a system whose backup is managed elsewhere': () => ({
      view: backedUp(undefined, withSystem('procedures-p01', { backup: undefined })),
      subject: subjects.procedures,
    }),
  },
});
