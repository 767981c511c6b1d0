import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labelPrefix, labels, MANAGED_BY } from '../../../model/naming';
import type { Cluster } from '../../../model/site/cluster';

/** The longest name of a cluster in a mesh (Cilium: clusterNameMaxLength). */
const NAME_LENGTH_MAX = 32;

/** Entries of an endpoint's policy map; the most that there can be, since an overflow drops traffic. */
const POLICY_MAP_ENTRIES = 65_536;

/**
 * Labels of pods that make an identity, beside those of Cilium's own list and of the namespace: without a list every
 * label of a tenant would use up one of the 65,280 identities of a cluster. What isn't listed can't be selected.
 */
const identityLabels = [
  `k8s:${labelPrefix.replaceAll('.', '\\.')}/`,
  'k8s:k8s-app$',
  'k8s:cnpg\\.io/cluster$',
] as const;

/** Where the agents write the flows that they see, on each host. */
export const FLOW_LOG_FILE = '/var/run/cilium/hubble/events.log';

/**
 * Settings of the network agent (Cilium): nothing passes without a policy, traffic between nodes is encrypted (TCVN
 * 14423:2026 5.4.2.4 b), every flow is recorded (5.13.2.4), and selectors mean the own cluster of the mesh.
 */
export class CiliumSettings extends Construct {
  public constructor(scope: Construct, id: string, cluster: Cluster) {
    super(scope, id);
    const data = { ...identity(cluster), ...policy, ...encryption, ...flowCapture };
    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'cilium-config', namespace: 'kube-system', labels: { [labels.managedBy]: MANAGED_BY } },
      data,
    });
  }
}

/** Name of a cluster in the mesh: its id, or its number where the id is too long. */
export function meshName({ id, meshId }: Pick<Cluster, 'id' | 'meshId'>): string {
  return id.length <= NAME_LENGTH_MAX ? id : `mesh-${meshId}`;
}

function identity(cluster: Cluster): Record<string, string> {
  return {
    'cluster-id': String(cluster.meshId),
    'cluster-name': meshName(cluster),
    'enable-ipv4': 'true',
    'enable-ipv6': 'true',
    'identity-allocation-mode': 'crd',
    ipam: 'kubernetes',
    'kube-proxy-replacement': 'false',
    'routing-mode': 'tunnel',
    'tunnel-protocol': 'geneve',
  };
}

const policy: Readonly<Record<string, string>> = {
  'bpf-policy-map-max': String(POLICY_MAP_ENTRIES),
  'enable-policy': 'always',
  labels: identityLabels.join(' '),
  'policy-audit-mode': 'false',
  'policy-cidr-match-mode': 'nodes',
  'policy-default-local-cluster': 'true',
};

const encryption: Readonly<Record<string, string>> = {
  'enable-wireguard': 'true',
  'encrypt-node': 'true',
};

const flowCapture: Readonly<Record<string, string>> = {
  'enable-hubble': 'true',
  'hubble-disable-tls': 'false',
  'hubble-export-file-max-backups': '10',
  'hubble-export-file-max-size-mb': '50',
  'hubble-export-file-path': FLOW_LOG_FILE,
  'hubble-listen-address': ':4244',
  'hubble-redact-enabled': 'true',
  'hubble-redact-http-urlquery': 'true',
  'hubble-redact-http-userinfo': 'true',
  'hubble-tls-cert-file': '/var/lib/cilium/tls/hubble/server.crt',
  'hubble-tls-client-ca-files': '/var/lib/cilium/tls/hubble/client-ca.crt',
  'hubble-tls-key-file': '/var/lib/cilium/tls/hubble/server.key',
};
