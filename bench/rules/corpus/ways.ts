import type { IntentId } from '../intents';
import type { Container, Draft, PodSpec } from './draft';
import type { Random } from './random';

/** One way to violate intents. */
export interface Way {
  readonly name: string;
  readonly violates: readonly IntentId[];
  /** Ways of one group touch the same fields, so an object gets one of them. */
  readonly group: string;
  /** Does it to a container that was picked; which ones can be is told apart.
   * @default - it is done to the pod
   */
  readonly container?: (container: Container, pod: PodSpec) => void;
  /** @default - it is done to a container */
  readonly pod?: (pod: PodSpec, random: Random) => void;
  /** Whether containers that run first can be picked too.
   * @default false
   */
  readonly first?: boolean;
  /** Whether only what serves can do it.
   * @default false
   */
  readonly serving?: boolean;
}

/** No container says what it could; the pod says nothing for it either. */
function silenceRoot(container: Container, pod: PodSpec): void {
  spreadToContainers(pod);
  delete container.securityContext.runAsNonRoot;
}

function silenceSeccomp(container: Container, pod: PodSpec): void {
  spreadToContainers(pod);
  delete container.securityContext.seccompProfile;
}

/** Makes each container say what its pod says for all. */
function spreadToContainers(pod: PodSpec): void {
  const { runAsNonRoot, seccompProfile } = pod.securityContext;
  for (const { securityContext } of [...pod.containers, ...(pod.initContainers ?? [])]) {
    if (runAsNonRoot !== undefined) securityContext.runAsNonRoot ??= runAsNonRoot;
    if (seccompProfile !== undefined) securityContext.seccompProfile ??= { type: seccompProfile.type };
  }
  pod.securityContext = {};
}

const requested = { cpu: '100m', memory: '128Mi' } as const;

/** Every way to violate an intent about pods. */
export const podWays: readonly Way[] = [
  { name: 'nobody says it', violates: ['non-root'], group: 'root', first: true, container: silenceRoot },
  {
    name: 'the container says otherwise than its pod',
    violates: ['non-root'],
    group: 'root',
    first: true,
    container(container, pod) {
      pod.securityContext.runAsNonRoot = true;
      container.securityContext.runAsNonRoot = false;
    },
  },
  ...['/', '/etc/kubernetes', '/var/run/docker.sock'].map((path): Way => ({
    name: `mounts ${path}`,
    violates: ['host-paths'],
    group: 'root',
    pod(pod) {
      pod.volumes = [...(pod.volumes ?? []), { name: 'host', hostPath: { path } }];
    },
  })),
  {
    name: 'not said',
    violates: ['escalation'],
    group: 'privilege',
    first: true,
    container: ({ securityContext }) => delete securityContext.allowPrivilegeEscalation,
  },
  {
    name: 'allowed',
    violates: ['escalation'],
    group: 'privilege',
    first: true,
    container({ securityContext }) {
      securityContext.allowPrivilegeEscalation = true;
    },
  },
  {
    name: 'privileged',
    violates: ['privileged', 'escalation'],
    group: 'privilege',
    first: true,
    container({ securityContext }) {
      securityContext.privileged = true;
      delete securityContext.allowPrivilegeEscalation;
    },
  },
  {
    name: 'drops none',
    violates: ['dropped-capabilities'],
    group: 'capabilities',
    first: true,
    container: ({ securityContext }) => delete securityContext.capabilities,
  },
  {
    name: 'drops another',
    violates: ['dropped-capabilities'],
    group: 'capabilities',
    first: true,
    container({ securityContext }) {
      securityContext.capabilities = { drop: ['MKNOD'] };
    },
  },
  ...['NET_ADMIN', 'SYS_TIME'].map((name): Way => ({
    name: `adds ${name}`,
    violates: ['added-capabilities'],
    group: 'capabilities',
    first: true,
    container({ securityContext }) {
      securityContext.capabilities = { add: [name], drop: ['ALL'] };
    },
  })),
  {
    name: 'not said',
    violates: ['read-only-root'],
    group: 'files',
    first: true,
    container: ({ securityContext }) => delete securityContext.readOnlyRootFilesystem,
  },
  {
    name: 'said to be writable',
    violates: ['read-only-root'],
    group: 'files',
    first: true,
    container({ securityContext }) {
      securityContext.readOnlyRootFilesystem = false;
    },
  },
  { name: 'nobody says it', violates: ['seccomp'], group: 'seccomp', first: true, container: silenceSeccomp },
  {
    name: 'the container switches it off',
    violates: ['seccomp'],
    group: 'seccomp',
    first: true,
    container({ securityContext }) {
      securityContext.seccompProfile = { type: 'Unconfined' };
    },
  },
  ...(['hostNetwork', 'hostPID', 'hostIPC'] as const).map((field): Way => ({
    name: field,
    violates: ['host-namespaces'],
    group: 'host',
    pod(pod) {
      pod[field] = true;
    },
  })),
  {
    name: 'opens a port of its host',
    violates: ['host-ports'],
    group: 'ports',
    first: true,
    container(container) {
      container.ports = [...(container.ports ?? []), { containerPort: 9_443, hostPort: 9_443 }];
    },
  },
  {
    name: 'no limits',
    violates: ['limits'],
    group: 'resources',
    first: true,
    container(container) {
      container.resources = { requests: { ...requested } };
    },
  },
  {
    name: 'no limit of CPU',
    violates: ['limits'],
    group: 'resources',
    first: true,
    container(container) {
      container.resources = { requests: { ...requested }, limits: { memory: '256Mi' } };
    },
  },
  {
    name: 'no limit of memory',
    violates: ['limits'],
    group: 'resources',
    first: true,
    container(container) {
      container.resources = { requests: { ...requested }, limits: { cpu: '500m' } };
    },
  },
  {
    name: 'nothing is said',
    violates: ['limits', 'requests'],
    group: 'resources',
    first: true,
    container: (container) => delete container.resources,
  },
  {
    name: 'nothing is said of memory',
    violates: ['limits', 'requests'],
    group: 'resources',
    first: true,
    container(container) {
      container.resources = { requests: { cpu: '100m' }, limits: { cpu: '500m' } };
    },
  },
  {
    name: 'no liveness probe',
    violates: ['probes'],
    group: 'probes',
    serving: true,
    container: (container) => delete container.livenessProbe,
  },
  {
    name: 'no readiness probe',
    violates: ['probes'],
    group: 'probes',
    serving: true,
    container: (container) => delete container.readinessProbe,
  },
  ...['registry.example.vn/team/app:latest', 'registry.example.vn/team/app', 'registry.example.vn:5000/team/app'].map(
    (image): Way => ({
      name: `image ${image}`,
      violates: ['stated-version', 'digest'],
      group: 'image',
      first: true,
      container(container) {
        container.image = image;
      },
    }),
  ),
  {
    name: 'a tag alone',
    violates: ['digest'],
    group: 'image',
    first: true,
    container(container) {
      container.image = 'registry.example.vn/team/app:1.4.2';
    },
  },
  {
    name: 'no account is named',
    violates: ['account-token'],
    group: 'account',
    pod(pod) {
      delete pod.serviceAccountName;
      delete pod.automountServiceAccountToken;
    },
  },
  {
    name: 'the default account is named',
    violates: ['account-token'],
    group: 'account',
    pod(pod) {
      pod.serviceAccountName = 'default';
      pod.automountServiceAccountToken = true;
    },
  },
  {
    name: 'a variable from a secret',
    violates: ['secret-variables'],
    group: 'variables',
    first: true,
    container(container) {
      container.env = [
        { name: 'LEVEL', value: 'info' },
        { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'database', key: 'password' } } },
      ];
    },
  },
  {
    name: 'a whole secret as variables',
    violates: ['secret-variables'],
    group: 'variables',
    first: true,
    container(container) {
      container.envFrom = [{ secretRef: { name: 'database' } }];
    },
  },
];

const [groups, resources, verbs] = [['apps'], ['deployments'], ['get', 'list']] as const;

/** One way to violate an intent about something that makes no pods. */
export interface OtherWay {
  readonly name: string;
  readonly violates: readonly IntentId[];
  readonly does: (draft: Draft, random: Random) => void;
}

/** A rule of a role with something in it, as its only rule or after another. */
function withRule(rule: { apiGroups?: string[]; resources?: string[]; verbs?: string[] }): OtherWay['does'] {
  return ({ parts, variants }, random) => {
    const isLast = random.happens(0.5);
    if (isLast) variants.push('the last of several rules');
    const own = { apiGroups: [...groups], resources: [...resources], verbs: [...verbs], ...rule };
    if (parts !== undefined) parts.rules = [...(isLast ? (parts.rules ?? []) : []), own];
  };
}

/** The ways of the other groups of kinds. */
export const otherWays: Readonly<Record<'services' | 'ingresses' | 'roles' | 'bindings', readonly OtherWay[]>> = {
  services: [
    {
      name: 'NodePort',
      violates: ['node-ports'],
      does: ({ parts }) => Object.assign(parts?.spec ?? {}, { type: 'NodePort' }),
    },
  ],
  ingresses: [{ name: 'no TLS', violates: ['ingress-tls'], does: ({ parts }) => delete parts?.spec?.['tls'] }],
  roles: [
    { name: 'every verb', violates: ['wildcards'], does: withRule({ verbs: ['*'] }) },
    { name: 'every resource', violates: ['wildcards'], does: withRule({ resources: ['*'] }) },
    { name: 'every group', violates: ['wildcards'], does: withRule({ apiGroups: ['*'] }) },
    ...['escalate', 'bind'].map((verb): OtherWay => ({
      name: `${verb} roles`,
      violates: ['escalating-verbs'],
      does: withRule({ apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles', 'clusterroles'], verbs: [verb] }),
    })),
  ],
  bindings: [
    {
      name: 'the default account',
      violates: ['default-subjects'],
      does: ({ parts, namespace }) =>
        parts?.subjects?.push({ kind: 'ServiceAccount', name: 'default', namespace: namespace ?? 'ns-0' }),
    },
  ],
};
