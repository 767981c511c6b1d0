import policy from '../../../policies/network/require-default-deny-egress';
import { healthyModel } from '../../support/healthy-model';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { defaultDeny, networkPolicy } from './kit/objects';

const subject = 'namespace/dc-north-shared-0/p01-proc-dmz';

describePolicy('network/require-default-deny-egress', policy, {
  passes: {
    'a policy that denies both directions': () => ({
      subject,
      view: viewOf({ resources: [defaultDeny('p01-proc-dmz')] }),
    }),
    'a policy for this direction alone, beside others': () => ({
      subject,
      view: viewOf({
        resources: [
          networkPolicy('deny', 'p01-proc-dmz', { podSelector: {}, policyTypes: ['Egress'] }),
          networkPolicy('other', 'p01-proc-dmz', { podSelector: {}, policyTypes: ['Ingress'] }),
        ],
      }),
    }),
  },
  fails: {
    'a namespace without any policy': () => ({
      subject,
      view: viewOf(),
      where: 'NetworkPolicy',
      got: 'no NetworkPolicy',
    }),
    'a policy that governs the other direction': () => ({
      subject,
      view: viewOf({
        resources: [networkPolicy('half', 'p01-proc-dmz', { podSelector: {}, policyTypes: ['Ingress'] })],
      }),
      where: 'NetworkPolicy',
      got: 'half',
    }),
    'a policy that selects some pods alone': () => ({
      subject,
      view: viewOf({
        resources: [
          networkPolicy('some', 'p01-proc-dmz', {
            podSelector: { matchLabels: { app: 'a' } },
            policyTypes: ['Egress'],
          }),
        ],
      }),
      where: 'NetworkPolicy',
      got: 'some',
    }),
    'a policy with an empty rule, which opens everything': () => ({
      subject,
      view: viewOf({
        resources: [networkPolicy('open', 'p01-proc-dmz', { podSelector: {}, policyTypes: ['Egress'], egress: [{}] })],
      }),
      where: 'NetworkPolicy',
      got: 'open',
    }),
    'a policy that Terraform alone can tell': () => ({
      subject,
      verdict: 'unknown',
      view: viewOf({
        resources: [
          networkPolicy('later', 'p01-proc-dmz', {
            podSelector: { 'terraform:unresolved': '${var.pods}' },
            policyTypes: ['Egress'],
          }),
        ],
      }),
      where: 'NetworkPolicy',
      got: 'a policy that Terraform alone can tell',
    }),
  },
  ignores: {
    'a nation without namespaces': () => ({ view: viewOf({ model: { ...healthyModel(), namespaces: [] } }) }),
    'a namespace of the platform': () => ({ subject: 'namespace/dc-north-shared-0/platform-gateway', view: viewOf() }),
  },
});
