import type { Model } from '../../../../model/model';
import type { JsonObject } from '../../../../resources/resource';
import { healthyModel } from '../../../support/healthy-model';

/** The system of the healthy model that is of level 5. */
export const GUARDED = 'land-database';

const metadata = ['169.254.169.254/32', 'fd00:ec2::254/128'];

/** The management networks of the healthy model's three data centers. */
const management = [97, 98, 99].flatMap((slot) => [
  `10.${slot}.96.0/20`,
  `10.${slot}.128.0/20`,
  `2001:db8:${slot.toString(16)}:600::/56`,
  `2001:db8:${slot.toString(16)}:800::/56`,
]);

/** Every block that no tenant may reach. */
export const forbiddenBlocks: readonly string[] = [...metadata, ...management];

/** The healthy model with another version of Cilium in every cluster. */
export function withCilium(cilium: string): Model {
  const model = healthyModel();
  return { ...model, clusters: model.clusters.map((one) => ({ ...one, cilium })) };
}

const label = (name: string): string => `k8s:io.cilium.k8s.namespace.labels.ndc.gov.vn/${name}`;
const tenants = { matchExpressions: [{ key: label('tenant'), operator: 'Exists' }] };
const outsiders = [{ key: 'k8s:io.kubernetes.pod.namespace', operator: 'Exists' }];

/** A cluster-wide policy of Cilium. */
export function ciliumPolicy(name: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'cilium.io/v2', kind: 'CiliumClusterwideNetworkPolicy', metadata: { name }, spec };
}

/** The guardrails of a cluster with an older Cilium: boundary, default denial, and the guarded database. */
export function ciliumGuardrails(blocks = forbiddenBlocks): readonly JsonObject[] {
  const off = { ingress: false, egress: false };
  const nobodys = { key: label('tenant'), operator: 'DoesNotExist' };
  const others = { key: label('system'), operator: 'NotIn', values: [GUARDED] };
  return [
    ciliumPolicy('tenant-boundary', {
      endpointSelector: tenants,
      enableDefaultDeny: off,
      ingressDeny: [{ fromEndpoints: [{ matchExpressions: [...outsiders, nobodys] }] }],
      egressDeny: [{ toCIDR: blocks }],
    }),
    ciliumPolicy('tenant-default-deny', {
      endpointSelector: tenants,
      enableDefaultDeny: { ingress: true, egress: true },
      ingress: [{}],
      egress: [{}],
    }),
    ciliumPolicy(`tenant-database-${GUARDED}`, {
      endpointSelector: { matchLabels: { [label('system')]: GUARDED, [label('zone')]: 'database' } },
      enableDefaultDeny: off,
      ingressDeny: [{ fromEndpoints: [{ matchExpressions: [...outsiders, others] }] }],
    }),
  ];
}

/** A ClusterNetworkPolicy. */
export function clusterPolicy(name: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name }, spec };
}

/** The same guardrails for a Cilium that honors ClusterNetworkPolicy. */
export function clusterGuardrails(blocks = forbiddenBlocks): readonly JsonObject[] {
  const of = (operator: string) => ({ namespaces: { matchExpressions: [{ key: 'ndc.gov.vn/tenant', operator }] } });
  const every = { namespaces: {} };
  const guarded = { 'ndc.gov.vn/system': GUARDED, 'ndc.gov.vn/zone': 'database' };
  return [
    clusterPolicy('tenant-boundary', {
      tier: 'Admin',
      priority: 20,
      subject: of('Exists'),
      ingress: [{ name: 'namespaces-of-nobody', action: 'Deny', from: [of('DoesNotExist')] }],
      egress: [{ name: 'forbidden-blocks-0', action: 'Deny', to: [{ networks: blocks }] }],
    }),
    clusterPolicy('tenant-default-deny', {
      tier: 'Baseline',
      priority: 100,
      subject: of('Exists'),
      ingress: [{ name: 'everybody', action: 'Deny', from: [every] }],
      egress: [{ name: 'everybody', action: 'Deny', to: [every, { networks: ['0.0.0.0/0', '::/0'] }] }],
    }),
    clusterPolicy(`tenant-database-${GUARDED}`, {
      tier: 'Admin',
      priority: 10,
      subject: { namespaces: { matchLabels: guarded } },
      ingress: [
        {
          name: 'same-system',
          action: 'Pass',
          from: [{ namespaces: { matchLabels: { 'ndc.gov.vn/system': GUARDED } } }],
        },
        { name: 'everybody-else', action: 'Deny', from: [every] },
      ],
    }),
  ];
}
