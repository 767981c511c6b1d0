import type { TargetKind, TargetShape } from '../language/target';
import type { JobSpec, PodTemplateSpec } from '../shapes/kubernetes';

/** Digest of no image; examples need one. */
const DIGEST = 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const secured = {
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
} as const;

/** Pods of jobs end. */
const ending = { spec: { restartPolicy: 'Never' } } as const;

const selector = { matchLabels: { app: 'web' } } as const;

const apps = { group: 'apps', version: 'v1' } as const;

/** What replaces its pods by new ones, a few at a time or all at once. */
export const deploymentKind: TargetKind = {
  ...apps,
  kind: 'Deployment',
  resource: 'deployments',
  frame: { spec: { selector } },
};

const statefulSetKind: TargetKind = {
  ...apps,
  kind: 'StatefulSet',
  resource: 'statefulsets',
  frame: { spec: { selector, serviceName: 'web' } },
};

/** Kinds that say how many pods of theirs run at once, and replace those that end. */
export const replicatedKinds: readonly [TargetKind, ...TargetKind[]] = [deploymentKind, statefulSetKind];

/** Kinds whose pods serve for as long as they run. */
export const servingKinds: readonly [TargetKind, ...TargetKind[]] = [
  { ...apps, kind: 'DaemonSet', resource: 'daemonsets', frame: { spec: { selector } } },
  deploymentKind,
  { ...apps, kind: 'ReplicaSet', resource: 'replicasets', frame: { spec: { selector } } },
  statefulSetKind,
  {
    kind: 'ReplicationController',
    group: '',
    version: 'v1',
    resource: 'replicationcontrollers',
    frame: { spec: { selector: { app: 'web' } } },
  },
];

/** A job, whose pods run until their work is done. */
export const jobKind: TargetKind = {
  kind: 'Job',
  group: 'batch',
  version: 'v1',
  resource: 'jobs',
  frame: { spec: { template: ending } },
};

/** What makes jobs by the clock. */
export const cronJobKind: TargetKind = {
  kind: 'CronJob',
  group: 'batch',
  version: 'v1',
  resource: 'cronjobs',
  frame: { spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: ending } } } },
};

/** What makes pods from a template, and keeps it at one of two places. */
export const templateShapes: readonly [TargetShape, TargetShape] = [
  { name: 'template', kinds: [...servingKinds, jobKind], root: ['spec', 'template'] },
  { name: 'schedule', kinds: [cronJobKind], root: ['spec', 'jobTemplate', 'spec', 'template'] },
];

/** A pod that no rule finds anything wrong with. */
export const healthyPod: PodTemplateSpec = {
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
};

/** A job that no rule finds anything wrong with: it ends, one way or the other, and leaves nothing behind. */
export const healthyJob: JobSpec = {
  activeDeadlineSeconds: 3_600,
  backoffLimit: 3,
  ttlSecondsAfterFinished: 86_400,
  template: { ...healthyPod, spec: { ...healthyPod.spec, restartPolicy: 'Never' } },
};
