import { ServiceCertificate } from '../../../constructs/data/service-certificate';
import { renderConstruct } from '../../support/render-construct';
import { procedures } from '../../support/healthy-systems';

describe('ServiceCertificate', () => {
  test('is an ECDSA certificate of 90 days, renewed a month ahead with a new key', () => {
    const props = { system: procedures(), namespace: 'p01-proc-dmz', domain: 'test.gov.vn', issuer: 'platform' };
    const [certificate] = renderConstruct((scope) => new ServiceCertificate(scope, 'test', props));
    expect(certificate?.metadata).toMatchObject({ name: 'service', namespace: 'p01-proc-dmz' });
    expect(certificate?.['spec']).toEqual({
      secretName: 'service-certificate',
      dnsNames: ['procedures-p01.test.gov.vn'],
      duration: '2160h',
      renewBefore: '720h',
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      usages: ['digital signature', 'server auth'],
      issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'platform' },
    });
  });
});
