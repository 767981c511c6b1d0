import { standInFacts } from '../../model/facts/stand-in-facts';
import type { Model } from '../../model/model';
import { communeNamespaceName, shardId, zoneNamespaceName } from '../../model/naming';
import type { Flow } from '../../model/segmentation/flow';
import { findZone } from '../../model/segmentation/zone';
import { zoneFlowTable } from '../../model/segmentation/zone-flow';
import type { Namespace } from '../../model/tenancy/namespace';
import type { System } from '../../model/tenancy/system';
import type { Tenant } from '../../model/tenancy/tenant';
import { healthyClusters, healthySites } from './healthy-sites';
import { landDatabase, procedures } from './healthy-systems';

/**
 * A small nation in which nothing is wrong; each test bends a copy of it in one way, such as
 * `{ ...healthyModel(), systems: [] }`.
 *
 * Sites `dc-north` (standby `dc-center`, third `dc-south`), `dc-center`, `dc-south`; each has the clusters
 * `<site>-management` and `<site>-shared-0`, the first two also `<site>-land` for level 5. Tenants
 * `national-owner`, `p01` and its commune `c00004`. Systems `procedures-p01` (level 3, owner p01, at home in
 * `dc-north-shared-0`) and `land-database` (level 5, national-owner, in `dc-north-land`, warm in
 * `dc-center-land`), each with a namespace for every zone that lives in one, and the flows of the zone table.
 */
export function healthyModel(): Model {
  const systems = [landDatabase(), procedures()];
  return {
    environment: 'test',
    nation: nation(),
    sites: healthySites(),
    clusters: healthyClusters(),
    tenants: tenants(),
    systems,
    namespaces: systems
      .flatMap((system) => namespacesOf(system))
      .toSorted((a, b) => (`${a.cluster}/${a.name}` < `${b.cluster}/${b.name}` ? -1 : 1)),
    flows: [...systems.flatMap((system) => innerFlows(system)), crossFlow()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    exchanges: [],
    exceptions: [],
    removals: [],
    approvals: { roles: {}, daysMax: 7, needs: standInFacts.requirements.needs, signers: [] },
  };
}

/** The healthy model with one system replaced by a bent copy of it. */
export function withSystem(id: string, bend: Partial<System>): Model {
  const model = healthyModel();
  return { ...model, systems: model.systems.map((one) => (one.id === id ? { ...one, ...bend } : one)) };
}

function nation(): Model['nation'] {
  return {
    officialName: { vi: 'Quốc gia thử', en: 'Test nation' },
    addresses: {
      nodes4: '10.0.0.0/8',
      pods4: '100.64.0.0/10',
      services4: '172.16.0.0/12',
      unicast6: '2001:db8::/32',
      registration: { id: 'REG-1', reviewedOn: '2026-01-15' },
    },
    target: { kubernetes: '1.36', cilium: '1.18.2' },
    domain: 'test.gov.vn',
    timeServers: ['time-1.test.gov.vn', 'time-2.test.gov.vn'],
    imageRegistry: 'registry.test.gov.vn',
    identity: {
      issuer: 'identity.test.gov.vn',
      clientId: 'kubernetes',
      multiFactor: true,
      breakGlassAccounts: 2,
      sessionMinutesMax: 480,
      adminSessionMinutesMax: 60,
    },
    security: {
      siem: 'siem.test.gov.vn',
      nationalCenter: 'center.test.gov.vn',
      certificateAuthority: 'ca.test.gov.vn',
    },
    terraformBackend: { kind: 'local' },
    reserveShare: 0.2,
    overcommit: { cpu: 2, memory: 1 },
  };
}

function tenants(): readonly Tenant[] {
  const place = { homeSite: 'dc-north', standbySite: 'dc-center', homeCluster: 'dc-north-shared-0' };
  return [
    {
      id: 'c00004',
      kind: 'commune',
      code: '00004',
      officialName: { vi: 'Phường thử', en: 'Test ward' },
      parent: 'p01',
      ...place,
      accessEnd: { ipv4: '10.128.4.0/24', ipv6: '2001:db8:8004::/48' },
      origin: ['profiles/commune'],
    },
    {
      id: 'national-owner',
      kind: 'national',
      code: 'NAT',
      officialName: { vi: 'Chủ quản thử', en: 'Test owner' },
      ...place,
      origin: ['tenants/national-owner'],
    },
    {
      id: 'p01',
      kind: 'province',
      code: '01',
      officialName: { vi: 'Tỉnh thử', en: 'Test province' },
      ...place,
      origin: ['profiles/province'],
    },
  ];
}

function namespacesOf(system: System): Namespace[] {
  const zones = system.zones.filter((zone) => findZone(zone).hosting === 'namespace');
  const quota = { cpu: 16, memoryGiB: 64, storageGiB: 500, pods: 100 };
  return system.placements.flatMap(({ role, site, cluster }) => {
    const base = { cluster, site, system: system.id, level: system.level, role, quota, origin: system.origin };
    const zoneNamespaces = zones.map((zone): Namespace => ({
      ...base,
      name: zoneNamespaceName(system.owner, system.shortName, zone),
      shard: shardId(cluster, system.owner),
      tenant: system.owner,
      officialName: system.officialName,
      zone,
      communePart: false,
    }));
    if (system.owner !== 'p01') return zoneNamespaces;
    const communePart: Namespace = {
      ...base,
      name: communeNamespaceName('c00004', system.shortName),
      shard: shardId(cluster, system.owner, '00004'),
      tenant: 'c00004',
      officialName: { vi: 'Phường thử', en: 'Test ward' },
      zone: 'server',
      communePart: true,
    };
    return [...zoneNamespaces, communePart];
  });
}

function innerFlows(system: System): Flow[] {
  return zoneFlowTable
    .filter((row) => system.zones.includes(row.from) && system.zones.includes(row.to))
    .map((row): Flow => ({
      id: `${system.id}/${row.from}-to-${row.to}`,
      from: { kind: 'zone', system: system.id, zone: row.from },
      to: { kind: 'zone', system: system.id, zone: row.to },
      ports: row.ports,
      reason: row.reason,
      origin: [...system.origin, 'zones'],
    }));
}

/** Between two agencies, so a broker carries it. */
function crossFlow(): Flow {
  return {
    id: 'procedures-p01/land',
    from: { kind: 'zone', system: 'procedures-p01', zone: 'server' },
    to: { kind: 'zone', system: 'land-database', zone: 'dmz' },
    ports: [{ port: 443, protocol: 'TCP' }],
    reason: { vi: 'Tra cứu thửa đất', en: 'Looking up parcels' },
    broker: 'ndxp',
    origin: ['systems/procedures', 'flows', 0],
  };
}
