import policy from '../../../policies/backup/require-schedule';
import { healthyModel, withSystem } from '../../support/healthy-model';
import { describePolicy } from '../../support/describe-policy';
import { all, change, drop } from '../kit/edit-objects';
import { backedUp, subjects, withPlan } from './kit/backup-objects';

const subject = subjects.procedures;
const tape = 'Schedule/procedures-p01-dc-center-tape';

describePolicy('backup/require-schedule', policy, {
  passes: {
    'a system whose every copy has its schedule': () => ({ view: backedUp(), subject }),
    'a level-5 system': () => ({ view: backedUp(), subject: subjects.land }),
    'a schedule of each namespace there is': () => ({
      view: backedUp(change(tape, ['spec', 'template', 'includedNamespaces'], ['*'])),
      subject,
    }),
  },
  fails: {
    'a copy without a schedule, naming the copy': () => ({
      view: backedUp(drop('Schedule', 'procedures-p01-dc-center-tape')),
      subject,
      where: 'dc-center/tape',
      got: 'no schedule',
    }),
    'a schedule whose location is gone': () => ({
      view: backedUp(drop('BackupStorageLocation', 'dc-center-tape-lock-0')),
      subject,
      where: 'dc-center/tape',
      got: 'no schedule',
    }),
    'a namespace that is left out, naming it': () => ({
      view: backedUp(
        change(tape, ['spec', 'template', 'includedNamespaces'], ['c00004-proc', 'p01-proc-dmz', 'p01-proc-server']),
      ),
      subject,
      where: 'procedures-p01-dc-center-tape: spec.template.includedNamespaces',
      got: 'without p01-proc-database',
    }),
    'namespaces that are taken in and left out again': () => ({
      view: backedUp(change(tape, ['spec', 'template', 'excludedNamespaces'], ['p01-proc-database'])),
      subject,
      where: 'procedures-p01-dc-center-tape: spec.template.excludedNamespaces',
      got: 'set',
    }),
    'only some kinds': () => ({
      view: backedUp(change(tape, ['spec', 'template', 'includedResources'], ['configmaps'])),
      subject,
      where: 'procedures-p01-dc-center-tape: spec.template.includedResources',
      got: 'configmaps',
    }),
    'no volumes': () => ({
      view: backedUp(change(tape, ['spec', 'template', 'snapshotVolumes'], false)),
      subject,
      where: 'procedures-p01-dc-center-tape: spec.template.snapshotVolumes',
      got: 'false',
    }),
    'a paused schedule': () => ({
      view: backedUp(change(tape, ['spec', 'paused'], true)),
      subject,
      where: 'procedures-p01-dc-center-tape: spec.paused',
      got: 'true',
    }),
    'a schedule that is rarer than the recovery point objective': () => ({
      view: backedUp(change(tape, ['spec', 'schedule'], '7 1-23/2 * * *')),
      subject,
      where: 'procedures-p01-dc-center-tape: spec.schedule',
      got: 'a gap of 120 minutes',
    }),
    'a schedule that nobody can read, as unknown': () => ({
      view: backedUp(change(tape, ['spec', 'schedule'], '0 0 1 * *')),
      subject,
      verdict: 'unknown',
      where: 'procedures-p01-dc-center-tape: spec.schedule',
      got: 'a gap that can’t be told',
    }),
    'copies that go too early': () => ({
      view: backedUp(change(tape, ['spec', 'template', 'ttl'], '720h0m0s')),
      subject,
      where: 'procedures-p01-dc-center-tape: spec.template.ttl',
      got: '30 days',
    }),
    'copies without a time, as unknown': () => ({
      view: backedUp(change(tape, ['spec', 'template', 'ttl'], undefined)),
      subject,
      verdict: 'unknown',
      where: 'procedures-p01-dc-center-tape: spec.template.ttl',
      got: 'not said',
    }),
    'a plan of the primary alone': () => ({
      view: backedUp(undefined, withPlan(healthyModel(), 'procedures-p01', { copies: [] })),
      subject,
      where: 'backup.copies',
      got: 'the primary alone',
    }),
    'a system that nobody backs up': () => ({
      view: backedUp(undefined, withSystem('procedures-p01', { backup: undefined })),
      subject,
      where: 'backup',
      got: 'no plan',
    }),
    'every schedule gone': () => ({
      view: backedUp(all(drop('Schedule'), drop('ScheduledBackup'))),
      subject: subjects.land,
      where: 'dc-center/object',
      got: 'no schedule',
    }),
  },
  ignores: {
    'a system whose backup is managed elsewhere': () => ({
      view: backedUp(
        undefined,
        withSystem('procedures-p01', { backup: undefined, backupManagedElsewhere: { by: 'p01', evidence: 'R-1' } }),
      ),
      subject,
    }),
  },
});
