import type { Container, Draft, OtherParts, PodSpec } from './draft';
import type { Random } from './random';

const RBAC = 'rbac.authorization.k8s.io';

/** What a kind is made of. */
export interface KindOfDraft {
  readonly apiVersion: string;
  readonly kind: string;
  /** How many of a hundred objects. */
  readonly share: number;
  readonly namespaced: boolean;
}

const kind = (apiVersion: string, name: string, share: number): KindOfDraft => ({
  apiVersion,
  kind: name,
  share,
  namespaced: name !== 'ClusterRole' && name !== 'ClusterRoleBinding',
});

/** The kinds of the estate beside namespaces. */
export const kinds: readonly KindOfDraft[] = [
  kind('apps/v1', 'Deployment', 30),
  kind('apps/v1', 'StatefulSet', 7),
  kind('apps/v1', 'DaemonSet', 4),
  kind('batch/v1', 'Job', 6),
  kind('batch/v1', 'CronJob', 6),
  kind('v1', 'Pod', 7),
  kind('v1', 'Service', 15),
  kind('networking.k8s.io/v1', 'Ingress', 5),
  kind(RBAC + '/v1', 'Role', 6),
  kind(RBAC + '/v1', 'ClusterRole', 3),
  kind(RBAC + '/v1', 'RoleBinding', 4),
  kind(RBAC + '/v1', 'ClusterRoleBinding', 2),
  kind('v1', 'ConfigMap', 5),
];

const PODS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod']);
const ENDING = new Set(['Job', 'CronJob']);

/** An object that violates nothing. */
export function healthyDraft(of: KindOfDraft, place: Place, random: Random): Draft {
  const { name, namespace } = place;
  const base = { apiVersion: of.apiVersion, kind: of.kind, name, namespace: of.namespaced ? namespace : undefined };
  const rest = { violates: new Map(), variants: [] };
  if (!PODS.has(of.kind)) return { ...base, parts: partsOf(of.kind, place), ...rest };
  const draft: Draft = { ...base, pod: healthyPod(ENDING.has(of.kind), random), ...rest };
  for (const { chance, does, name: variant } of variants) {
    if (!random.happens(chance)) continue;
    does(draft.pod ?? healthyPod(false, random), random);
    draft.variants.push(variant);
  }
  return draft;
}

/** Where an object stands. */
export interface Place {
  readonly name: string;
  readonly namespace: string;
}

function healthyPod(isEnding: boolean, random: Random): PodSpec {
  const count = random.happens(0.3) ? 2 : 1;
  const containers = Array.from({ length: count }, (_, index) => healthyContainer(`main-${index}`, random));
  const first = random.happens(0.3) ? [bare(healthyContainer('first', random))] : [];
  return {
    automountServiceAccountToken: false,
    serviceAccountName: 'app',
    ...(isEnding ? { restartPolicy: 'Never' } : {}),
    securityContext: {},
    ...(first.length === 0 ? {} : { initContainers: first }),
    containers: isEnding ? containers.map(bare) : containers,
  };
}

/** Without what only a container that serves has. */
function bare(container: Container): Container {
  const { livenessProbe: _alive, readinessProbe: _ready, ...rest } = container;
  return rest;
}

function healthyContainer(name: string, random: Random): Container {
  const digest = Array.from({ length: 8 }, () => random.below(0x1_0000_0000).toString(16).padStart(8, '0')).join('');
  return {
    name,
    image: `registry.example.vn/team/app-${random.below(50)}@sha256:${digest}`,
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
    ports: [{ containerPort: 8_080 }],
    env: [
      { name: 'LEVEL', value: 'info' },
      { name: 'PORT', value: '8080' },
    ],
    livenessProbe: { httpGet: { path: '/live', port: 8_080 } },
    readinessProbe: { httpGet: { path: '/ready', port: 8_080 } },
  };
}

interface Variant {
  readonly name: string;
  readonly chance: number;
  readonly does: (pod: PodSpec, random: Random) => void;
}

/** What violates nothing, though it is written otherwise. */
const variants: readonly Variant[] = [
  {
    name: 'the pod says it for its containers',
    chance: 0.3,
    does(pod) {
      pod.securityContext = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
      for (const { securityContext } of [...pod.containers, ...(pod.initContainers ?? [])]) {
        delete securityContext.runAsNonRoot;
        delete securityContext.seccompProfile;
      }
    },
  },
  {
    name: 'limits stand for requests',
    chance: 0.1,
    does({ containers }) {
      for (const { resources } of containers) delete resources?.requests;
    },
  },
  {
    name: 'a tag beside the digest',
    chance: 0.15,
    does({ containers }) {
      for (const container of containers) container.image = container.image.replace('@', ':1.4.2@');
    },
  },
  {
    name: 'volumes of the pod alone',
    chance: 0.3,
    does(pod) {
      pod.volumes = [
        { name: 'room', emptyDir: { sizeLimit: '64Mi' } },
        { name: 'settings', configMap: { name: 'settings' } },
      ];
    },
  },
];

function partsOf(of: string, { name, namespace }: Place): OtherParts {
  const host = `${name}.example.vn`;
  if (of === 'Service')
    return { spec: { type: 'ClusterIP', selector: { app: name }, ports: [{ port: 443, targetPort: 8_443 }] } };
  if (of === 'Ingress') return { spec: ingressSpec(host, name) };
  if (of === 'Role' || of === 'ClusterRole')
    return { rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list', 'watch'] }] };
  if (of === 'RoleBinding' || of === 'ClusterRoleBinding')
    return { subjects: [{ kind: 'ServiceAccount', name: 'app', namespace }] };
  return {};
}

function ingressSpec(host: string, name: string): NonNullable<OtherParts['spec']> {
  return {
    ingressClassName: 'platform',
    tls: [{ hosts: [host], secretName: `${name}-certificate` }],
    rules: [
      {
        host,
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { number: 443 } } } }],
        },
      },
    ],
  };
}
