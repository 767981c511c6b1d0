import { DATABASE_STATUS, HTTPS, METRICS } from '../segmentation/zone-flow';
import type { Cluster } from '../site/cluster';
import type { PlatformService } from './platform-service';

const everywhere = ['dedicated', 'management', 'shared'] as const;
const tenantClusters = ['dedicated', 'shared'] as const;
const small = { cpu: 2, memoryGiB: 4, pods: 10 } as const;
const closed = { callers: 'nobody', ports: [], calls: [], webhookPorts: [] } as const;

/** The services of the platform, sorted by name; adding one is one row here. */
const table: readonly PlatformService[] = [
  {
    service: 'backup',
    privilegedBecause: 'the node agent reads the volumes of pods from the host',
    once: small,
    perNode: { of: 'all', milliCpu: 250, memoryMiB: 512, pods: 1 },
    in: everywhere,
    ...closed,
  },
  {
    service: 'bare-metal',
    privilegedBecause: 'the provisioning service answers hosts from the network of their host',
    once: { cpu: 4, memoryGiB: 16, pods: 10 },
    in: ['management'],
    ...closed,
    webhookPorts: [9443],
  },
  { service: 'cert-manager', once: small, in: everywhere, ...closed, webhookPorts: [10_250] },
  {
    service: 'cluster-api',
    once: { cpu: 4, memoryGiB: 16, pods: 20 },
    in: ['management'],
    ...closed,
    webhookPorts: [9443],
  },
  {
    service: 'database',
    once: small,
    in: tenantClusters,
    ...closed,
    // CloudNativePG: the operator asks each instance for its state.
    calls: [{ of: { kind: 'databases' }, ports: [DATABASE_STATUS.port] }],
    webhookPorts: [9443],
  },
  {
    service: 'gateway',
    once: small,
    perNode: { of: 'all', milliCpu: 250, memoryMiB: 512, pods: 1 },
    in: tenantClusters,
    callers: 'outside',
    ports: [10_443],
    calls: [{ of: { kind: 'zone', zone: 'dmz' }, ports: [HTTPS.port] }],
    webhookPorts: [],
  },
  {
    service: 'identity',
    once: small,
    in: everywhere,
    callers: 'tenants',
    ports: [443, 8443],
    calls: [],
    webhookPorts: [],
  },
  {
    service: 'logging',
    privilegedBecause: 'the node agent reads the logs of pods, of the API server and of flows from the host',
    once: { cpu: 4, memoryGiB: 4, pods: 10 },
    perNode: { of: 'all', milliCpu: 500, memoryMiB: 512, pods: 1 },
    in: everywhere,
    callers: 'tenants',
    ports: [24_224],
    calls: [],
    webhookPorts: [],
  },
  {
    service: 'monitoring',
    privilegedBecause: 'the node agent reads the counters of the host',
    once: { cpu: 4, memoryGiB: 16, pods: 20 },
    perNode: { of: 'all', milliCpu: 250, memoryMiB: 1_024, pods: 1 },
    in: everywhere,
    callers: 'tenants',
    ports: [4317, 4318],
    // The node agent and the kubelet tell the counters of hosts.
    calls: [
      { of: { kind: 'everybody' }, ports: [METRICS.port] },
      { of: { kind: 'nodes' }, ports: [9100, 10_250] },
    ],
    webhookPorts: [8443],
  },
  {
    service: 'storage',
    namespace: 'rook-ceph',
    privilegedBecause: 'the storage daemons own the disks of their hosts',
    once: { cpu: 4, memoryGiB: 16, pods: 20 },
    perNode: { of: 'storage', milliCpu: 4_000, memoryMiB: 16_384, pods: 20 },
    in: tenantClusters,
    ...closed,
  },
];

/** The platform services of a cluster, sorted by name. */
export function platformServicesOf({ role }: Pick<Cluster, 'role'>): readonly PlatformService[] {
  return table.filter((row) => row.in.includes(role)).toSorted((a, b) => (a.service < b.service ? -1 : 1));
}
