import type { Cluster } from '../../../model/site/cluster';
import { apiEndpoint } from '../../../model/platform/api-server';
import { keyServiceFolder } from './encryption-configuration';
import { findNodeBlocks } from '../../../model/site/node-blocks';
import { CONFIGURATION_FOLDER, configurationPaths } from './node-files';
import { TLS_VERSION_MIN, tlsCipherSuites } from './tls-settings';

/** Days and files that an audit log stays on its host; the log shipper sends it to the central store at once. */
const localAudit = { days: 30, files: 10, megabytes: 200 } as const;

/** Folder of the audit log on a control-plane host. */
export const AUDIT_LOG_FOLDER = '/var/log/kubernetes/audit';

const tls = { 'tls-min-version': TLS_VERSION_MIN, 'tls-cipher-suites': tlsCipherSuites.join(',') } as const;

/** 8 GiB, the most that etcd's documentation suggests; its default of 2 GiB ends far below the objects of a full cluster. */
const ETCD_QUOTA_BYTES = 8 * 1024 ** 3;

const etcdFlags = { 'cipher-suites': tls['tls-cipher-suites'], 'quota-backend-bytes': String(ETCD_QUOTA_BYTES) };

/** What kubeadm's cluster-wide configuration depends on. */
export interface ClusterConfigurationProps {
  readonly cluster: Cluster;
  readonly domain: string;
  readonly imageRegistry: string;
  /** Whether the key service is a hardware module. */
  readonly hardwareKeys: boolean;
}

/** The control plane's components and their flags (kubeadm ClusterConfiguration in bootstrap.cluster.x-k8s.io/v1beta2). */
export function clusterConfiguration(props: ClusterConfigurationProps): object {
  const { cluster, domain, imageRegistry } = props;
  return {
    imageRepository: `${imageRegistry}/kubernetes`,
    apiServer: {
      certSANs: [apiEndpoint(cluster, domain).host],
      extraArgs: flags(apiServerFlags()),
      extraVolumes: apiServerVolumes(props),
    },
    controllerManager: { extraArgs: flags(controllerManagerFlags(cluster)) },
    scheduler: { extraArgs: flags({ 'bind-address': '127.0.0.1', profiling: 'false', ...tls }) },
    etcd: { local: { dataDir: '/var/lib/etcd', extraArgs: flags(etcdFlags) } },
  };
}

function apiServerFlags(): Record<string, string> {
  return {
    'admission-control-config-file': configurationPaths.admission,
    'audit-log-maxage': String(localAudit.days),
    'audit-log-maxbackup': String(localAudit.files),
    'audit-log-maxsize': String(localAudit.megabytes),
    'audit-log-path': `${AUDIT_LOG_FOLDER}/audit.log`,
    'audit-policy-file': configurationPaths.audit,
    'authentication-config': configurationPaths.authentication,
    'authorization-mode': 'Node,RBAC',
    'enable-admission-plugins': 'NodeRestriction',
    'encryption-provider-config': configurationPaths.encryption,
    profiling: 'false',
    'service-account-lookup': 'true',
    ...tls,
  };
}

function controllerManagerFlags(cluster: Cluster): Record<string, string> {
  const { maskSize4, maskSize6 } = findNodeBlocks(cluster);
  return {
    'bind-address': '127.0.0.1',
    'node-cidr-mask-size-ipv4': String(maskSize4),
    'node-cidr-mask-size-ipv6': String(maskSize6),
    profiling: 'false',
    'terminated-pod-gc-threshold': '1000',
    ...tls,
  };
}

function apiServerVolumes({ hardwareKeys }: ClusterConfigurationProps): object[] {
  const keyService = keyServiceFolder({ hardwareKeys });
  return [
    volume('audit-log', AUDIT_LOG_FOLDER, { readOnly: false, pathType: 'DirectoryOrCreate' }),
    volume('configuration', CONFIGURATION_FOLDER, { readOnly: true, pathType: 'Directory' }),
    volume('key-service', keyService, { readOnly: true, pathType: 'Directory' }),
  ];
}

function volume(name: string, path: string, kind: { readonly readOnly: boolean; readonly pathType: string }): object {
  return { name, hostPath: path, mountPath: path, ...kind };
}

/** Flags as the API's list of names and values, sorted. */
function flags(values: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(values)
    .map(([name, value]) => ({ name, value }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
