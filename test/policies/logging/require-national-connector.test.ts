import policy from '../../../policies/logging/require-national-connector';
import { describePolicy } from '../../support/describe-policy';
import { withSystem } from '../../support/healthy-model';
import { change, drop, withValue } from '../kit/edit-objects';
import { subject } from '../resilience/kit/cluster-objects';
import { logging, pipe, pipelines } from './kit/logging-objects';

const connector = 'national-center-connector';
const output = ['pipeline', 'outputs', 0];
const none = { subject, where: 'Deployment', got: 'nothing to center.test.gov.vn over TLS' };
const unheard = { subject, where: 'national-center-connector: Service', got: 'no agent sends to it' };

describePolicy('logging/require-national-connector', policy, {
  passes: {
    'a connector to which the agents send': () => ({ view: logging(), subject }),
    'a management cluster, which sees what its site hosts': () => ({
      view: logging(),
      subject: 'cluster/dc-north-management',
    }),
    'agents that send to the center themselves': () => ({
      view: logging(
        pipe('log-shipper', withValue(pipelines.shipper, ['pipeline', 'outputs', 1, 'host'], 'center.test.gov.vn')),
      ),
      subject,
    }),
  },
  fails: {
    'no connector': () => ({ view: logging(drop('Deployment')), ...none }),
    'a connector to somewhere else': () => ({
      view: logging(pipe(connector, withValue(pipelines.connector, [...output, 'host'], 'center.example.com'))),
      ...none,
    }),
    'a connector without TLS': () => ({
      view: logging(pipe(connector, withValue(pipelines.connector, [...output, 'tls'], 'off'))),
      ...none,
    }),
    'a connector that stands still': () => ({
      view: logging(change('Deployment', ['spec', 'replicas'], 0)),
      subject,
      where: 'national-center-connector: spec.replicas',
      got: '0',
    }),
    'agents that keep to themselves': () => ({
      view: logging(pipe('log-shipper', withValue(pipelines.shipper, ['pipeline', 'outputs', 1], undefined))),
      ...unheard,
    }),
    'agents that send in the clear': () => ({
      view: logging(pipe('log-shipper', withValue(pipelines.shipper, ['pipeline', 'outputs', 1, 'tls'], 'off'))),
      ...unheard,
    }),
    'no Service': () => ({ view: logging(drop('Service')), ...unheard }),
    'a Service of other pods': () => ({
      view: logging(change('Service', ['spec', 'selector'], { 'app.kubernetes.io/name': 'other' })),
      ...unheard,
    }),
  },
  ignores: {
    'a cluster whose systems are below level 3': () => ({
      view: logging(undefined, withSystem('procedures-p01', { level: 2 })),
      subject,
    }),
  },
});
