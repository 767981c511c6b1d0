import { load } from 'js-yaml';
import { ControlPlane } from '../../../constructs/data-center/control-plane';
import { clusterOf } from '../../support/healthy-cluster';
import { healthyModel } from '../../support/healthy-model';
import { findObject, renderConstruct } from '../../support/render-construct';

interface Flag {
  readonly name: string;
  readonly value: string;
}

interface ControlPlaneSpec {
  readonly replicas: number;
  readonly version: string;
  readonly rollout: unknown;
  readonly kubeadmConfigSpec: {
    readonly clusterConfiguration: { readonly apiServer: { readonly extraArgs: readonly Flag[] } };
    readonly files: readonly { readonly path: string; readonly permissions: string; readonly content: string }[];
    readonly ntp: unknown;
    readonly initConfiguration: unknown;
  };
}

function render({ hardwareKeys = false } = {}): ControlPlaneSpec {
  const { nation } = healthyModel();
  const objects = renderConstruct(
    (scope) => new ControlPlane(scope, 'control-plane', { cluster: clusterOf(), nation, hardwareKeys }),
  );
  return findObject(objects, 'KubeadmControlPlane')['spec'] as ControlPlaneSpec;
}

function fileOf(spec: ControlPlaneSpec, name: string): unknown {
  const file = spec.kubeadmConfigSpec.files.find((one) => one.path.endsWith(`/${name}`));
  if (file === undefined) throw new Error(`no file ${name}`);
  return load(file.content);
}

describe('ControlPlane', () => {
  test('runs on three hosts in the release of the target and gives one up before it takes it back', () => {
    const { replicas, version, rollout } = render();
    expect([replicas, version]).toEqual([3, 'v1.36.3']);
    expect(rollout).toEqual({ strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0 } } });
  });

  test('starts the API server with these flags', () => {
    const flags = render().kubeadmConfigSpec.clusterConfiguration.apiServer.extraArgs;
    const short = flags.filter(({ name }) => name !== 'tls-cipher-suites');
    expect(short.map(({ name, value }) => `${name}=${value}`)).toMatchInlineSnapshot(`
[
  "admission-control-config-file=/etc/kubernetes/configuration/admission.yaml",
  "audit-log-maxage=30",
  "audit-log-maxbackup=10",
  "audit-log-maxsize=200",
  "audit-log-path=/var/log/kubernetes/audit/audit.log",
  "audit-policy-file=/etc/kubernetes/configuration/audit-policy.yaml",
  "authentication-config=/etc/kubernetes/configuration/authentication.yaml",
  "authorization-mode=Node,RBAC",
  "enable-admission-plugins=NodeRestriction",
  "encryption-provider-config=/etc/kubernetes/configuration/encryption.yaml",
  "profiling=false",
  "service-account-lookup=true",
  "tls-min-version=VersionTLS12",
]
`);
  });

  test('writes every file that a flag names, for root alone', () => {
    const { clusterConfiguration, files } = render().kubeadmConfigSpec;
    const named = clusterConfiguration.apiServer.extraArgs.filter(({ value }) => value.endsWith('.yaml'));
    const paths = files.map((file) => file.path);
    expect(named).toHaveLength(4);
    expect(named.filter(({ value }) => !paths.includes(value))).toEqual([]);
    expect(new Set(files.map((file) => file.permissions))).toEqual(new Set(['0600']));
  });

  test.each([
    [false, 'unix:///run/key-service/kms.sock'],
    [true, 'unix:///run/hardware-security-module/kms.sock'],
  ])('encrypts through the key service, hardware %s, with no way round it and no key', (hardwareKeys, endpoint) => {
    expect(fileOf(render({ hardwareKeys }), 'encryption.yaml')).toMatchObject({
      resources: [{ resources: ['secrets', 'configmaps'], providers: [{ kms: { apiVersion: 'v2', endpoint } }] }],
    });
    expect(JSON.stringify(render({ hardwareKeys }))).not.toMatch(/"identity":\{\}|aescbc|secretbox|PRIVATE KEY/);
  });

  test('holds pods to restricted where their namespace says nothing', () => {
    expect(fileOf(render(), 'admission.yaml')).toMatchObject({
      plugins: [
        {
          name: 'PodSecurity',
          configuration: {
            defaults: { enforce: 'restricted', 'enforce-version': 'v1.36' },
            exemptions: { usernames: [], runtimeClasses: [], namespaces: ['kube-system'] },
          },
        },
      ],
    });
  });

  test('keeps time by the time servers of the nation', () => {
    expect(render().kubeadmConfigSpec.ntp).toEqual({
      enabled: true,
      servers: ['time-1.test.gov.vn', 'time-2.test.gov.vn'],
    });
  });

  test('closes the kubelet', () => {
    expect(fileOf(render(), 'kubeletconfiguration0+merge.yaml')).toMatchObject({
      authentication: { anonymous: { enabled: false }, webhook: { enabled: true } },
      authorization: { mode: 'Webhook' },
      readOnlyPort: 0,
      rotateCertificates: true,
      protectKernelDefaults: true,
      tlsMinVersion: 'VersionTLS12',
    });
    expect(render().kubeadmConfigSpec.initConfiguration).toMatchObject({
      patches: { directory: '/etc/kubernetes/patches' },
    });
  });
});
