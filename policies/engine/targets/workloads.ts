import { defineTarget } from '../language/target';
import type { PodTemplateSpec } from '../shapes/kubernetes';

/** Digest of no image; examples need one. */
const DIGEST = 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const secured = {
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
} as const;

/** Pods of jobs end. */
const ending = { spec: { restartPolicy: 'Never' } } as const;

const selector = { matchLabels: { app: 'web' } } as const;

/** Pods, and everything that makes pods: the template of one is looked at as the pod itself. */
export default defineTarget<PodTemplateSpec>({
  name: 'workloads',
  namespaced: true,
  shapes: [
    {
      name: 'pod',
      kinds: [
        { kind: 'Pod', group: '', version: 'v1', resource: 'pods', subresources: ['ephemeralcontainers', 'resize'] },
      ],
    },
    {
      name: 'template',
      kinds: [
        { kind: 'DaemonSet', group: 'apps', version: 'v1', resource: 'daemonsets', frame: { spec: { selector } } },
        { kind: 'Deployment', group: 'apps', version: 'v1', resource: 'deployments', frame: { spec: { selector } } },
        { kind: 'ReplicaSet', group: 'apps', version: 'v1', resource: 'replicasets', frame: { spec: { selector } } },
        {
          kind: 'StatefulSet',
          group: 'apps',
          version: 'v1',
          resource: 'statefulsets',
          frame: { spec: { selector, serviceName: 'web' } },
        },
        { kind: 'Job', group: 'batch', version: 'v1', resource: 'jobs', frame: { spec: { template: ending } } },
        {
          kind: 'ReplicationController',
          group: '',
          version: 'v1',
          resource: 'replicationcontrollers',
          frame: { spec: { selector: { app: 'web' } } },
        },
      ],
      root: ['spec', 'template'],
    },
    {
      name: 'schedule',
      kinds: [
        {
          kind: 'CronJob',
          group: 'batch',
          version: 'v1',
          resource: 'cronjobs',
          frame: { spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: ending } } } },
        },
      ],
      root: ['spec', 'jobTemplate', 'spec', 'template'],
    },
  ],
  healthy: {
    metadata: { labels: { app: 'web' } },
    spec: {
      automountServiceAccountToken: false,
      serviceAccountName: 'web',
      securityContext: secured,
      containers: [
        {
          name: 'main',
          image: `registry.example.vn/web@${DIGEST}`,
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
            privileged: false,
            readOnlyRootFilesystem: true,
            ...secured,
          },
          resources: {
            requests: { cpu: '100m', memory: '128Mi' },
            limits: { cpu: '500m', memory: '256Mi' },
          },
          livenessProbe: { httpGet: { path: '/live', port: 8080 } },
          readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
          ports: [{ containerPort: 8080 }],
        },
      ],
    },
  },
});
