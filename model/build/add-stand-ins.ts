import type { Declared, Facts } from '../facts/fact-kinds';
import type { DataCenterFact } from '../facts/site-fact';
import { isSound, mayExist, unsoundNames } from '../facts/unsound-facts';
import type { System } from '../tenancy/system';
import type { BuildInput } from './build-input';

type FactsOf<Kind extends 'sites' | 'tenants'> = Facts[Kind];
type TenantFact = FactsOf<'tenants'> extends ReadonlyMap<string, Declared<infer Fact>> ? Fact : never;

/** Sites and tenants that are derived with although their files can't be used. */
export interface StandIns {
  readonly sites: ReadonlySet<string>;
  readonly tenants: ReadonlySet<string>;
}

/** Facts to derive from, and what in them is not a fact. */
export interface DerivableInput {
  readonly input: BuildInput;
  readonly standIns: StandIns;
}

/**
 * Adds a stand-in for every data center and tenant whose file can't be used, so that what refers to them is derived
 * and judged all the same: a sound system of an unsound owner still has flows. Where nobody sound serves a province,
 * an unsound data center is taken to do so.
 */
export function addStandIns(given: BuildInput): DerivableInput {
  const siteNames = missingSites(given);
  const tenantNames = missingTenants(given);
  const { facts } = given;
  const provinces = isSound(given, 'divisions') ? facts.divisions.include : servedProvinces(given);
  const sites = new Map([...facts.sites, ...standInSites(siteNames, given)]);
  const [first = ''] = centersOf(sites);
  const tenants = new Map([
    ...facts.tenants,
    ...tenantNames.map((name) => [name, standInTenant(name, first)] as const),
  ]);
  const divisions = { ...facts.divisions, include: provinces };
  return {
    input: { ...given, facts: { ...facts, sites, tenants, divisions } },
    standIns: { sites: new Set(siteNames), tenants: new Set(tenantNames) },
  };
}

/**
 * Whether a system is only taken to exist: of a declaration that each ministry has, for an owner whose file can't be
 * used and who may be no ministry.
 */
export function isAssumed(
  { declaration, owner }: Pick<System, 'declaration' | 'owner'>,
  { input, standIns }: DerivableInput,
): boolean {
  const declared = input.facts.systems.get(declaration)?.value.owner;
  return standIns.tenants.has(owner) && declared !== undefined && 'each' in declared;
}

/** Names of sites that are not sound and may exist: of files, and those that others refer to. */
function missingSites(given: BuildInput): readonly string[] {
  const referred = [
    ...[...given.facts.tenants.values()].map(({ value }) => value.home),
    ...[...given.facts.sites.values()].flatMap(({ value }) =>
      value.kind === 'national-data-center' ? [value.standby] : [],
    ),
  ];
  return missing(given, 'sites', referred);
}

function missingTenants(given: BuildInput): readonly string[] {
  const owners = [...given.facts.systems.values()].flatMap(({ value: { owner } }) =>
    'tenant' in owner ? [owner.tenant] : [],
  );
  return missing(given, 'tenants', owners);
}

function missing(given: BuildInput, kind: 'sites' | 'tenants', referred: readonly string[]): readonly string[] {
  const names = new Set([...unsoundNames(given, kind), ...referred]);
  return [...names].filter((name) => !given.facts[kind].has(name) && mayExist(given, kind, name)).toSorted();
}

function centersOf(sites: FactsOf<'sites'>): readonly string[] {
  return [...sites].flatMap(([name, { value }]) => (value.kind === 'national-data-center' ? [name] : [])).toSorted();
}

/** The provinces that sound data centers serve, each with all its communes: what is known when the list is not. */
function servedProvinces({ facts, divisions }: BuildInput): Facts['divisions']['include'] {
  const served = new Set(
    [...facts.sites.values()].flatMap(({ value }) => (value.kind === 'national-data-center' ? value.serves : [])),
  );
  return [...served].toSorted().map((province) => ({
    province,
    communes: divisions.communes.filter((one) => one.provinceCode === province).map(({ code }) => code),
  }));
}

const nobody = { vi: '-', en: '-' } as const;

function standInTenant(id: string, home: string): Declared<TenantFact> {
  return { file: `tenants/${id}`, value: { kind: 'ministry', code: id.toUpperCase(), officialName: nobody, home } };
}

function standInSites(names: readonly string[], given: BuildInput): ReadonlyMap<string, Declared<DataCenterFact>> {
  const centers = [...centersOf(given.facts.sites), ...names];
  const served = new Set(
    [...given.facts.sites.values()].flatMap(({ value }) => (value.kind === 'leased' ? [] : value.serves)),
  );
  const { include } = given.facts.divisions;
  const included =
    include === 'all' ? given.divisions.provinces.map(({ code }) => code) : include.map((row) => row.province);
  const unserved = included.filter((code) => !served.has(code));
  return new Map(
    names.map((name, index) => {
      const [standby = name] = centers.filter((one) => one !== name);
      return [name, { file: `sites/${name}`, value: standInSite(standby, index === 0 ? unserved : []) }] as const;
    }),
  );
}

function standInSite(standby: string, serves: readonly string[]): DataCenterFact {
  return {
    kind: 'national-data-center',
    officialName: nobody,
    slot: 127,
    podSlot: 7,
    location: { latitude: 0, longitude: 0, country: 'VN', basis: 'parameter', note: nobody },
    operator: '-',
    standby,
    serves: [...serves],
    feeds: [],
    uplinks: [],
    pueDesign: 1,
    tier: { scheme: 'Uptime', rating: 1, lightning: '-', earthing: '-' },
    physical: { cameraRetentionDays: 1, entryFactors: 1, supervision: 'working-hours' },
    halls: [],
  };
}
