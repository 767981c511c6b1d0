import policy from '../../../policies/resilience/require-replicas';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { idOf, viewOf, type GivenResource } from '../../support/view-of';
import { asWritten, change, drop, type Edit } from '../kit/edit-objects';

const own = { 'app.kubernetes.io/name': 'connector' };
const bodies: readonly JsonObject[] = [
  {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: 'proc-cases', namespace: 'p01-proc-database' },
    spec: { instances: 2, enablePDB: true },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'connector', namespace: 'platform-logging' },
    spec: { replicas: 2, selector: { matchLabels: own }, template: { metadata: { labels: own } } },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'connector', namespace: 'platform-logging' },
    spec: { minAvailable: 1, selector: { matchLabels: own } },
  },
];
const objects: readonly GivenResource[] = bodies.map((body) => ({ body }));
const replicated = (edit: Edit = asWritten) => viewOf({ resources: edit(objects) });
const database = idOf('Cluster', 'proc-cases', 'p01-proc-database');
const connector = idOf('Deployment', 'connector', 'platform-logging');
const budget = 'PodDisruptionBudget connector';

describePolicy('resilience/require-replicas', policy, {
  passes: {
    'a database of two instances': () => ({ view: replicated(), subject: database }),
    'a service of the platform with its budget': () => ({ view: replicated(), subject: connector }),
    'a budget that says how many may go': () => ({
      view: replicated(change('PodDisruptionBudget', ['spec'], { maxUnavailable: 1, selector: { matchLabels: own } })),
      subject: connector,
    }),
  },
  fails: {
    'a database of one instance': () => ({
      view: replicated(change('Cluster', ['spec', 'instances'], 1)),
      subject: database,
      where: 'spec.instances',
      got: '1',
    }),
    'a database whose instances may all go': () => ({
      view: replicated(change('Cluster', ['spec', 'enablePDB'], false)),
      subject: database,
      where: 'spec.enablePDB',
      got: 'false',
    }),
    'a service that says no number': () => ({
      view: replicated(change('Deployment', ['spec', 'replicas'], undefined)),
      subject: connector,
      where: 'spec.replicas',
      got: '1',
    }),
    'no budget, naming the service': () => ({
      view: replicated(drop('PodDisruptionBudget')),
      subject: connector,
      where: 'PodDisruptionBudget',
      got: 'none for connector',
    }),
    'a budget without a selector': () => ({
      view: replicated(change('PodDisruptionBudget', ['spec', 'selector'], undefined)),
      subject: connector,
      where: 'PodDisruptionBudget',
      got: 'none for connector',
    }),
    'a budget that lets all go': () => ({
      view: replicated(change('PodDisruptionBudget', ['spec', 'minAvailable'], 0)),
      subject: connector,
      where: budget,
      got: 'minAvailable 0, maxUnavailable null',
    }),
  },
  ignores: {
    'a database of a level-2 system': () => ({
      view: viewOf({ model: withSystem('procedures-p01', { level: 2 }), resources: objects }),
      subject: database,
    }),
  },
});
