import { CertificateAuthority } from '../../../../constructs/cluster/gateway/certificate-authority';
import { gatewayBlocks } from '../../../../constructs/cluster/gateway/gateway-addresses';
import { PlatformGateway } from '../../../../constructs/cluster/gateway/platform-gateway';
import { findOverlaps, parseCidr } from '../../../../model/address/cidr';
import { clusterOf, dataCenterOf } from '../../../support/healthy-cluster';
import { healthyModel } from '../../../support/healthy-model';
import { findObject, renderConstruct } from '../../../support/render-construct';

const gateway = renderConstruct(
  (scope) => new PlatformGateway(scope, 'gateway', { cluster: clusterOf(), domain: 'test.gov.vn' }),
);

describe('PlatformGateway', () => {
  test('listens on HTTPS alone, for routes of front zones', () => {
    expect(findObject(gateway, 'Gateway')['spec']).toEqual({
      gatewayClassName: 'platform',
      listeners: [
        {
          name: 'https',
          protocol: 'HTTPS',
          port: 443,
          tls: { mode: 'Terminate', certificateRefs: [{ name: 'gateway-certificate' }] },
          allowedRoutes: { namespaces: { from: 'Selector', selector: { matchLabels: { 'ndc.gov.vn/zone': 'dmz' } } } },
        },
      ],
    });
  });

  test('takes TLS 1.2 or newer and bounds connections', () => {
    expect(findObject(gateway, 'ClientTrafficPolicy')['spec']).toMatchObject({
      targetRefs: [{ kind: 'Gateway', name: 'platform' }],
      tls: { minVersion: '1.2' },
      connection: { connectionLimit: { value: 10_000 } },
    });
  });

  test('proves itself by a certificate of the platform', () => {
    expect(findObject(gateway, 'Certificate')['spec']).toEqual({
      secretName: 'gateway-certificate',
      dnsNames: ['*.test.gov.vn', 'gateway.dc-north-shared-0.test.gov.vn'],
      duration: '2160h',
      renewBefore: '720h',
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      usages: ['digital signature', 'server auth'],
      issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'platform' },
    });
  });
});

describe('CertificateAuthority', () => {
  test('asks the authority with a token and keeps no secret', () => {
    const objects = renderConstruct(
      (scope) => new CertificateAuthority(scope, 'authority', { cluster: clusterOf(), authority: 'ca.test.gov.vn' }),
    );
    expect(findObject(objects, 'ClusterIssuer')).toMatchObject({
      metadata: { name: 'platform' },
      spec: {
        vault: {
          server: 'https://ca.test.gov.vn',
          path: 'pki/sign/dc-north-shared-0',
          auth: { kubernetes: { serviceAccountRef: { name: 'certificate-authority-client' } } },
        },
      },
    });
    expect(findObject(objects, 'Role')['rules']).toEqual([
      {
        apiGroups: [''],
        resources: ['serviceaccounts/token'],
        resourceNames: ['certificate-authority-client'],
        verbs: ['create'],
      },
    ]);
    expect(JSON.stringify(objects)).not.toMatch(/secretRef|tokenSecretRef/i);
  });
});

describe('gatewayBlocks()', () => {
  test('cuts the DMZ zone of the site so that no two clusters share an address', () => {
    const { nation, clusters } = healthyModel();
    const site = dataCenterOf('dc-north');
    const texts = clusters
      .filter((cluster) => cluster.site === site.id)
      .flatMap((cluster) => gatewayBlocks({ cluster, site, nation }));
    const blocks = texts.map((text) => parseCidr(text)).flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
    expect(blocks).toHaveLength(6);
    expect(findOverlaps(blocks)).toEqual([]);
    expect(gatewayBlocks({ cluster: clusterOf(), site, nation })).toEqual([
      '10.97.24.0/25',
      '2001:db8:61:100::10:0/112',
    ]);
  });
});
