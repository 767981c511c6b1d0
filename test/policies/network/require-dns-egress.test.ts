import policy from '../../../policies/network/require-dns-egress';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { defaultDeny, flows, platform, tcp } from './kit/objects';

const subject = 'namespace/dc-north-shared-0/p01-proc-server';
const dns = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } };

describePolicy('network/require-dns-egress', policy, {
  passes: {
    'the policy of the platform': () => ({
      subject,
      view: viewOf({ resources: [defaultDeny('p01-proc-server'), platform('p01-proc-server')] }),
    }),
    'a namespace whose egress nobody governs, which another policy is about': () => ({ subject, view: viewOf() }),
  },
  fails: {
    'a denial without an exception for DNS': () => ({
      subject,
      view: viewOf({ resources: [defaultDeny('p01-proc-server')] }),
      where: 'egress',
      got: 'denied on 53/UDP',
    }),
    'DNS over TCP alone': () => ({
      subject,
      view: viewOf({
        resources: [
          defaultDeny('p01-proc-server'),
          flows('p01-proc-server', 'egress', { to: [dns], ports: [tcp(53)] }),
        ],
      }),
      where: 'egress',
      got: 'denied on 53/UDP',
    }),
    'a peer that Terraform alone can tell': () => ({
      subject,
      verdict: 'unknown',
      view: viewOf({
        resources: [
          defaultDeny('p01-proc-server'),
          flows('p01-proc-server', 'egress', { to: [{ 'terraform:unresolved': '${var.dns}' }] }),
        ],
      }),
      where: 'egress',
      got: 'a rule that nobody can tell',
    }),
  },
  ignores: {
    'a nation without namespaces': () => ({ view: viewOf({ model: { ...healthyModel(), namespaces: [] } }) }),
  },
});
