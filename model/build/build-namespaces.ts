import { communeNamespaceName, shardId, zoneNamespaceName } from '../naming';
import { findZone } from '../segmentation/zone';
import type { Namespace } from '../tenancy/namespace';
import type { Footprint, System } from '../tenancy/system';
import type { Tenant } from '../tenancy/tenant';
import type { BuildInput } from './build-input';
import type { SystemDeclaration } from './build-systems';
import { groupBy } from '../group-by';
import { compareText } from './sort';

/** Derives every namespace: the zones of each system at each placement, and the parts of communes; sorted by cluster and name. */
export function buildNamespaces(
  input: BuildInput,
  tenants: readonly Tenant[],
  systems: readonly System[],
): readonly Namespace[] {
  const communes = groupBy(
    tenants.filter((tenant) => tenant.kind === 'commune'),
    (tenant) => tenant.parent ?? '',
  );
  const overrides = new Map(input.facts.communeProfile.overrides.map((row, index) => [row.code, { ...row, index }]));
  const provinceOverrides = new Map(
    input.facts.provinceProfile.overrides.map((row, index) => [row.code, { ...row, index }]),
  );
  const namespaces = systems.flatMap((system) => {
    const fact = input.facts.systems.get(system.declaration)?.value;
    if (fact === undefined) return [];
    const parts = communes.get(system.owner) ?? [];
    return [
      ...zoneNamespaces(system, fact, provinceOverrides),
      ...(fact.communes === undefined
        ? []
        : communeNamespaces(system, { parts, footprint: fact.communes.footprint, overrides })),
    ];
  });
  return namespaces.toSorted((a, b) => compareText(`${a.cluster} ${a.name}`, `${b.cluster} ${b.name}`));
}

type Overrides = ReadonlyMap<string, { readonly footprint: Footprint; readonly index: number }>;

/** A province's override replaces the footprint of its systems' server zones. */
function zoneNamespaces(system: System, fact: SystemDeclaration, overrides: Overrides): Namespace[] {
  const zones = system.zones.filter((zone) => findZone(zone).hosting === 'namespace');
  const override =
    'each' in fact.owner && fact.owner.each === 'province' ? overrides.get(system.owner.slice(1)) : undefined;
  return system.placements.flatMap(({ role, site, cluster }) =>
    zones.flatMap((zone): Namespace[] => {
      const declared = fact.footprints[zone];
      const quota = zone === 'server' ? (override?.footprint ?? declared) : declared;
      if (quota === undefined) return [];
      const name = zoneNamespaceName(system.owner, system.shortName, zone);
      const shard = shardId(cluster, system.owner);
      const { level, owner: tenant, officialName } = system;
      return [
        {
          name,
          cluster,
          site,
          shard,
          tenant,
          officialName,
          system: system.id,
          zone,
          level,
          role,
          communePart: false,
          quota,
          origin: [...system.origin, 'footprints', zone],
        },
      ];
    }),
  );
}

function communeNamespaces(
  system: System,
  { parts, footprint, overrides }: { parts: readonly Tenant[]; footprint: Footprint; overrides: Overrides },
): Namespace[] {
  return system.placements.flatMap(({ role, site, cluster }) =>
    parts.map((commune): Namespace => {
      const override = overrides.get(commune.code);
      return {
        name: communeNamespaceName(commune.id, system.shortName),
        cluster,
        site,
        shard: shardId(cluster, system.owner, commune.code),
        tenant: commune.id,
        officialName: commune.officialName,
        system: system.id,
        zone: 'server',
        level: system.level,
        role,
        communePart: true,
        quota: override?.footprint ?? footprint,
        origin:
          override === undefined
            ? [...system.origin, 'communes', 'footprint']
            : ['profiles/commune', 'overrides', override.index],
      };
    }),
  );
}
