/** What the tools are asked about, in words that belong to none of them. */
export interface Intent {
  /** What must hold of an object. */
  readonly meaning: string;
  /** Kinds that it is about. */
  readonly about: 'pods' | 'servers' | 'services' | 'ingresses' | 'roles' | 'bindings';
  /** Ours; the object violates the intent when one of them fails. */
  readonly rules: readonly string[];
  /** Checks of Checkov; none where it has none of this meaning. */
  readonly checkov: readonly string[];
}

/** The kinds of each group. Jobs end, so nobody asks them whether they serve. */
export const kindsOf: Readonly<Record<Intent['about'], readonly string[]>> = {
  pods: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'StatefulSet'],
  servers: ['DaemonSet', 'Deployment', 'StatefulSet'],
  services: ['Service'],
  ingresses: ['Ingress'],
  roles: ['ClusterRole', 'Role'],
  bindings: ['ClusterRoleBinding', 'RoleBinding'],
};

/** Every intent by its id. */
export const intents = {
  'non-root': {
    meaning: 'every container says, or its pod says for it, that it may not run as root',
    about: 'pods',
    rules: ['pods/require-non-root'],
    checkov: ['CKV_K8S_23'],
  },
  escalation: {
    meaning: 'every container says that it gains no privileges',
    about: 'pods',
    rules: ['pods/disallow-privilege-escalation'],
    checkov: ['CKV_K8S_20'],
  },
  privileged: {
    meaning: 'no container is privileged',
    about: 'pods',
    rules: ['pods/disallow-privileged-containers'],
    checkov: ['CKV_K8S_16'],
  },
  'dropped-capabilities': {
    meaning: 'every container drops ALL capabilities',
    about: 'pods',
    rules: ['pods/require-dropped-capabilities'],
    checkov: ['CKV_K8S_37'],
  },
  'added-capabilities': {
    meaning: 'no container adds capabilities',
    about: 'pods',
    rules: ['pods/restrict-added-capabilities'],
    checkov: ['CKV_K8S_25'],
  },
  'read-only-root': {
    meaning: 'the root file system of every container is read-only',
    about: 'pods',
    rules: ['pods/require-read-only-root'],
    checkov: ['CKV_K8S_22'],
  },
  seccomp: {
    meaning: 'every container has a seccomp profile, its own or that of its pod',
    about: 'pods',
    rules: ['pods/require-seccomp-profile'],
    checkov: ['CKV_K8S_31'],
  },
  'host-namespaces': {
    meaning: 'no pod shares the network, the processes or the memory of its host',
    about: 'pods',
    rules: ['pods/disallow-host-namespaces'],
    checkov: ['CKV_K8S_17', 'CKV_K8S_18', 'CKV_K8S_19'],
  },
  'host-paths': {
    meaning: 'no pod mounts a folder of its host',
    about: 'pods',
    rules: ['pods/restrict-host-paths'],
    checkov: [],
  },
  'host-ports': {
    meaning: 'no container opens a port of its host',
    about: 'pods',
    rules: ['containers/disallow-host-ports'],
    checkov: ['CKV_K8S_26'],
  },
  limits: {
    meaning: 'every container has a limit of CPU and of memory',
    about: 'pods',
    rules: ['containers/require-resource-limits'],
    checkov: ['CKV_K8S_11', 'CKV_K8S_13'],
  },
  requests: {
    meaning: 'CPU and memory are kept for every container, by a request or by a limit, which stands for it',
    about: 'pods',
    rules: ['containers/require-resource-requests'],
    checkov: ['CKV_K8S_10', 'CKV_K8S_12'],
  },
  probes: {
    meaning: 'every container that serves is probed for being alive and ready',
    about: 'servers',
    rules: ['containers/require-probes'],
    checkov: ['CKV_K8S_8', 'CKV_K8S_9'],
  },
  'stated-version': {
    meaning: 'every image has a tag other than latest, or a digest',
    about: 'pods',
    rules: ['images/require-stated-version'],
    checkov: ['CKV_K8S_14'],
  },
  digest: {
    meaning: 'every image is named by its digest',
    about: 'pods',
    rules: ['images/require-image-digests'],
    checkov: ['CKV_K8S_43'],
  },
  'account-token': {
    meaning: 'no pod takes the token of the default account',
    about: 'pods',
    rules: ['containers/require-own-account'],
    checkov: ['CKV_K8S_38'],
  },
  'secret-variables': {
    meaning: 'no environment variable carries a secret',
    about: 'pods',
    rules: ['containers/disallow-secret-environment', 'containers/disallow-secret-variables'],
    checkov: ['CKV_K8S_35'],
  },
  'node-ports': {
    meaning: 'no service opens a port on every node',
    about: 'services',
    rules: ['services/disallow-node-ports'],
    checkov: [],
  },
  'ingress-tls': {
    meaning: 'every ingress has TLS',
    about: 'ingresses',
    rules: ['routes/require-ingress-tls'],
    checkov: [],
  },
  wildcards: {
    meaning: 'no role has a wildcard for verbs, resources or groups',
    about: 'roles',
    rules: ['roles/disallow-wildcard-groups', 'roles/disallow-wildcard-resources', 'roles/disallow-wildcard-verbs'],
    checkov: ['CKV_K8S_49'],
  },
  'escalating-verbs': {
    meaning: 'no role lets anybody bind or escalate roles',
    about: 'roles',
    rules: ['roles/disallow-escalation-verbs'],
    checkov: ['CKV_K8S_157', 'CKV_K8S_158'],
  },
  'default-subjects': {
    meaning: 'no binding gives anything to a default account',
    about: 'bindings',
    rules: ['bindings/disallow-default-accounts'],
    checkov: ['CKV_K8S_42'],
  },
} as const satisfies Readonly<Record<string, Intent>>;

/** The id of an intent. */
export type IntentId = keyof typeof intents;

/** The ids, in the order of the table. */
export const intentIds = Object.keys(intents) as readonly IntentId[];
