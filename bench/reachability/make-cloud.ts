import type { JsonObject, Resource } from '../../resources/resource';

/** How large a generated cloud is. */
export interface CloudSize {
  readonly tenants: number;
  /** Workloads of each tenant, a third each in front, in the middle and at the data. */
  readonly workloads: number;
}

/**
 * A cloud as ministries and provinces share it: a namespace for each tenant with workloads in three layers, six policies of
 * its own, policies of administrators before and after, and a gateway, name servers and monitoring that all tenants meet.
 */
export function makeCloud({ tenants, workloads }: CloudSize): readonly Resource[] {
  const own = Array.from({ length: tenants }, (_, index) => tenant(index, workloads));
  return [...shared(), ...adminPolicies(), ...own.flat()];
}

const METADATA = '169.254.169.254/32';
const LAYERS = ['front', 'middle', 'data'] as const;

function tenant(index: number, workloads: number): readonly Resource[] {
  const name = `tenant-${String(index).padStart(4, '0')}`;
  const labels = { 'ndc.test/tenant': name, 'ndc.test/level': String((index % 5) + 1) };
  return [
    object({ apiVersion: 'v1', kind: 'Namespace', name, labels }, {}),
    ...Array.from({ length: workloads }, (_, number) => workload(name, number)),
    ...tenantPolicies(name, index),
  ];
}

function workload(namespace: string, number: number): Resource {
  const layer = LAYERS[number % LAYERS.length] ?? 'front';
  const labels = { app: `${layer}-${number}`, layer };
  const ports = [{ name: 'api', containerPort: layer === 'data' ? 5432 : 8000 + (number % 3) }];
  const template = { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'main:1', ports }] } };
  return object(
    { apiVersion: 'apps/v1', kind: 'Deployment', name: `${layer}-${number}`, namespace },
    { spec: { template } },
  );
}

function tenantPolicies(namespace: string, index: number): readonly Resource[] {
  const inLayer = (layer: string): JsonObject => ({ podSelector: { matchLabels: { layer } } });
  const named = [{ protocol: 'TCP', port: 'api' }];
  const from = (name: string): JsonObject => ({ namespaceSelector: { matchLabels: { [NAME]: name } } });
  const dns = [
    {
      to: [from('dns')],
      ports: [
        { protocol: 'UDP', port: 53 },
        { protocol: 'TCP', port: 53 },
      ],
    },
  ];
  const extra = [{ from: [from('monitoring')], ports: [{ protocol: 'TCP', port: 9090 }] }];
  return [
    policy(namespace, 'deny-all', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
    policy(namespace, 'dns', { podSelector: {}, policyTypes: ['Egress'], egress: dns }),
    policy(namespace, 'front', {
      ...inLayer('front'),
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [from('gateway')], ports: named }],
      egress: [{ to: [inLayer('middle')], ports: named }],
    }),
    policy(namespace, 'middle', {
      ...inLayer('middle'),
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [inLayer('front')], ports: named }],
      egress: [{ to: [inLayer('data')], ports: named }],
    }),
    policy(namespace, 'data', { ...inLayer('data'), ingress: [{ from: [inLayer('middle')], ports: named }] }),
    ...(index % 10 === 0 ? [] : [policy(namespace, 'metrics', { podSelector: {}, ingress: extra })]),
  ];
}

const NAME = 'kubernetes.io/metadata.name';

function shared(): readonly Resource[] {
  return ['gateway', 'dns', 'monitoring'].flatMap((name) => [
    object({ apiVersion: 'v1', kind: 'Namespace', name, labels: { 'ndc.test/shared': 'true' } }, {}),
    workload(name, 0),
  ]);
}

function adminPolicies(): readonly Resource[] {
  const every = { namespaces: { matchExpressions: [{ key: 'ndc.test/tenant', operator: 'Exists' }] } };
  const sharedPeers = [{ namespaces: { matchLabels: { 'ndc.test/shared': 'true' } } }];
  const levels = [1, 2, 3, 4, 5].map((level) =>
    clusterPolicy(`level-${level}`, {
      tier: 'Admin',
      priority: 20 + level,
      subject: { namespaces: { matchLabels: { 'ndc.test/level': String(level) } } },
      ingress: [
        {
          action: 'Pass',
          from: [{ namespaces: { matchLabels: { 'ndc.test/level': String(level) } } }, ...sharedPeers],
        },
      ],
    }),
  );
  return [
    clusterPolicy('metadata', {
      tier: 'Admin',
      priority: 10,
      subject: every,
      egress: [{ action: 'Deny', to: [{ networks: [METADATA] }] }],
    }),
    ...levels,
    clusterPolicy('between-levels', {
      tier: 'Admin',
      priority: 100,
      subject: every,
      ingress: [{ action: 'Deny', from: [every] }],
    }),
    clusterPolicy('closed', {
      tier: 'Baseline',
      priority: 100,
      subject: { namespaces: {} },
      ingress: [{ action: 'Deny', from: [{ namespaces: {} }] }],
    }),
  ];
}

function policy(namespace: string, name: string, spec: JsonObject): Resource {
  return object({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', name, namespace }, { spec });
}

function clusterPolicy(name: string, spec: JsonObject): Resource {
  return object({ apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', name }, { spec });
}

interface Named {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

function object({ apiVersion, kind, name, namespace, labels = {} }: Named, rest: JsonObject): Resource {
  const metadata = { name, labels, ...(namespace === undefined ? {} : { namespace }) };
  return {
    id: `cloud/${kind}/${namespace ?? '-'}/${name}`,
    apiVersion,
    kind,
    name,
    namespace,
    site: '',
    body: { apiVersion, kind, metadata, ...rest },
    artifact: { file: 'cloud.yaml', engine: 'kubernetes', address: `${kind}/${name}` },
    constructPath: '',
    source: '',
  };
}
