import policy from '../../../policies/control-plane/require-protected-files';
import { describePolicy } from '../../support/describe-policy';
import { asWritten, change } from '../kit/edit-objects';
import { planeId, planes, poolId, withFile } from './kit/planes';

const file = ['spec', 'kubeadmConfigSpec', 'files', 0] as const;
const path = '/etc/kubernetes/configuration/admission.yaml';

describePolicy('control-plane/require-protected-files', policy, {
  passes: {
    'files of root alone': () => planes(asWritten, planeId),
    'files that root can only read': () =>
      planes(change('KubeadmControlPlane', [...file, 'permissions'], '0400'), planeId),
  },
  fails: {
    'a file that everybody reads': () => ({
      ...planes(change('KubeadmControlPlane', [...file, 'permissions'], '0644'), planeId),
      where: `${path}: permissions`,
      got: '0644',
    }),
    'a file without stated rights': () => ({
      ...planes(change('KubeadmControlPlane', [...file, 'permissions'], undefined), planeId),
      where: `${path}: permissions`,
      got: 'not set',
    }),
    'a file of somebody else': () => ({
      ...planes(change('KubeadmControlPlane', [...file, 'owner'], 'core:core'), planeId),
      where: `${path}: owner`,
      got: 'core:core',
    }),
    'a machine without files': () => ({
      ...withFile('kubelet', [], undefined),
      subject: poolId,
      where: 'files',
      got: 'none',
    }),
  },
  ignores: { 'what configures no machine': () => ({ ...planes(), subject: 'dc-north-management/Cluster/x/y' }) },
});
