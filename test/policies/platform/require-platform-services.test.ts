import policy from '../../../policies/platform/require-platform-services';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

const subject = 'cluster/dc-north-shared-0';
const all = ['backup', 'cert-manager', 'database', 'gateway', 'identity', 'logging', 'monitoring', 'storage'];

function given(services: readonly string[], about = subject): PolicyCase {
  const resources = services.map((service) => ({
    kind: 'Namespace',
    metadata: { name: `platform-${service}`, labels: { 'ndc.gov.vn/service': service } },
  }));
  return { subject: about, view: viewOf({ resources }) };
}

describePolicy('platform/require-platform-services', policy, {
  passes: { 'a cluster with every service': () => given(all) },
  fails: {
    'no place for logs': () => ({
      ...given(all.filter((one) => one !== 'logging')),
      where: 'Namespace',
      got: 'none for logging',
    }),
    'no gateway': () => ({
      ...given(all.filter((one) => one !== 'gateway')),
      where: 'Namespace',
      got: 'none for gateway',
    }),
    'an empty management cluster': () => ({
      ...given(all, 'cluster/dc-north-management'),
      where: 'Namespace',
      got: 'none for backup',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => given(all, 'cluster/other') },
});
