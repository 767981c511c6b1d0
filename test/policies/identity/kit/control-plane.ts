import type { JsonObject } from '../../../../resources/resource';
import type { GivenResource } from '../../../support/view-of';

const PATH = '/etc/kubernetes/configuration/authentication.yaml';

/** The cluster that the control plane of the kit is for. */
export const SUBJECT = 'cluster/dc-north-shared-0';

/** Sign-in through the provider of the healthy model, as the construct writes it; a bend replaces parts of the issuer. */
export function authentication(bend: JsonObject = {}, rest: JsonObject = {}): JsonObject {
  const paths = ['/livez', '/readyz', '/healthz', '/api/v1/namespaces/kube-public/configmaps/cluster-info'];
  const refusal = "!user.username.startsWith('system:') && user.groups.all(group, !group.startsWith('system:'))";
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AuthenticationConfiguration',
    jwt: [
      {
        issuer: { url: 'https://identity.test.gov.vn', audiences: ['kubernetes'] },
        claimValidationRules: [
          {
            expression: "has(claims.amr) && dyn(claims.amr).exists(method, method == 'mfa')",
            message: 'sign in again',
          },
        ],
        claimMappings: { username: { claim: 'sub', prefix: 'ndc:' }, groups: { claim: 'groups', prefix: '' } },
        userValidationRules: [{ expression: refusal, message: 'names of Kubernetes' }],
        ...bend,
      },
    ],
    anonymous: { enabled: true, conditions: paths.map((path) => ({ path })) },
    ...rest,
  };
}

/** The settings of the kubelet, some of them changed. */
export function kubelet(bend: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    authentication: { anonymous: { enabled: false }, webhook: { enabled: true } },
    authorization: { mode: 'Webhook' },
    readOnlyPort: 0,
    ...bend,
  };
}

/** What a control plane is made of; a JSON text is YAML too. */
export interface GivenControlPlane {
  /** @default - as the construct writes it */
  readonly authentication?: JsonObject | string;
  /** @default - as the construct writes it */
  readonly kubelet?: JsonObject;
  /** @default - Node,RBAC and the authentication configuration */
  readonly flags?: Readonly<Record<string, string>>;
}

/** The Cluster API objects of `dc-north-shared-0` in the management cluster of its site. */
export function controlPlane(given: GivenControlPlane = {}): readonly GivenResource[] {
  const flags = given.flags ?? { 'authentication-config': PATH, 'authorization-mode': 'Node,RBAC' };
  const own = given.authentication ?? authentication();
  const files = [
    { path: PATH, content: typeof own === 'string' ? own : JSON.stringify(own) },
    { path: '/etc/kubernetes/patches/kubelet.yaml', content: JSON.stringify(given.kubelet ?? kubelet()) },
  ];
  const extraArgs = Object.entries(flags).map(([name, value]) => ({ name, value }));
  const namespace = 'platform-machines-dc-north-shared-0';
  const name = 'dc-north-shared-0-control';
  const cluster = 'dc-north-management';
  return [
    {
      cluster,
      body: {
        apiVersion: 'cluster.x-k8s.io/v1beta2',
        kind: 'Cluster',
        metadata: { name: 'dc-north-shared-0', namespace },
        spec: { controlPlaneRef: { apiGroup: 'controlplane.cluster.x-k8s.io', kind: 'KubeadmControlPlane', name } },
      },
    },
    {
      cluster,
      body: {
        apiVersion: 'controlplane.cluster.x-k8s.io/v1beta2',
        kind: 'KubeadmControlPlane',
        metadata: { name, namespace },
        spec: { kubeadmConfigSpec: { clusterConfiguration: { apiServer: { extraArgs } }, files } },
      },
    },
  ];
}
