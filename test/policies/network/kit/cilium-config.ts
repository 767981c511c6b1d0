import type { JsonObject } from '../../../../resources/resource';

/** The settings of a cluster's network agent as its construct writes them, some of them changed. */
export function ciliumConfig(bend: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cilium-config', namespace: 'kube-system' },
    data: {
      'enable-policy': 'always',
      'policy-audit-mode': 'false',
      'policy-default-local-cluster': 'true',
      'enable-wireguard': 'true',
      'encrypt-node': 'true',
      'enable-hubble': 'true',
      ...bend,
    },
  };
}
