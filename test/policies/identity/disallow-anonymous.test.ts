import policy from '../../../policies/identity/disallow-anonymous';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';
import { clusterRoleBinding, group } from './kit/access';
import { authentication, controlPlane, kubelet, SUBJECT, type GivenControlPlane } from './kit/control-plane';

const given = (one: GivenControlPlane = {}, ...more: readonly JsonObject[]) => ({
  subject: SUBJECT,
  view: viewOf({ resources: [...controlPlane(one), ...more] }),
});
const anonymous = (value: JsonObject): GivenControlPlane => ({
  authentication: authentication({}, { anonymous: value }),
});

describePolicy('identity/disallow-anonymous', policy, {
  passes: {
    'health and joining nodes alone': () => given(),
    'no anonymous requests by the configuration': () => given(anonymous({ enabled: false })),
    'no anonymous requests by the flag': () =>
      given({ flags: { 'anonymous-auth': 'false', 'authorization-mode': 'Node,RBAC' } }),
  },
  fails: {
    'a cluster without control plane': () => ({
      subject: SUBJECT,
      view: viewOf(),
      where: 'KubeadmControlPlane',
      got: 'missing',
    }),
    'the flag that lets everybody in': () => ({
      ...given({ flags: { 'anonymous-auth': 'true', 'authorization-mode': 'Node,RBAC' } }),
      where: '--anonymous-auth',
      got: 'true',
    }),
    'every path': () => ({ ...given(anonymous({ enabled: true })), where: 'anonymous.conditions', got: 'every path' }),
    'a path that tells of pods': () => ({
      ...given(anonymous({ enabled: true, conditions: [{ path: '/api/v1/pods' }] })),
      where: 'anonymous.conditions',
      got: '/api/v1/pods',
    }),
    'an API server that allows everything': () => ({
      ...given({ flags: { 'authorization-mode': 'AlwaysAllow' } }),
      where: '--authorization-mode',
      got: 'AlwaysAllow',
    }),
    'kubelets that answer everybody': () => ({
      ...given({ kubelet: kubelet({ authentication: { anonymous: { enabled: true } } }) }),
      where: 'spec.kubeadmConfigSpec.files[1].content authentication.anonymous',
      got: 'true',
    }),
    'the read-only port of kubelets': () => ({
      ...given({ kubelet: kubelet({ readOnlyPort: 10_255 }) }),
      where: 'spec.kubeadmConfigSpec.files[1].content readOnlyPort',
      got: '10255',
    }),
    'a role for the anonymous': () => ({
      ...given({}, clusterRoleBinding('open', 'view', group('system:unauthenticated'))),
      where: 'dc-north-shared-0/ClusterRoleBinding/-/open',
      got: 'system:unauthenticated',
    }),
    'a configuration that nobody can read': () => ({
      ...given({ authentication: '{' }),
      verdict: 'unknown',
      where: 'spec.kubeadmConfigSpec.files[0].content',
      got: expect.any(String) as string,
    }),
  },
  ignores: { 'a nation without clusters': () => ({ view: viewOf({ model: { ...healthyModel(), clusters: [] } }) }) },
});
