import { inNamespace, ofCluster, specCase, type SchemaCase } from './schema-case';

const cilium = { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', ...inNamespace };
const guardrail = { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', ...ofCluster };
const provisioned = { apiVersion: 'cluster.x-k8s.io/v1beta2', kind: 'Cluster', ...inNamespace };
const schedule = { apiVersion: 'velero.io/v1', kind: 'Schedule', ...inNamespace };
const location = { apiVersion: 'velero.io/v1', kind: 'BackupStorageLocation', ...inNamespace };
const certificate = { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', ...inNamespace };
const database = { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', ...inNamespace };
const gateway = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', ...inNamespace };
const route = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', ...inNamespace };
const clients = { apiVersion: 'gateway.envoyproxy.io/v1alpha1', kind: 'ClientTrafficPolicy', ...inNamespace };
const alerts = { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', ...inNamespace };
const scrape = { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', ...inNamespace };

const secret = { secretName: 's', issuerRef: { name: 'i' } };
const subject = { tier: 'Admin', priority: 1, subject: { namespaces: {} } };

function listeners(...names: readonly string[]): object {
  return { gatewayClassName: 'c', listeners: names.map((name) => ({ name, port: 443, protocol: 'HTTPS' })) };
}

/** Kinds of custom resource definitions. */
export const customCases: readonly SchemaCase[] = [
  {
    name: 'CiliumNetworkPolicy: unknown field in the metadata',
    legal: { ...cilium, spec: { endpointSelector: {}, ingress: [{}] } },
    illegal: { ...cilium, metadata: { ...cilium.metadata, label: {} }, spec: { endpointSelector: {}, ingress: [{}] } },
    at: '/metadata/label',
  },
  specCase(cilium, {
    name: 'unknown form of peer',
    legal: { endpointSelector: {}, egress: [{ toFQDNs: [{ matchName: 'a.vn' }] }] },
    illegal: { endpointSelector: {}, egress: [{ toFQDNs: [{ matchName: 'a.vn', port: 1 }] }] },
    at: '/spec/egress/0/toFQDNs/0/port',
  }),
  specCase(guardrail, {
    name: 'unknown tier',
    legal: subject,
    illegal: { ...subject, tier: 'Administrator' },
    at: '/spec/tier',
  }),
  specCase(guardrail, {
    name: 'words of the older API',
    legal: { ...subject, ingress: [{ action: 'Accept', from: [{ namespaces: {} }] }] },
    illegal: { ...subject, ingress: [{ action: 'Allow', from: [{ namespaces: {} }] }] },
    at: '/spec/ingress/0/action',
  }),
  specCase(provisioned, {
    name: 'misspelt network',
    legal: { clusterNetwork: { pods: { cidrBlocks: ['10.0.0.0/8'] } } },
    illegal: { clusterNetwork: { pod: { cidrBlocks: ['10.0.0.0/8'] } } },
    at: '/spec/clusterNetwork/pod',
  }),
  specCase(provisioned, {
    name: 'port over 65535',
    legal: { controlPlaneEndpoint: { host: 'a.vn', port: 6443 } },
    illegal: { controlPlaneEndpoint: { host: 'a.vn', port: 65536 } },
    at: '/spec/controlPlaneEndpoint/port',
  }),
  specCase(schedule, {
    name: 'no time',
    legal: { schedule: '0 * * * *', template: { ttl: '24h0m0s' } },
    illegal: { template: { ttl: '24h0m0s' } },
    at: '/spec/schedule',
  }),
  specCase(schedule, {
    name: 'misspelt retention',
    legal: { schedule: '0 * * * *', template: { ttl: '24h0m0s' } },
    illegal: { schedule: '0 * * * *', template: { ttls: '24h0m0s' } },
    at: '/spec/template/ttls',
  }),
  specCase(location, {
    name: 'unknown access mode',
    legal: { provider: 'aws', accessMode: 'ReadWrite', objectStorage: { bucket: 'b' } },
    illegal: { provider: 'aws', accessMode: 'WriteOnly', objectStorage: { bucket: 'b' } },
    at: '/spec/accessMode',
  }),
  specCase(certificate, {
    name: 'unknown key algorithm',
    legal: { ...secret, privateKey: { algorithm: 'ECDSA' } },
    illegal: { ...secret, privateKey: { algorithm: 'DSA' } },
    at: '/spec/privateKey/algorithm',
  }),
  specCase(database, {
    name: 'no instance',
    legal: { instances: 3, storage: { size: '1Gi' } },
    illegal: { instances: 0, storage: { size: '1Gi' } },
    at: '/spec/instances',
  }),
  specCase(database, {
    name: 'memory with an unknown suffix',
    legal: { instances: 3, resources: { limits: { memory: '1Gi', cpu: 2 } } },
    illegal: { instances: 3, resources: { limits: { memory: '1GB', cpu: 2 } } },
    at: '/spec/resources/limits/memory',
  }),
  specCase(gateway, {
    name: 'two listeners of one name',
    legal: listeners('https', 'admin'),
    illegal: listeners('https', 'https'),
    at: '/spec/listeners',
  }),
  specCase(route, {
    name: 'port 0',
    legal: { rules: [{ backendRefs: [{ name: 's', port: 80 }] }] },
    illegal: { rules: [{ backendRefs: [{ name: 's', port: 0 }] }] },
    at: '/spec/rules/0/backendRefs/0/port',
  }),
  specCase(clients, {
    name: 'unknown TLS version',
    legal: { tls: { minVersion: '1.2' } },
    illegal: { tls: { minVersion: '1.4' } },
    at: '/spec/tls/minVersion',
  }),
  specCase(alerts, {
    name: 'alert without an expression',
    legal: { groups: [{ name: 'g', rules: [{ alert: 'A', expr: 'up == 0', for: '5m' }] }] },
    illegal: { groups: [{ name: 'g', rules: [{ alert: 'A', for: '5m' }] }] },
    at: '/spec/groups/0/rules/0/expr',
  }),
  specCase(scrape, {
    name: 'interval without a unit',
    legal: { selector: {}, endpoints: [{ port: 'metrics', interval: '30s' }] },
    illegal: { selector: {}, endpoints: [{ port: 'metrics', interval: '30' }] },
    at: '/spec/endpoints/0/interval',
  }),
];
