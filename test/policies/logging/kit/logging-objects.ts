import type { Model } from '../../../../model/model';
import { annotations } from '../../../../model/naming';
import type { Cluster } from '../../../../model/site/cluster';
import type { JsonObject } from '../../../../resources/resource';
import type { AssemblyView } from '../../../../resources/view/assembly-view';
import { healthyModel } from '../../../support/healthy-model';
import { viewOf, type GivenResource } from '../../../support/view-of';
import { asWritten, change, type Edit } from '../../kit/edit-objects';
import { clusterObjects, shared } from '../../resilience/kit/cluster-objects';

const AUDIT_LOG = '/var/log/kubernetes/audit/audit.log';
const FLOW_LOG = '/var/run/cilium/hubble/events.log';
const folder = '/etc/kubernetes/configuration';

/** What the log carriers of a cluster are told; a test bends it. */
export interface Pipelines {
  readonly shipper: JsonObject;
  readonly connector: JsonObject;
}

const tls = { tls: 'on', 'tls.verify': 'on' };
const syslog = (host: string): JsonObject => ({ name: 'syslog', match: '*', host, port: 6514, mode: 'tls', ...tls });

/** Pipelines as they are written. */
export const pipelines: Pipelines = {
  shipper: {
    pipeline: {
      inputs: [
        { name: 'tail', tag: 'pods', path: '/var/log/containers/*.log' },
        { name: 'tail', tag: 'security.audit', path: AUDIT_LOG },
        { name: 'tail', tag: 'security.flows', path: FLOW_LOG },
        { name: 'systemd', tag: 'host' },
      ],
      outputs: [
        syslog('siem.test.gov.vn'),
        { name: 'forward', match: 'security.*', host: 'national-center-connector', port: 24_224, ...tls },
      ],
    },
  },
  connector: { pipeline: { inputs: [{ name: 'forward', port: 24_224 }], outputs: [syslog('center.test.gov.vn')] } },
};

/** What an API server records, as it is written. */
export const auditPolicy: JsonObject = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  rules: [
    { level: 'Metadata', resources: [{ group: '', resources: ['secrets', 'configmaps', 'serviceaccounts/token'] }] },
    {
      level: 'RequestResponse',
      verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'],
      resources: [
        { group: 'rbac.authorization.k8s.io' },
        { group: 'networking.k8s.io', resources: ['networkpolicies'] },
      ],
    },
    { level: 'Metadata' },
  ],
};

/** How stored objects are encrypted, as it is written. */
export function encryption(hardware: boolean): JsonObject {
  const endpoint = hardware ? 'unix:///run/hardware-security-module/kms.sock' : 'unix:///run/key-service/kms.sock';
  const kms = { apiVersion: 'v2', name: hardware ? 'hardware' : 'service', endpoint, timeout: '3s' };
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'EncryptionConfiguration',
    resources: [{ resources: ['secrets', 'configmaps'], providers: [{ kms }] }],
  };
}

/** The healthy nation with all that its logging is made of, bent in one way. */
export function logging(edit: Edit = asWritten, model: Model = healthyModel()): AssemblyView {
  return viewOf({ model, resources: edit(model.clusters.flatMap((cluster) => objectsOf(cluster))) });
}

/** Bends a pipeline of every cluster. */
export function pipe(name: 'log-shipper' | 'national-center-connector', pipeline: JsonObject | string): Edit {
  const text = typeof pipeline === 'string' ? pipeline : JSON.stringify(pipeline);
  return change(`ConfigMap/${name}`, ['data', 'fluent-bit.yaml'], text);
}

/** Bends a file of the first shared cluster’s control plane, by its place among the files. */
export function file(index: 0 | 1, content: JsonObject | string): Edit {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const path = ['spec', 'kubeadmConfigSpec', 'files', index, 'content'];
  return change(`KubeadmControlPlane/${shared}-control`, path, text);
}

function objectsOf(cluster: Cluster): readonly GivenResource[] {
  const bodies = [...shipper(cluster), ...connector(), cilium];
  const provisioning = clusterObjects(cluster, kubeadmConfigSpec(cluster));
  return [
    ...provisioning.filter(({ body }) => body['kind'] !== 'BareMetalHost'),
    ...bodies.map((body) => ({ body, cluster: cluster.id, site: cluster.site })),
  ];
}

const ntp: JsonObject = { enabled: true, servers: ['time-1.test.gov.vn', 'time-2.test.gov.vn'] };

function kubeadmConfigSpec({ role }: Cluster): JsonObject {
  const flags = {
    'audit-log-path': AUDIT_LOG,
    'audit-policy-file': `${folder}/audit-policy.yaml`,
    'encryption-provider-config': `${folder}/encryption.yaml`,
  };
  const extraArgs = Object.entries(flags).map(([name, value]) => ({ name, value }));
  const hardware = role === 'dedicated';
  return {
    clusterConfiguration: { apiServer: { extraArgs } },
    files: [
      { path: `${folder}/audit-policy.yaml`, content: JSON.stringify(auditPolicy) },
      { path: `${folder}/encryption.yaml`, content: JSON.stringify(encryption(hardware)) },
    ],
    ntp,
  };
}

function carrier(kind: string, name: string, spec: JsonObject): JsonObject {
  const metadata: JsonObject = {
    name,
    namespace: 'platform-logging',
    annotations: { [annotations.retentionDays]: '365' },
  };
  return { apiVersion: 'apps/v1', kind, metadata, spec };
}

function configMap(name: string, pipeline: JsonObject): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'platform-logging' },
    data: { 'fluent-bit.yaml': JSON.stringify(pipeline) },
  };
}

function shipper({ id }: Cluster): readonly JsonObject[] {
  const name = 'log-shipper';
  const spec = {
    tolerations: [{ operator: 'Exists' }],
    containers: [{ name: 'agent', image: `registry.test.gov.vn/platform/fluent-bit:4.1.0`, env: [{ name: id }] }],
    volumes: [
      { name: 'pipeline', configMap: { name } },
      { name: 'logs', hostPath: { path: '/var/log' } },
    ],
  };
  return [carrier('DaemonSet', name, { template: { spec } }), configMap(name, pipelines.shipper)];
}

function connector(): readonly JsonObject[] {
  const name = 'national-center-connector';
  const labels = { 'app.kubernetes.io/name': name };
  const spec = { containers: [], volumes: [{ name: 'pipeline', configMap: { name } }] };
  return [
    carrier('Deployment', name, { replicas: 2, template: { metadata: { labels }, spec } }),
    configMap(name, pipelines.connector),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: 'platform-logging' },
      spec: { selector: labels, ports: [{ name: 'forward', port: 24_224 }] },
    },
  ];
}

const cilium: JsonObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'cilium-config', namespace: 'kube-system' },
  data: { 'enable-hubble': 'true', 'hubble-disable-tls': 'false', 'hubble-export-file-path': FLOW_LOG },
};
