import type { AddressPlan, DualStack } from '../address/address-plan';
import type { DataCenterFact, HostClassesFact, LeasedSiteFact } from '../facts/site-fact';
import type { FactPath } from '../problem';
import { distanceKm } from '../site/distance';
import type { Capacity, DataCenter, DualBlock, FailureDomain, Host, LeasedSite, NetworkCenter } from '../site/site';
import type { BuildInput } from './build-input';
import { byId } from './sort';

/** The places of the nation by kind, each list sorted by id. */
export interface BuiltSites {
  readonly dataCenters: readonly DataCenter[];
  readonly leased: readonly LeasedSite[];
  readonly network: readonly NetworkCenter[];
}

/** Derives every site with its failure domains, hosts, address blocks and distances from facts that were checked. */
export function buildSites(input: BuildInput, plan: AddressPlan): BuiltSites {
  const dataCenters: DataCenter[] = [];
  const leased: LeasedSite[] = [];
  for (const [id, { file, value }] of input.facts.sites) {
    if (value.kind === 'leased') leased.push(leasedSite({ id, origin: [file], fact: value }, plan));
    else dataCenters.push(dataCenter({ id, origin: [file], fact: value }, input, plan));
  }
  return { dataCenters: byId(dataCenters), leased: byId(leased), network: networkCenters(input, plan) };
}

/** Writes blocks of both families as text. */
export function blockText(block: DualStack): DualBlock {
  return { ipv4: block.ipv4.toString(), ipv6: block.ipv6.toString() };
}

/** What hosts offer together. */
export function sumCapacity(hosts: readonly Host[]): Capacity {
  return {
    hosts: hosts.length,
    cpu: hosts.reduce((sum, host) => sum + host.cores, 0),
    memoryGiB: hosts.reduce((sum, host) => sum + host.memoryGiB, 0),
    storageGiB: hosts.reduce((sum, host) => sum + host.diskGiB, 0),
  };
}

interface DeclaredSite<Fact> {
  readonly id: string;
  readonly origin: FactPath;
  readonly fact: Fact;
}

function dataCenter(
  { id, origin, fact }: DeclaredSite<DataCenterFact>,
  input: BuildInput,
  plan: AddressPlan,
): DataCenter {
  const failureDomains = fact.halls.flatMap((hall) =>
    hall.rackGroups.map((group) =>
      failureDomain(`${id}-${hall.id}-${group.id}`, hall.id, { group, classes: input.facts.hostClasses }),
    ),
  );
  const standby = input.facts.sites.get(fact.standby)?.value;
  return {
    kind: 'national-data-center',
    id,
    officialName: fact.officialName,
    slot: fact.slot,
    block: blockText(plan.site(fact.slot)),
    fact,
    standby: fact.standby,
    third: thirdSite(id, fact.standby, input),
    standbyDistanceKm: standby === undefined ? 0 : distanceKm(fact.location, standby.location),
    failureDomains: byId(failureDomains),
    capacity: sumCapacity(failureDomains.flatMap((domain) => domain.hosts)),
    origin,
  };
}

/** The standby's own standby; where two stand by for each other, the oldest place of the plan: a new site never changes it. */
function thirdSite(id: string, standby: string, { facts }: BuildInput): string {
  const others = [...facts.sites]
    .flatMap(([other, { value }]) => (value.kind === 'national-data-center' ? [{ id: other, ...value }] : []))
    .filter((other) => other.id !== id && other.id !== standby)
    .toSorted((a, b) => a.slot - b.slot);
  const next = facts.sites.get(standby)?.value;
  const chained = others.find((other) => next?.kind === 'national-data-center' && other.id === next.standby);
  return (chained ?? others[0])?.id ?? standby;
}

function failureDomain(
  id: string,
  hall: string,
  { group, classes }: { group: DataCenterFact['halls'][number]['rackGroups'][number]; classes: HostClassesFact },
): FailureDomain {
  const hosts = group.hosts.flatMap(({ class: name, count }) => {
    const row = classes.find((one) => one.id === name);
    if (row === undefined) return [];
    return Array.from({ length: count }, (_, index): Host => {
      const { role, cores, memoryGiB, diskGiB } = row;
      const number = String(index + 1).padStart(3, '0');
      return { id: `${id}-${name}-${number}`, class: name, role, failureDomain: id, cores, memoryGiB, diskGiB };
    });
  });
  return { id, hall, rackGroup: group.id, racks: group.racks, powerKw: group.powerKw, hosts: byId(hosts) };
}

function leasedSite({ id, origin, fact }: DeclaredSite<LeasedSiteFact>, plan: AddressPlan): LeasedSite {
  const block = blockText(plan.site(fact.slot));
  return { kind: 'leased', id, officialName: fact.officialName, slot: fact.slot, block, fact, origin };
}

function networkCenters({ facts, divisions }: BuildInput, plan: AddressPlan): readonly NetworkCenter[] {
  const { tslcd } = facts;
  const named = (['regional', 'backup', 'metro'] as const).flatMap((kind) =>
    tslcd[kind].map((center, index): NetworkCenter => ({
      kind: `tslcd-${kind}`,
      id: center.id,
      officialName: center.officialName,
      slot: center.slot,
      block: blockText(plan.site(center.slot)),
      province: center.province,
      origin: ['networks/tslcd', kind, index],
    })),
  );
  const provincial = divisions.provinces.map(({ code, name }): NetworkCenter => ({
    kind: 'tslcd-provincial',
    id: `tslcd-p${code}`,
    officialName: { vi: `Trung tâm tỉnh TSLCD: ${name}`, en: `TSLCD provincial center: ${name}` },
    slot: Number(code),
    block: blockText(plan.site(Number(code))),
    province: code,
    origin: ['networks/tslcd', 'provincial'],
  }));
  return byId([...named, ...provincial]);
}
