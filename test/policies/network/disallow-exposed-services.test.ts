import policy from '../../../policies/network/disallow-exposed-services';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const namespace = 'p01-proc-dmz';
const subject = `namespace/dc-north-shared-0/${namespace}`;
const none = { 'services.loadbalancers': '0', 'services.nodeports': '0' };
const quota = (hard: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'quota', namespace },
  spec: { hard },
});
const service = (spec: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'front', namespace },
  spec,
});
const given = (...resources: readonly JsonObject[]) => ({ subject, view: viewOf({ resources }) });

describePolicy('network/disallow-exposed-services', policy, {
  passes: {
    'a quota of none': () => given(quota(none)),
    'a service inside the cluster': () => given(quota(none), service({ ports: [{ port: 443 }] })),
  },
  fails: {
    'no quota': () => ({ ...given(), where: 'ResourceQuota services.loadbalancers', got: 'not limited' }),
    'a quota that forgets node ports': () => ({
      ...given(quota({ 'services.loadbalancers': '0' })),
      where: 'ResourceQuota services.nodeports',
      got: 'not limited',
    }),
    'one load balancer': () => ({
      ...given(quota({ ...none, 'services.loadbalancers': '1' })),
      where: 'ResourceQuota services.loadbalancers',
      got: '1',
    }),
    'a service of the type NodePort': () => ({
      ...given(quota(none), service({ type: 'NodePort' })),
      where: 'Service front',
      got: 'NodePort',
    }),
    'a service with addresses of its own': () => ({
      ...given(quota(none), service({ externalIPs: ['203.0.113.7'] })),
      where: 'Service front',
      got: 'external addresses',
    }),
    'a quota that Terraform alone can tell': () => ({
      ...given(quota({ ...none, 'services.nodeports': { 'terraform:unresolved': '${var.ports}' } })),
      verdict: 'unknown',
      where: 'ResourceQuota services.nodeports',
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: {
    'a nation without namespaces': () => ({ view: viewOf({ model: { ...healthyModel(), namespaces: [] } }) }),
  },
});
