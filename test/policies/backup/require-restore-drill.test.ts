import policy from '../../../policies/backup/require-restore-drill';
import { describePolicy } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import type { Edit } from '../kit/edit-objects';
import { change, drop } from '../kit/edit-objects';
import { backedUp, subjects } from './kit/backup-objects';

const subject = subjects.land;
const say = (key: string, value: string | undefined): Edit => change('ConfigMap', ['data', key], value);

describePolicy('backup/require-restore-drill', policy, {
  passes: {
    'a drill each quarter at level 5': () => ({ view: backedUp(), subject }),
    'a drill each year at level 3': () => ({ view: backedUp(), subject: subjects.procedures }),
  },
  fails: {
    'no declaration': () => ({
      view: backedUp(drop('ConfigMap')),
      subject,
      where: 'restore-drill',
      got: 'no ConfigMap restore-drill at home',
    }),
    'a drill each year at level 5': () => ({
      view: backedUp((objects) => say('everyDays', '365')(objects)),
      subject,
      where: 'data.everyDays',
      got: '365',
    }),
    'no period': () => ({ view: backedUp(say('everyDays', undefined)), subject, where: 'data.everyDays', got: 'none' }),
    'the drill of another system': () => ({
      view: backedUp(say('system', 'other')),
      subject,
      where: 'data.system',
      got: 'other',
    }),
    'a copy that is never tried': () => ({
      view: backedUp(say('copies', 'dc-center/object')),
      subject,
      where: 'data.copies',
      got: 'without dc-south/tape',
    }),
    'data that may be older than the objective': () => ({
      view: backedUp(say('dataAgeMinutesMax', '60')),
      subject,
      where: 'data.dataAgeMinutesMax',
      got: '60',
    }),
    'a restore that may take longer than the objective': () => ({
      view: backedUp(say('restoreMinutesMax', '1e9')),
      subject,
      where: 'data.restoreMinutesMax',
      got: '1e9',
    }),
  },
  ignores: {
    'a system whose backup is managed elsewhere': () => ({
      view: backedUp(
        undefined,
        withSystem('land-database', { backup: undefined, backupManagedElsewhere: { by: 'owner', evidence: 'R-1' } }),
      ),
      subject,
    }),
  },
});
