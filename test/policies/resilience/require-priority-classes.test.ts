import policy from '../../../policies/resilience/require-priority-classes';
import { describePolicy } from '../../support/describe-policy';
import { viewOf, type GivenResource } from '../../support/view-of';
import { asWritten, change, drop, type Edit } from '../kit/edit-objects';
import { subject } from './kit/cluster-objects';

const values = { 'level-1': 100_000, 'level-3': 300_000, 'level-5': 500_000, 'platform-critical': 1_000_000 };
const objects = (cluster: string): readonly GivenResource[] =>
  Object.entries(values).map(([name, value]) => ({
    cluster,
    body: {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
      value,
      globalDefault: false,
    },
  }));
const ranked = (edit: Edit = asWritten) =>
  viewOf({ resources: edit([...objects('dc-north-shared-0'), ...objects('dc-north-management')]) });

describePolicy('resilience/require-priority-classes', policy, {
  passes: {
    'a class for the level that the cluster hosts, and the platform above': () => ({ view: ranked(), subject }),
    'a management cluster, which hosts no system': () => ({ view: ranked(), subject: 'cluster/dc-north-management' }),
  },
  fails: {
    'no class for a level, naming it': () => ({
      view: ranked(drop('PriorityClass', 'level-3')),
      subject,
      where: 'PriorityClass level-3',
      got: 'none',
    }),
    'no class for the platform': () => ({
      view: ranked(drop('PriorityClass', 'platform-critical')),
      subject: 'cluster/dc-north-management',
      where: 'PriorityClass platform-critical',
      got: 'none',
    }),
    'a level above the platform': () => ({
      view: ranked(change('PriorityClass/level-3', ['value'], 2_000_000)),
      subject,
      where: 'PriorityClass platform-critical: value',
      got: '1000000, level-3 2000000',
    }),
    'a value that Terraform alone can tell, as unknown': () => ({
      view: ranked(change('PriorityClass/level-3', ['value'], { 'terraform:unresolved': 'var.priority' })),
      subject,
      verdict: 'unknown',
      where: 'PriorityClass level-3: value',
      got: 'no number',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: ranked(), subject: 'cluster/other' }),
  },
});
