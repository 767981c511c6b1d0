import { createAddressPlan, type AddressPlan, type DualStack } from '../address/address-plan';
import { parseCidr, type Cidr } from '../address/cidr';
import type { NationFact } from '../facts/nation-fact';
import type { Model } from '../model';
import { ProblemError } from '../problem';
import type { DualBlock, NetworkCenter, Site } from '../site/site';
import type { System } from '../tenancy/system';
import type { Tenant } from '../tenancy/tenant';
import type { Flow, FlowEnd } from './flow';
import { findZone, type ZoneName } from './zone';

/** The flows that start and that end in one zone of one system. */
export interface ZoneFlows {
  readonly incoming: readonly Flow[];
  readonly outgoing: readonly Flow[];
}

/** What peers are looked up in; made once for a model. */
export interface PeerIndex {
  readonly nation: Readonly<NationFact>;
  /** The block of a zone at a site, or undefined when there is no such site. */
  readonly zoneBlock: (site: string, zone: ZoneName) => DualBlock | undefined;
  readonly tenants: ReadonlyMap<string, Tenant>;
  readonly systems: ReadonlyMap<string, System>;
  readonly networkCenters: readonly NetworkCenter[];
  /** By official code of the province. */
  readonly provincialCenters: ReadonlyMap<string, NetworkCenter>;
  /** Access ends of the communes that work inside a system, by system. */
  readonly accessEnds: ReadonlyMap<string, readonly DualBlock[]>;
  readonly flowsOf: (system: string, zone: ZoneName) => ZoneFlows;
}

const indexes = new WeakMap<Model, PeerIndex>();

const noFlows: ZoneFlows = Object.freeze({ incoming: [], outgoing: [] });

/** The index of a model; the same one each time it is asked for. */
export function findPeerIndex(model: Model): PeerIndex {
  const known = indexes.get(model);
  if (known !== undefined) return known;
  const index = createPeerIndex(model);
  indexes.set(model, index);
  return index;
}

/** The nation's address plan; the model was derived from the same supernets, so a problem is a mistake in code. */
export function readAddressPlan(nation: Readonly<NationFact>): AddressPlan {
  const { nodes4, pods4, services4, unicast6 } = nation.addresses;
  const at = ['nation', 'addresses'];
  const plan = createAddressPlan(
    { nodes4: readCidr(nodes4), pods4: readCidr(pods4), services4: readCidr(services4), unicast6: readCidr(unicast6) },
    at,
  );
  if (!plan.ok) throw new ProblemError(plan.problems);
  return plan.value;
}

/** The block of a zone at a site; each is derived once, as thousands of namespaces ask for the same few. */
function createZoneBlocks(plan: AddressPlan, sites: ReadonlyMap<string, Site>): PeerIndex['zoneBlock'] {
  const known = new Map<string, DualBlock>();
  return (siteId, zone) => {
    const site = sites.get(siteId);
    if (site === undefined) return undefined;
    const key = `${siteId}/${zone}`;
    const block = known.get(key) ?? toDualBlock(plan.zone(site.slot, findZone(zone).slot));
    known.set(key, block);
    return block;
  };
}

function toDualBlock(stack: DualStack): DualBlock {
  return { ipv4: stack.ipv4.toString(), ipv6: stack.ipv6.toString() };
}

function createPeerIndex(model: Model): PeerIndex {
  const networkCenters = model.sites.filter((site): site is NetworkCenter => site.kind.startsWith('tslcd-'));
  const tenants = new Map(model.tenants.map((tenant) => [tenant.id, tenant]));
  const flows = groupFlows(model.flows);
  return {
    nation: model.nation,
    zoneBlock: createZoneBlocks(readAddressPlan(model.nation), new Map(model.sites.map((site) => [site.id, site]))),
    tenants,
    systems: new Map(model.systems.map((system) => [system.id, system])),
    networkCenters,
    provincialCenters: new Map(
      networkCenters.filter((site) => site.kind === 'tslcd-provincial').map((site) => [site.province, site]),
    ),
    accessEnds: groupAccessEnds(model, tenants),
    flowsOf: (system, zone) => flows.get(`${system}/${zone}`) ?? noFlows,
  };
}

function groupFlows(flows: readonly Flow[]): ReadonlyMap<string, ZoneFlows> {
  const groups = new Map<string, { incoming: Flow[]; outgoing: Flow[] }>();
  const groupOf = (end: FlowEnd & { kind: 'zone' }): { incoming: Flow[]; outgoing: Flow[] } => {
    const key = `${end.system}/${end.zone}`;
    const group = groups.get(key) ?? { incoming: [], outgoing: [] };
    groups.set(key, group);
    return group;
  };
  for (const flow of flows) {
    if (flow.to.kind === 'zone') groupOf(flow.to).incoming.push(flow);
    if (flow.from.kind === 'zone') groupOf(flow.from).outgoing.push(flow);
  }
  return groups;
}

function groupAccessEnds(
  model: Model,
  tenants: ReadonlyMap<string, Tenant>,
): ReadonlyMap<string, readonly DualBlock[]> {
  const groups = new Map<string, Map<string, DualBlock>>();
  for (const namespace of model.namespaces) {
    if (!namespace.communePart) continue;
    const accessEnd = tenants.get(namespace.tenant)?.accessEnd;
    if (accessEnd === undefined) continue;
    const group = groups.get(namespace.system) ?? new Map<string, DualBlock>();
    groups.set(namespace.system, group.set(namespace.tenant, accessEnd));
  }
  return new Map([...groups].map(([system, ends]) => [system, [...ends.values()]]));
}

function readCidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (parsed.ok) return parsed.value;
  throw new Error(`${text}: ${parsed.reason.what}; the model should have refused it`);
}
