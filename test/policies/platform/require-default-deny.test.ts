import policy from '../../../policies/platform/require-default-deny';
import { idOf } from '../../support/view-of';
import { describePolicy } from '../../support/describe-policy';
import { add, change, drop } from '../kit/edit-objects';
import { services } from './kit/services';

const other = { body: { kind: 'Namespace', metadata: { name: 'p01-proc-server' } } };

describePolicy('platform/require-default-deny', policy, {
  passes: { 'both ways denied': () => services() },
  fails: {
    'no network policy': () => ({
      ...services(drop('NetworkPolicy')),
      where: 'NetworkPolicy',
      got: 'no NetworkPolicy',
    }),
    'egress left open': () => ({
      ...services(change('NetworkPolicy', ['spec', 'policyTypes'], ['Ingress'])),
      where: 'NetworkPolicy',
      got: 'default-deny',
    }),
    'some pods alone': () => ({
      ...services(change('NetworkPolicy', ['spec', 'podSelector'], { matchLabels: { app: 'x' } })),
      where: 'NetworkPolicy',
      got: 'default-deny',
    }),
  },
  ignores: { 'namespaces of systems': () => services(add(other), idOf('Namespace', 'p01-proc-server')) },
});
