import type { DataCenterFact } from '../../model/facts/site-fact';
import { clusterId } from '../../model/naming';
import type { Cluster, ClusterRole } from '../../model/site/cluster';
import type { Capacity, DataCenter, FailureDomain, Host } from '../../model/site/site';

/** Slots, neighbors and place of the three data centers of the healthy model. */
const rows = [
  {
    id: 'dc-north',
    slot: 97,
    podSlot: 0,
    standby: 'dc-center',
    third: 'dc-south',
    distanceKm: 612.4,
    latitude: 21,
    longitude: 105.5,
  },
  {
    id: 'dc-center',
    slot: 98,
    podSlot: 1,
    standby: 'dc-north',
    third: 'dc-south',
    distanceKm: 612.4,
    latitude: 16,
    longitude: 108.1,
  },
  {
    id: 'dc-south',
    slot: 99,
    podSlot: 2,
    standby: 'dc-center',
    third: 'dc-north',
    distanceKm: 609.8,
    latitude: 10.9,
    longitude: 106.7,
  },
] as const;

type Row = (typeof rows)[number];

/** Three data centers, each with three failure domains of 16 hosts. */
export function healthySites(): readonly DataCenter[] {
  return rows.map(dataCenter).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The clusters of the three data centers; the two that hold the level-5 system have one for it. */
export function healthyClusters(): readonly Cluster[] {
  return rows
    .flatMap((row) => [
      cluster(row, 'management', 0),
      cluster(row, 'shared', 0),
      ...(row.id === 'dc-south' ? [] : [cluster(row, 'dedicated', 1)]),
    ])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function dataCenter(row: Row): DataCenter {
  const failureDomains = ['a', 'b', 'c'].map((group) => failureDomain(row, group));
  return {
    kind: 'national-data-center',
    id: row.id,
    officialName: { vi: `Trung tâm dữ liệu thử ${row.id}`, en: `Test data center ${row.id}` },
    slot: row.slot,
    block: { ipv4: `10.${row.slot}.0.0/16`, ipv6: `2001:db8:${row.slot.toString(16)}::/48` },
    fact: dataCenterFact(row),
    standby: row.standby,
    third: row.third,
    standbyDistanceKm: row.distanceKm,
    failureDomains,
    capacity: capacityOf(failureDomains.flatMap((one) => one.hosts)),
    origin: [`sites/${row.id}`],
  };
}

function dataCenterFact(row: Row): DataCenterFact {
  const rackGroup = (id: string) => ({ id, racks: 10, powerKw: 200, hosts: [{ class: 'worker', count: 16 }] });
  return {
    kind: 'national-data-center',
    officialName: { vi: `Trung tâm dữ liệu thử ${row.id}`, en: `Test data center ${row.id}` },
    slot: row.slot,
    podSlot: row.podSlot,
    location: {
      latitude: row.latitude,
      longitude: row.longitude,
      country: 'VN',
      basis: 'parameter',
      note: { vi: 'Địa điểm dùng để thử', en: 'A place for tests' },
    },
    operator: 'national-owner',
    standby: row.standby,
    serves: ['01'],
    feeds: [
      { id: 'feed-1', substation: 'Substation 1', mw: 20 },
      { id: 'feed-2', substation: 'Substation 2', mw: 20 },
    ],
    uplinks: [
      { id: 'tslcd-1', kind: 'tslcd', carrier: 'Carrier A', path: 'east', gbps: 100 },
      { id: 'tslcd-2', kind: 'tslcd', carrier: 'Carrier B', path: 'west', gbps: 100 },
      { id: 'inter-site-1', kind: 'inter-site', carrier: 'Carrier A', path: 'east', gbps: 400 },
      { id: 'inter-site-2', kind: 'inter-site', carrier: 'Carrier B', path: 'west', gbps: 400 },
    ],
    pueDesign: 1.35,
    tier: { scheme: 'TCVN 9250:2021', rating: 3, lightning: 'TCVN 9385:2012', earthing: 'TCVN 9358:2012' },
    physical: { cameraRetentionDays: 90, entryFactors: 2, supervision: 'around-the-clock' },
    halls: [{ id: 'h1', rackGroups: [rackGroup('a'), rackGroup('b'), rackGroup('c')] }],
  };
}

function failureDomain(row: Row, group: string): FailureDomain {
  const id = `${row.id}-h1-${group}`;
  const hosts = [
    ...hostsOf(row, id, { role: 'management', workers: 1 }),
    ...hostsOf(row, id, { role: 'shared', workers: 6 }),
    ...(row.id === 'dc-south' ? [] : hostsOf(row, id, { role: 'dedicated', workers: 3 })),
  ];
  return { id, hall: 'h1', rackGroup: group, racks: 10, powerKw: 200, hosts };
}

/** In each failure domain a cluster has one control host, some workers and one storage host. */
function hostsOf(row: Row, failureDomain: string, { role, workers }: { role: ClusterRole; workers: number }): Host[] {
  const names = ['control', ...Array.from({ length: workers }, () => 'worker'), 'storage'] as const;
  return names.map((name, index) => ({
    id: `${failureDomain}-${role}-${String(index + 1).padStart(3, '0')}`,
    class: name,
    role: name as Host['role'],
    failureDomain,
    cores: 64,
    memoryGiB: 512,
    diskGiB: 16_000,
    cluster: idOf(row, role),
  }));
}

function idOf(row: Row, role: ClusterRole): string {
  return clusterId(row.id, role, role === 'dedicated' ? 'land' : 0);
}

function cluster(row: Row, role: ClusterRole, index: number): Cluster {
  const id = idOf(row, role);
  const hosts = ['a', 'b', 'c']
    .flatMap((group) => failureDomain(row, group).hosts)
    .filter((host) => host.cluster === id);
  const position = role === 'shared' ? 16 : index;
  const owner = role === 'dedicated' ? id : row.id;
  return {
    id,
    site: row.id,
    role,
    index,
    system: role === 'dedicated' ? 'land-database' : undefined,
    kubernetes: '1.36',
    cilium: '1.18.2',
    hosts,
    capacity: capacityOf(hosts.filter((host) => host.role === 'worker')),
    nodes: { ipv4: `10.${row.slot}.48.0/20`, ipv6: `2001:db8:${row.slot.toString(16)}:300::/56` },
    pods: {
      ipv4: `100.${64 + row.podSlot * 8 + Math.floor(position / 4)}.${(position % 4) * 64}.0/18`,
      ipv6: `2001:db8:${row.slot.toString(16)}:${16 + position}00::/56`,
    },
    services: {
      ipv4: `172.${16 + row.podSlot}.${role === 'shared' ? 128 : index * 16}.0/20`,
      ipv6: `2001:db8:${row.slot.toString(16)}:8000::${position}:0/112`,
    },
    storagePool: `${owner}-storage`,
    networkDevices: [`${owner}-core-switch`, `${owner}-firewall`],
    meshId: 1 + row.podSlot * 31 + position,
  };
}

function capacityOf(hosts: readonly Host[]): Capacity {
  return {
    hosts: hosts.length,
    cpu: hosts.reduce((sum, host) => sum + host.cores, 0),
    memoryGiB: hosts.reduce((sum, host) => sum + host.memoryGiB, 0),
    storageGiB: hosts.reduce((sum, host) => sum + host.diskGiB, 0),
  };
}
