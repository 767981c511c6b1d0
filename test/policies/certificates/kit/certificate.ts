import type { JsonObject } from '../../../../resources/resource';

/** A service certificate as it is written. */
export function certificate(namespace: string, dnsName: string): JsonObject {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: 'service', namespace },
    spec: {
      secretName: 'service-certificate',
      dnsNames: [dnsName],
      duration: '2160h',
      renewBefore: '720h',
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      usages: ['digital signature', 'server auth'],
      issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'platform' },
    },
  };
}
