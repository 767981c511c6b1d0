import { defineTarget } from '../../language/target';
import type { Certificate } from '../../shapes/cert-manager';

/** Certificates that cert-manager asks the authority for, and renews. */
export default defineTarget<Certificate>({
  name: 'certificates',
  namespaced: true,
  shapes: [
    {
      name: 'certificate',
      kinds: [{ kind: 'Certificate', group: 'cert-manager.io', version: 'v1', resource: 'certificates' }],
    },
  ],
  healthy: {
    spec: {
      secretName: 'service-certificate',
      dnsNames: ['web.example.vn'],
      duration: '2160h',
      renewBefore: '720h',
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      usages: ['digital signature', 'server auth'],
      issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'platform' },
    },
  },
});
