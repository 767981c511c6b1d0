import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { viewOf, type GivenResource } from '../../../support/view-of';
import type { PolicyCase } from '../../../support/describe-policy';
import { asWritten, withValue, type Edit, type Path } from '../../kit/edit-objects';

/** The subject of the cluster whose control plane the cases bend. */
export const subject = 'cluster/dc-north-shared-0';

const namespace = 'platform-machines-dc-north-shared-0';
const NAME = 'dc-north-shared-0-control';

/** The ids of the control plane and of a pool as subjects. */
export const planeId = `dc-north-management/KubeadmControlPlane/${namespace}/${NAME}`;
export const poolId = `dc-north-management/KubeadmConfigTemplate/${namespace}/worker`;

const SUITES = 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256';
const tls = { 'tls-min-version': 'VersionTLS12', 'tls-cipher-suites': SUITES };
const FOLDER = '/etc/kubernetes/configuration';

const flags: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  apiServer: {
    ...tls,
    'admission-control-config-file': `${FOLDER}/admission.yaml`,
    'audit-log-maxage': '30',
    'audit-log-maxbackup': '10',
    'audit-log-maxsize': '200',
    'authentication-config': `${FOLDER}/authentication.yaml`,
    'authorization-mode': 'Node,RBAC',
    'enable-admission-plugins': 'NodeRestriction',
    profiling: 'false',
  },
  controllerManager: { ...tls, 'bind-address': '127.0.0.1', profiling: 'false' },
  scheduler: { ...tls, 'bind-address': '127.0.0.1', profiling: 'false' },
  etcd: { 'cipher-suites': SUITES },
};

const admission: JsonObject = {
  apiVersion: 'apiserver.config.k8s.io/v1',
  kind: 'AdmissionConfiguration',
  plugins: [
    {
      name: 'PodSecurity',
      configuration: {
        defaults: { enforce: 'restricted' },
        exemptions: { usernames: [], runtimeClasses: [], namespaces: ['kube-system'] },
      },
    },
  ],
};

const authentication: JsonObject = {
  apiVersion: 'apiserver.config.k8s.io/v1',
  kind: 'AuthenticationConfiguration',
  jwt: [
    {
      issuer: { url: 'https://identity.test.gov.vn' },
      claimValidationRules: [
        { expression: 'claims.exp - claims.iat <= 28800' },
        {
          expression: "!claims.groups.exists(one, one.endsWith(':administrators')) || claims.exp - claims.iat <= 3600",
        },
      ],
    },
  ],
};

const kubelet: JsonObject = {
  apiVersion: 'kubelet.config.k8s.io/v1beta1',
  kind: 'KubeletConfiguration',
  authentication: { anonymous: { enabled: false }, webhook: { enabled: true } },
  authorization: { mode: 'Webhook' },
  readOnlyPort: 0,
  rotateCertificates: true,
  protectKernelDefaults: true,
  makeIPTablesUtilChains: true,
  streamingConnectionIdleTimeout: '5m0s',
  seccompDefault: true,
  tlsMinVersion: 'VersionTLS12',
  tlsCipherSuites: SUITES.split(','),
};

/** The files of a machine, by their names; what isn't there isn't written. */
type Files = Readonly<Record<string, JsonObject | undefined>>;
const planeFiles: Files = { admission, authentication, kubelet };

function written(files: Files): readonly JsonValue[] {
  return Object.entries(files).flatMap(([name, content]) =>
    content === undefined
      ? []
      : [{ path: `${FOLDER}/${name}.yaml`, owner: 'root:root', permissions: '0600', content: JSON.stringify(content) }],
  );
}

function objects(files: Files, given: typeof flags): readonly GivenResource[] {
  const args = (component: string): JsonObject => ({
    extraArgs: Object.entries(given[component] ?? {}).map(([name, value]) => ({ name, value })),
  });
  const clusterConfiguration = {
    apiServer: args('apiServer'),
    controllerManager: args('controllerManager'),
    scheduler: args('scheduler'),
    etcd: { local: args('etcd') },
  };
  const bodies: readonly JsonObject[] = [
    {
      apiVersion: 'cluster.x-k8s.io/v1beta2',
      kind: 'Cluster',
      metadata: { name: 'dc-north-shared-0', namespace },
      spec: { controlPlaneRef: { kind: 'KubeadmControlPlane', name: NAME } },
    },
    {
      apiVersion: 'controlplane.cluster.x-k8s.io/v1beta2',
      kind: 'KubeadmControlPlane',
      metadata: { name: NAME, namespace },
      spec: { kubeadmConfigSpec: { clusterConfiguration, files: written(files) } },
    },
    {
      apiVersion: 'bootstrap.cluster.x-k8s.io/v1beta2',
      kind: 'KubeadmConfigTemplate',
      metadata: { name: 'worker', namespace },
      spec: { template: { spec: { files: written({ kubelet: files['kubelet'] }) } } },
    },
  ];
  return bodies.map((body) => ({ body, cluster: 'dc-north-management' }));
}

/** The control plane and a pool as they are written, bent in one way. */
export function planes(edit: Edit = asWritten, about = subject): PolicyCase {
  return { subject: about, view: viewOf({ resources: edit(objects(planeFiles, flags)) }) };
}

/** The same with another value of a flag; undefined takes the flag away. */
export function withFlag(component: string, flag: string, value?: string): PolicyCase {
  const others = Object.entries(flags[component] ?? {}).filter(([name]) => name !== flag);
  const own = Object.fromEntries(value === undefined ? others : [...others, [flag, value]]);
  return { subject, view: viewOf({ resources: objects(planeFiles, { ...flags, [component]: own }) }) };
}

/** The same with another value in one of the files of the machines; undefined takes it away, no path the file. */
export function withFile(name: string, path: Path, value?: JsonValue): PolicyCase {
  const file = planeFiles[name] ?? {};
  const bent = path.length === 0 ? undefined : withValue(file, path, value);
  return { subject, view: viewOf({ resources: objects({ ...planeFiles, [name]: bent }, flags) }) };
}
