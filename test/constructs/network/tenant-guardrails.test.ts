import { ApiObject } from 'cdk8s';
import { TenantGuardrails } from '../../../constructs/network/tenant-guardrails';
import type { GuardrailRules } from '../../../constructs/network/guardrail';
import { findOwnership } from '../../../constructs/ownership';
import { testChart } from '../../support/render-construct';

const rules: GuardrailRules = {
  platformNamespaces: ['kube-system', 'platform-gateway'],
  forbiddenBlocks: ['10.97.128.0/20', '2001:db8:61:800::/56'],
  guardedSystems: [{ id: 'land-database', owner: 'national-owner' }],
};

const tenant = { matchExpressions: [{ key: 'ndc.gov.vn/tenant', operator: 'Exists' }] };

function build(cilium: string, bend: Partial<GuardrailRules> = {}) {
  const guardrails = new TenantGuardrails(testChart(), 'guardrails', { cilium, ...rules, ...bend });
  return guardrails.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
}

function specs(cilium: string, bend: Partial<GuardrailRules> = {}): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    build(cilium, bend).map((object) => [object.name, (object.toJson() as { spec: Record<string, unknown> }).spec]),
  );
}

describe('TenantGuardrails', () => {
  test.each([
    ['1.18.2', 'cilium.io/v2/CiliumClusterwideNetworkPolicy'],
    ['1.19.4', 'cilium.io/v2/CiliumClusterwideNetworkPolicy'],
    ['1.20.1', 'policy.networking.k8s.io/v1alpha2/ClusterNetworkPolicy'],
  ])('writes for Cilium %s only what it honours: %s', (cilium, type) => {
    expect(build(cilium).map(({ apiVersion, kind, name }) => [`${apiVersion}/${kind}`, name])).toEqual([
      [type, 'tenant-boundary'],
      [type, 'tenant-default-deny'],
      [type, 'tenant-database-land-database'],
    ]);
  });

  test('belongs to the platform, but for the databases of a system', () => {
    expect(build('1.20.1').map((object) => findOwnership(object).tenant)).toEqual([
      undefined,
      undefined,
      'national-owner',
    ]);
  });
});

describe('TenantGuardrails as ClusterNetworkPolicy', () => {
  const written = specs('1.20.1');

  test('passes the platform, then denies namespaces of nobody, before any network policy', () => {
    expect(written['tenant-boundary']).toMatchObject({
      tier: 'Admin',
      priority: 20,
      subject: { namespaces: tenant },
      ingress: [
        {
          action: 'Pass',
          from: [
            {
              namespaces: {
                matchExpressions: [
                  { key: 'kubernetes.io/metadata.name', operator: 'In', values: ['kube-system', 'platform-gateway'] },
                ],
              },
            },
          ],
        },
        {
          action: 'Deny',
          from: [{ namespaces: { matchExpressions: [{ key: 'ndc.gov.vn/tenant', operator: 'DoesNotExist' }] } }],
        },
      ],
    });
  });

  test('denies the way out to management networks and to the metadata of clouds', () => {
    expect(written['tenant-boundary']?.['egress']).toEqual([
      {
        name: 'forbidden-blocks-0',
        action: 'Deny',
        to: [{ networks: ['169.254.169.254/32', 'fd00:ec2::254/128', '10.97.128.0/20', '2001:db8:61:800::/56'] }],
      },
    ]);
  });

  test('denies a guarded database to everybody but its system and the platform, before the boundary', () => {
    expect(written['tenant-database-land-database']).toMatchObject({
      tier: 'Admin',
      priority: 10,
      subject: { namespaces: { matchLabels: { 'ndc.gov.vn/system': 'land-database', 'ndc.gov.vn/zone': 'database' } } },
      ingress: [
        { action: 'Pass', from: [{ namespaces: { matchLabels: { 'ndc.gov.vn/system': 'land-database' } } }, {}] },
        { action: 'Deny', from: [{ namespaces: {} }] },
      ],
    });
  });

  test('denies everything where no network policy decides, both families', () => {
    expect(written['tenant-default-deny']).toMatchObject({
      tier: 'Baseline',
      subject: { namespaces: tenant },
      ingress: [{ action: 'Deny', from: [{ namespaces: {} }] }],
      egress: [{ action: 'Deny', to: [{ namespaces: {} }, { networks: ['0.0.0.0/0', '::/0'] }] }],
    });
  });

  test('opens nothing: no rule accepts', () => {
    expect(JSON.stringify(written)).not.toContain('"Accept"');
  });

  test('splits more blocks than a peer or a rule may hold, and loses none', () => {
    const forbiddenBlocks = Array.from({ length: 700 }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
    const egress = specs('1.20.1', { forbiddenBlocks })['tenant-boundary']?.['egress'] as {
      to: { networks: string[] }[];
    }[];
    const peers = egress.flatMap((rule) => rule.to);
    expect(egress.map((rule) => rule.to.length)).toEqual([25, 4]);
    expect(Math.max(...peers.map((peer) => peer.networks.length))).toBe(25);
    expect(peers.flatMap((peer) => peer.networks).slice(2)).toEqual(forbiddenBlocks);
  });

  test('refuses what no ClusterNetworkPolicy can hold', () => {
    const forbiddenBlocks = Array.from({ length: 25 ** 3 }, () => '10.0.0.0/24');
    expect(() => specs('1.20.1', { forbiddenBlocks })).toThrow(RangeError);
  });
});

describe('TenantGuardrails as CiliumClusterwideNetworkPolicy', () => {
  const written = specs('1.18.2');
  const namespace = 'k8s:io.kubernetes.pod.namespace';
  const outsiders = [
    { key: namespace, operator: 'Exists' },
    { key: namespace, operator: 'NotIn', values: ['kube-system', 'platform-gateway'] },
  ];
  const tenants = {
    matchExpressions: [{ key: 'k8s:io.cilium.k8s.namespace.labels.ndc.gov.vn/tenant', operator: 'Exists' }],
  };

  test('denies pods of namespaces of nobody and the forbidden blocks, without switching on denial', () => {
    const nobodys = { key: 'k8s:io.cilium.k8s.namespace.labels.ndc.gov.vn/tenant', operator: 'DoesNotExist' };
    expect(written['tenant-boundary']).toEqual({
      endpointSelector: tenants,
      enableDefaultDeny: { ingress: false, egress: false },
      ingressDeny: [{ fromEndpoints: [{ matchExpressions: [...outsiders, nobodys] }] }],
      egressDeny: [{ toCIDR: ['169.254.169.254/32', 'fd00:ec2::254/128', '10.97.128.0/20', '2001:db8:61:800::/56'] }],
    });
  });

  test('denies a guarded database to pods of all other systems', () => {
    const others = {
      key: 'k8s:io.cilium.k8s.namespace.labels.ndc.gov.vn/system',
      operator: 'NotIn',
      values: ['land-database'],
    };
    expect(written['tenant-database-land-database']).toEqual({
      endpointSelector: {
        matchLabels: {
          'k8s:io.cilium.k8s.namespace.labels.ndc.gov.vn/system': 'land-database',
          'k8s:io.cilium.k8s.namespace.labels.ndc.gov.vn/zone': 'database',
        },
      },
      enableDefaultDeny: { ingress: false, egress: false },
      ingressDeny: [{ fromEndpoints: [{ matchExpressions: [...outsiders, others] }] }],
    });
  });

  test('switches on denial in both directions and allows nothing by it', () => {
    expect(written['tenant-default-deny']).toEqual({
      endpointSelector: tenants,
      enableDefaultDeny: { ingress: true, egress: true },
      ingress: [{}],
      egress: [{}],
    });
  });
});
