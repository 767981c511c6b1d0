import type { JsonObject } from '../../../../resources/resource';
import type { PolicyCase } from '../../../support/describe-policy';
import { idOf, viewOf, type GivenResource } from '../../../support/view-of';
import { asWritten, type Edit } from '../../kit/edit-objects';

const namespace = 'platform-logging';

/** The ids of the agent and of the connector as subjects. */
export const agent = idOf('DaemonSet', 'agent', namespace);
export const connector = idOf('Deployment', 'connector', namespace);

/** Keys that lead to the pod and to its container. */
export const pod = ['spec', 'template', 'spec'] as const;
export const container = [...pod, 'containers', 0] as const;

const hardened: JsonObject = {
  name: 'main',
  image: 'registry.test.gov.vn/platform/fluent-bit:4.1.0',
  livenessProbe: { httpGet: { path: '/', port: 9090 } },
  readinessProbe: { httpGet: { path: '/', port: 9090 } },
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
  securityContext: {
    privileged: false,
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

const labels = (name: string): JsonObject => ({ 'app.kubernetes.io/name': name });

function workload(kind: string, name: string, spec: JsonObject): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace },
    spec: { template: { metadata: { labels: labels(name) }, spec } },
  };
}

const objects: readonly JsonObject[] = [
  workload('DaemonSet', 'agent', {
    serviceAccountName: 'agent',
    containers: [
      {
        ...hardened,
        volumeMounts: [
          { name: 'logs', mountPath: '/var/log', readOnly: true },
          { name: 'buffer', mountPath: '/var/lib/agent' },
          { name: 'pipeline', mountPath: '/etc/agent', readOnly: true },
        ],
      },
    ],
    volumes: [
      { name: 'logs', hostPath: { path: '/var/log' } },
      { name: 'buffer', hostPath: { path: '/var/lib/agent' } },
      { name: 'pipeline', configMap: { name: 'agent' } },
    ],
  }),
  workload('Deployment', 'connector', {
    automountServiceAccountToken: false,
    containers: [hardened],
    topologySpreadConstraints: [
      {
        labelSelector: { matchLabels: labels('connector') },
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'DoNotSchedule',
      },
    ],
    volumes: [{ name: 'certificate', secret: { secretName: 'connector-certificate' } }],
  }),
  { kind: 'ServiceAccount', metadata: { name: 'agent', namespace } },
  { kind: 'ConfigMap', metadata: { name: 'agent', namespace } },
  { kind: 'Certificate', metadata: { name: 'connector', namespace }, spec: { secretName: 'connector-certificate' } },
  {
    kind: 'ClusterRole',
    metadata: { name: 'agent' },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
  },
  {
    kind: 'ClusterRoleBinding',
    metadata: { name: 'agent' },
    roleRef: { kind: 'ClusterRole', name: 'agent' },
    subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace }],
  },
];

/** An agent on every node and a connector with all that they use, bent in one way. */
export function workloads(subject: string, edit: Edit = asWritten): PolicyCase {
  const given: readonly GivenResource[] = objects.map((body) => ({ body }));
  return { subject, view: viewOf({ resources: edit(given) }) };
}
