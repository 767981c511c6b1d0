import policy from '../../../policies/control-plane/require-role-authorization';
import { describePolicy } from '../../support/describe-policy';
import { drop } from '../kit/edit-objects';
import { planes, subject, withFlag } from './kit/planes';

describePolicy('control-plane/require-role-authorization', policy, {
  passes: {
    'roles alone, and nodes held to their own': () => planes(),
    'more plugins than asked for': () =>
      withFlag('apiServer', 'enable-admission-plugins', 'NodeRestriction,EventRateLimit'),
  },
  fails: {
    'a cluster without control plane': () => ({
      ...planes(drop('KubeadmControlPlane')),
      where: 'KubeadmControlPlane',
      got: 'missing',
    }),
    'everybody allowed': () => ({
      ...withFlag('apiServer', 'authorization-mode', 'Node,RBAC,AlwaysAllow'),
      where: 'apiServer --authorization-mode',
      got: 'Node,RBAC,AlwaysAllow',
    }),
    'the default of Kubernetes': () => ({
      ...withFlag('apiServer', 'authorization-mode'),
      where: 'apiServer --authorization-mode',
      got: 'not given',
    }),
    'nodes that may write each other’s objects': () => ({
      ...withFlag('apiServer', 'enable-admission-plugins', 'EventRateLimit'),
      where: 'apiServer --enable-admission-plugins',
      got: 'EventRateLimit',
    }),
    'a plugin that somebody disabled': () => ({
      ...withFlag('apiServer', 'disable-admission-plugins', 'PodSecurity'),
      where: 'apiServer --disable-admission-plugins',
      got: 'PodSecurity',
    }),
    'tokens of accounts that are gone': () => ({
      ...withFlag('apiServer', 'service-account-lookup', 'false'),
      where: 'apiServer --service-account-lookup',
      got: 'false',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ ...planes(), subject: `${subject}-other` }) },
});
