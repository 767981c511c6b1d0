import { TLS_VERSION_MIN, tlsCipherSuites } from './tls-settings';

/**
 * The kubelet's settings (kubelet.config.k8s.io/v1beta1) as a patch of kubeadm's: no anonymous and no unencrypted
 * access, certificates that renew themselves, the kernel as configured, or it doesn't start.
 */
export function kubeletConfiguration({ podsPerNode }: { readonly podsPerNode: number }): object {
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    authentication: { anonymous: { enabled: false }, webhook: { enabled: true } },
    authorization: { mode: 'Webhook' },
    readOnlyPort: 0,
    rotateCertificates: true,
    protectKernelDefaults: true,
    makeIPTablesUtilChains: true,
    streamingConnectionIdleTimeout: '5m0s',
    seccompDefault: true,
    tlsMinVersion: TLS_VERSION_MIN,
    tlsCipherSuites: [...tlsCipherSuites],
    maxPods: podsPerNode,
  };
}

/** Kernel parameters that `protectKernelDefaults` demands, as a sysctl.d file. */
export const kernelParameters = `vm.overcommit_memory=1
vm.panic_on_oom=0
kernel.panic=10
kernel.panic_on_oops=1
kernel.keys.root_maxkeys=1000000
kernel.keys.root_maxbytes=25000000
`;
