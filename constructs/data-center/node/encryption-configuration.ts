/** Where the key service listens on a control-plane host; level 5 has a hardware module (TCVN 14423:2026 7.4.2.4). */
const endpoints = {
  service: 'unix:///run/key-service/kms.sock',
  hardware: 'unix:///run/hardware-security-module/kms.sock',
} as const;

/**
 * How stored objects are encrypted (apiserver.config.k8s.io/v1, KMS v2): every secret and config map by a key that
 * never leaves the key service. No key stands here, and nothing is readable without the service: there is no
 * `identity` provider to fall back to.
 */
export function encryptionConfiguration({ hardwareKeys }: { readonly hardwareKeys: boolean }): object {
  const endpoint = hardwareKeys ? endpoints.hardware : endpoints.service;
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [
      {
        resources: ['secrets', 'configmaps'],
        providers: [
          { kms: { apiVersion: 'v2', name: hardwareKeys ? 'hardware' : 'service', endpoint, timeout: '3s' } },
        ],
      },
    ],
  };
}

/** Folder of the key service's socket, which the API server mounts. */
export function keyServiceFolder({ hardwareKeys }: { readonly hardwareKeys: boolean }): string {
  return hardwareKeys ? '/run/hardware-security-module' : '/run/key-service';
}
