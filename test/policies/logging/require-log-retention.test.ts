import policy from '../../../policies/logging/require-log-retention';
import { annotations } from '../../../model/naming';
import { describePolicy } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { change, drop } from '../kit/edit-objects';
import { subject } from '../resilience/kit/cluster-objects';
import { logging } from './kit/logging-objects';

const days = (text: string | undefined) =>
  logging(change('DaemonSet', ['metadata', 'annotations', annotations.retentionDays], text));

describePolicy('logging/require-log-retention', policy, {
  passes: {
    'a system at the days of its level': () => ({ view: logging(), subject: 'system/procedures-p01' }),
    'a shared cluster at the days of its level-3 system': () => ({ view: days('90'), subject }),
    'a cluster without systems': () => ({ view: days('30'), subject: 'cluster/dc-south-shared-0' }),
  },
  fails: {
    'a system that keeps less than its level asks': () => ({
      view: logging(undefined, withSystem('land-database', { logRetentionDays: 180 })),
      subject: 'system/land-database',
      where: 'logRetentionDays',
      got: '180 days',
    }),
    'a cluster that keeps less than its system declares': () => ({
      view: days('89'),
      subject,
      where: annotations.retentionDays,
      got: '89 days',
    }),
    'a level-5 cluster that keeps less than a year': () => ({
      view: days('364'),
      subject: 'cluster/dc-north-land',
      where: annotations.retentionDays,
      got: '364 days',
    }),
    'a management cluster that keeps less than the systems of its site ask': () => ({
      view: days('364'),
      subject: 'cluster/dc-north-management',
      where: annotations.retentionDays,
      got: '364 days',
    }),
    'no days': () => ({ view: days(undefined), subject, where: annotations.retentionDays, got: '0 days' }),
    'no agent': () => ({
      view: logging(drop('DaemonSet')),
      subject,
      where: annotations.retentionDays,
      got: 'not said',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: logging(), subject: 'cluster/other' }),
  },
});
