import policy from '../../../policies/logging/require-log-retention';
import { annotations } from '../../../model/naming';
import { describePolicy } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { change, drop } from '../kit/edit-objects';
import { subject } from '../resilience/kit/cluster-objects';
import { logging } from './kit/logging-objects';

const days = (text: string | undefined) =>
  logging(change('DaemonSet', ['metadata', 'annotations', annotations.retentionDays], text));

const inside = withSystem('procedures-p01', { type: 'internal', logRetentionDays: 90 });

describePolicy('logging/require-log-retention', policy, {
  passes: {
    'a system that serves citizens, at a year': () => ({ view: logging(), subject: 'system/procedures-p01' }),
    'an internal system at the days of its level': () => ({
      view: logging(undefined, inside),
      subject: 'system/procedures-p01',
    }),
    'a shared cluster at the days of its internal level-3 system': () => ({
      view: logging(change('DaemonSet', ['metadata', 'annotations', annotations.retentionDays], '90'), inside),
      subject,
    }),
    'a cluster without systems': () => ({ view: days('30'), subject: 'cluster/dc-south-shared-0' }),
  },
  fails: {
    'a system that serves citizens and keeps less than a year': () => ({
      view: logging(undefined, withSystem('procedures-p01', { logRetentionDays: 364 })),
      subject: 'system/procedures-p01',
      where: 'logRetentionDays',
      got: '364 days',
    }),
    'infrastructure for others that keeps the days of its level alone': () => ({
      view: logging(undefined, withSystem('land-database', { level: 4, logRetentionDays: 180 })),
      subject: 'system/land-database',
      where: 'logRetentionDays',
      got: '180 days',
    }),
    'an internal system that keeps less than its level asks': () => ({
      view: logging(undefined, withSystem('procedures-p01', { type: 'internal', logRetentionDays: 89 })),
      subject: 'system/procedures-p01',
      where: 'logRetentionDays',
      got: '89 days',
    }),
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
