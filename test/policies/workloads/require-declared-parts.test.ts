import policy from '../../../policies/workloads/require-declared-parts';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, drop } from '../kit/edit-objects';
import { agent, connector, workloads } from './kit/workloads';

describePolicy('workloads/require-declared-parts', policy, {
  passes: {
    'an agent with account and configuration': () => workloads(agent),
    'a connector with its certificate': () => workloads(connector),
  },
  fails: {
    'an account that is gone': () => ({
      ...workloads(agent, drop('ServiceAccount')),
      where: 'ServiceAccount',
      got: 'no agent',
    }),
    'a configuration that is gone': () => ({
      ...workloads(agent, drop('ConfigMap')),
      where: 'ConfigMap',
      got: 'no agent',
    }),
    'a certificate that nobody issues': () => ({
      ...workloads(connector, drop('Certificate')),
      where: 'Certificate',
      got: 'no connector-certificate',
    }),
    'a certificate that goes elsewhere': () => ({
      ...workloads(connector, change('Certificate', ['spec', 'secretName'], 'other')),
      where: 'Certificate',
      got: 'no connector-certificate',
    }),
  },
  ignores: { 'a cluster without workloads': () => ({ view: viewOf() }) },
});
