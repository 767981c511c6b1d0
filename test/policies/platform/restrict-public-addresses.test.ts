import policy from '../../../policies/platform/restrict-public-addresses';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

const subject = 'cluster/dc-north-shared-0';
const owner = { matchLabels: { 'io.kubernetes.service.namespace': 'platform-gateway' } };
const pool = (spec: JsonObject): JsonObject => ({
  apiVersion: 'cilium.io/v2',
  kind: 'CiliumLoadBalancerIPPool',
  metadata: { name: 'platform' },
  spec,
});
const given = (...resources: readonly JsonObject[]): PolicyCase => ({ subject, view: viewOf({ resources }) });

describePolicy('platform/restrict-public-addresses', policy, {
  passes: {
    'addresses of the site for the gateway': () =>
      given(pool({ blocks: [{ cidr: '10.97.24.0/25' }, { cidr: '2001:db8:61:100::/112' }], serviceSelector: owner })),
  },
  fails: {
    'no pool': () => ({ ...given(), where: 'CiliumLoadBalancerIPPool', got: 'none' }),
    'a pool for everybody': () => ({
      ...given(pool({ blocks: [{ cidr: '10.97.24.0/25' }] })),
      where: 'platform: spec.serviceSelector',
      got: 'every namespace',
    }),
    'addresses of another site': () => ({
      ...given(pool({ blocks: [{ cidr: '10.98.24.0/25' }], serviceSelector: owner })),
      where: 'platform: spec.blocks',
      got: '10.98.24.0/25',
    }),
    'public addresses': () => ({
      ...given(pool({ blocks: [{ cidr: '203.0.113.0/24' }], serviceSelector: owner })),
      where: 'platform: spec.blocks',
      got: '203.0.113.0/24',
    }),
    'a pool without addresses': () => ({
      ...given(pool({ blocks: [], serviceSelector: owner })),
      where: 'platform: spec.blocks',
      got: 'none',
    }),
  },
  ignores: { 'a management cluster': () => ({ subject: 'cluster/dc-north-management', view: viewOf() }) },
});
