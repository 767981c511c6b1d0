import { CiliumSettings, meshName } from '../../../../constructs/cluster/network/cilium-settings';
import { platformDestinations } from '../../../../model/platform/platform-destination';
import { PlatformEgress } from '../../../../constructs/cluster/network/platform-egress';
import { SystemPolicies } from '../../../../constructs/cluster/network/system-policies';
import { clusterOf } from '../../../support/healthy-cluster';
import { healthyModel } from '../../../support/healthy-model';
import { findObject, renderConstruct } from '../../../support/render-construct';

describe('CiliumSettings', () => {
  const objects = renderConstruct((scope) => new CiliumSettings(scope, 'settings', clusterOf()));
  const data = findObject(objects, 'ConfigMap')['data'];

  test('let nothing pass without a policy, encrypt, and record flows', () => {
    expect(data).toMatchObject({
      'enable-policy': 'always',
      'policy-audit-mode': 'false',
      'policy-cidr-match-mode': 'nodes',
      'policy-default-local-cluster': 'true',
      'enable-wireguard': 'true',
      'encrypt-node': 'true',
      'enable-hubble': 'true',
      'hubble-export-file-path': '/var/run/cilium/hubble/events.log',
      'hubble-disable-tls': 'false',
    });
  });

  test('name the cluster in the mesh', () => {
    expect(data).toMatchObject({ 'cluster-name': 'dc-north-shared-0', 'cluster-id': '17' });
  });

  test('make identities of the labels that policies select', () => {
    expect(data).toMatchObject({ labels: 'k8s:ndc\\.gov\\.vn/ k8s:k8s-app$ k8s:cnpg\\.io/cluster$' });
  });
});

describe('meshName()', () => {
  test('is the number of the cluster where its id is longer than Cilium takes', () => {
    expect(meshName({ id: 'a'.repeat(32), meshId: 5 })).toBe('a'.repeat(32));
    expect(meshName({ id: 'a'.repeat(33), meshId: 5 })).toBe('mesh-5');
  });
});

describe('SystemPolicies', () => {
  const objects = renderConstruct((scope) => new SystemPolicies(scope, 'system', healthyModel().nation));

  test('let every pod ask for names, and ask on within the nation alone', () => {
    expect(findObject(objects, 'CiliumNetworkPolicy')).toMatchObject({
      metadata: { name: 'dns', namespace: 'kube-system' },
      spec: {
        ingress: [
          {
            fromEntities: ['cluster'],
            toPorts: [
              {
                ports: [
                  { port: '53', protocol: 'UDP' },
                  { port: '53', protocol: 'TCP' },
                ],
              },
            ],
          },
        ],
        egress: [
          {
            toEntities: ['kube-apiserver'],
            toPorts: [
              {
                ports: [
                  { port: '6443', protocol: 'TCP' },
                  { port: '443', protocol: 'TCP' },
                ],
              },
            ],
          },
          { toCIDR: ['10.0.0.0/8', '2001:db8::/32'] },
        ],
      },
    });
  });
});

describe('platformDestinations()', () => {
  test('are the hosts that the facts name', () => {
    expect(platformDestinations(healthyModel(), clusterOf())).toEqual([
      {
        service: 'backup',
        names: ['objects.dc-center.test.gov.vn', 'objects.dc-north.test.gov.vn', 'objects.dc-south.test.gov.vn'],
        port: 443,
      },
      { service: 'cert-manager', names: ['ca.test.gov.vn'], port: 443 },
      { service: 'identity', names: ['identity.test.gov.vn'], port: 443 },
      { service: 'logging', names: ['center.test.gov.vn', 'siem.test.gov.vn'], port: 6514 },
    ]);
  });

  test('of a management cluster include the API servers of its site', () => {
    const destinations = platformDestinations(healthyModel(), clusterOf('dc-south-management'));
    expect(destinations.find(({ service }) => service === 'cluster-api')?.names).toEqual([
      'api.dc-south-management.test.gov.vn',
      'api.dc-south-shared-0.test.gov.vn',
    ]);
  });
});

describe('PlatformEgress', () => {
  test('opens names, their questions and one port', () => {
    const destination = { service: 'cert-manager', names: ['ca.test.gov.vn'], port: 443 };
    const objects = renderConstruct((scope) => new PlatformEgress(scope, destination));
    expect(findObject(objects, 'CiliumNetworkPolicy')).toMatchObject({
      metadata: { namespace: 'platform-cert-manager' },
      spec: {
        egress: [
          { toPorts: [{ rules: { dns: [{ matchName: 'ca.test.gov.vn' }] } }] },
          { toFQDNs: [{ matchName: 'ca.test.gov.vn' }], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] },
        ],
      },
    });
  });
});
