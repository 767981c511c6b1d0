import policy from '../../../policies/network/require-site-scoped-selectors';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { defaultDeny, flows, platform, tcp, zonePeer } from './kit/objects';

const name = 'p01-proc-server';
const from = (...peers: Parameters<typeof flows>[2][]) =>
  viewOf({ resources: [flows(name, 'ingress', { from: peers, ports: [tcp(8443)] })] });

describePolicy('network/require-site-scoped-selectors', policy, {
  passes: {
    'a selector with its own site': () => ({ view: from(zonePeer('dmz')) }),
    'a namespace of the platform by its name': () => ({ view: viewOf({ resources: [platform(name)] }) }),
    'the site as the only value of an expression': () => ({
      view: from({
        namespaceSelector: { matchExpressions: [{ key: 'ndc.gov.vn/site', operator: 'In', values: ['dc-north'] }] },
      }),
    }),
  },
  fails: {
    'a selector without site': () => ({
      view: from(zonePeer('dmz'), { namespaceSelector: { matchLabels: { 'ndc.gov.vn/system': 'procedures-p01' } } }),
      where: 'spec.ingress[0]',
      got: 'no site',
    }),
    'a selector of every namespace': () => ({
      view: from({ namespaceSelector: {} }),
      where: 'spec.ingress[0]',
      got: 'no site',
    }),
    'another site': () => ({
      view: from(zonePeer('dmz', { 'ndc.gov.vn/site': 'dc-south' })),
      where: 'spec.ingress[0]',
      got: 'the site dc-south',
    }),
    'a selector that Terraform alone can tell': () => ({
      verdict: 'unknown',
      view: from({ namespaceSelector: { matchLabels: { 'terraform:unresolved': '${var.labels}' } } }),
      where: 'spec.ingress[0]',
      got: 'a selector that Terraform alone can tell',
    }),
  },
  ignores: {
    'a policy without selectors': () => ({ view: viewOf({ resources: [defaultDeny(name)] }) }),
    'a policy of address blocks': () => ({ view: from({ ipBlock: { cidr: '10.97.16.0/20' } }) }),
  },
});
