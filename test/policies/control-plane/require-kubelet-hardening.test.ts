import policy from '../../../policies/control-plane/require-kubelet-hardening';
import { describePolicy } from '../../support/describe-policy';
import { asWritten } from '../kit/edit-objects';
import { planeId, planes, poolId, withFile } from './kit/planes';

describePolicy('control-plane/require-kubelet-hardening', policy, {
  passes: {
    'a control plane': () => planes(asWritten, planeId),
    'a pool of workers': () => planes(asWritten, poolId),
  },
  fails: {
    'a pool without kubelet configuration': () => ({
      ...withFile('kubelet', []),
      subject: poolId,
      where: 'KubeletConfiguration',
      got: 'missing',
    }),
    'anonymous callers': () => ({
      ...withFile('kubelet', ['authentication', 'anonymous', 'enabled'], true),
      subject: poolId,
      where: 'kubelet authentication.anonymous.enabled',
      got: 'true',
    }),
    'a read-only port': () => ({
      ...withFile('kubelet', ['readOnlyPort'], 10_255),
      subject: poolId,
      where: 'kubelet readOnlyPort',
      got: '10255',
    }),
    'kernel settings that pods may change': () => ({
      ...withFile('kubelet', ['protectKernelDefaults']),
      subject: planeId,
      where: 'kubelet protectKernelDefaults',
      got: 'not set',
    }),
    'idle connections that never end': () => ({
      ...withFile('kubelet', ['streamingConnectionIdleTimeout'], '0s'),
      subject: poolId,
      where: 'kubelet streamingConnectionIdleTimeout',
      got: '"0s"',
    }),
    'a weak suite': () => ({
      ...withFile('kubelet', ['tlsCipherSuites', 0], 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'),
      subject: poolId,
      where: 'kubelet tlsCipherSuites',
      got: 'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
    }),
  },
  ignores: { 'what configures no machine': () => ({ ...planes(), subject: 'dc-north-management/Cluster/x/y' }) },
});
