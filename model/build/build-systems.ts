import type { ControlId } from '../controls/control';
import type { Declared, Facts } from '../facts/fact-kinds';
import { levelRules } from '../level';
import { clusterId, systemInstanceId } from '../naming';
import { sharedClusterOf } from '../site/shared-cluster';
import type { DataCenter } from '../site/site';
import type { BackupPlan, Copy } from '../tenancy/backup';
import type { Placement, System } from '../tenancy/system';
import type { Tenant } from '../tenancy/tenant';
import type { BuildInput } from './build-input';
import { byId } from './sort';

/** A system declaration whose shape was checked. */
export type SystemDeclaration = Facts['systems'] extends ReadonlyMap<string, Declared<infer T>> ? T : never;

/** Derives every system: one for each owner that a declaration names. */
export function buildSystems(
  input: BuildInput,
  tenants: readonly Tenant[],
  dataCenters: readonly DataCenter[],
): readonly System[] {
  const sites = new Map(dataCenters.map((site) => [site.id, site]));
  const systems = [...input.facts.systems].flatMap(([declaration, { file, value }]) =>
    ownersOf(value, tenants).flatMap((owner) => {
      const home = sites.get(owner.homeSite);
      const standby = sites.get(home === undefined ? '' : standbySite(value, owner, home));
      return home === undefined ? [] : [system({ declaration, file, fact: value, owner, home, standby })];
    }),
  );
  return byId(systems);
}

/** The tenants that own a system of a declaration. */
export function ownersOf(fact: SystemDeclaration, tenants: readonly Tenant[]): readonly Tenant[] {
  const { owner } = fact;
  return tenants.filter((tenant) => ('tenant' in owner ? tenant.id === owner.tenant : tenant.kind === owner.each));
}

interface Instance {
  readonly declaration: string;
  readonly file: string;
  readonly fact: SystemDeclaration;
  readonly owner: Tenant;
  readonly home: DataCenter;
  /** Undefined when the facts name no such data center, which is a problem of its own. */
  readonly standby: DataCenter | undefined;
}

function system(instance: Instance): System {
  const { declaration, file, fact, owner, home } = instance;
  const rule = levelRules[fact.level];
  const managed = 'managedElsewhere' in fact.backup ? fact.backup.managedElsewhere : undefined;
  return {
    id: 'each' in fact.owner ? systemInstanceId(declaration, owner.id) : declaration,
    declaration,
    shortName: fact.shortName,
    officialName: fact.officialName,
    programme: fact.programme,
    owner: owner.id,
    operator: fact.operator === 'owner' ? owner.id : fact.operator,
    securityUnit: fact.securityUnit === 'owner' ? owner.id : fact.securityUnit,
    type: fact.type,
    level: fact.level,
    levelBasis: fact.levelBasis as readonly ControlId[],
    critical: fact.level === 5,
    broker: fact.broker,
    isolation: fact.hosting === 'dedicated' ? 'physical' : rule.isolation,
    dataClasses: fact.dataClasses,
    dataSubjects: fact.dataSubjects,
    zones: fact.zones,
    placements: placements(instance),
    dataSets: fact.dataSets,
    recovery: fact.recovery,
    backup: 'managedElsewhere' in fact.backup ? undefined : backupPlan(fact.backup, fact, { owner, home }),
    backupManagedElsewhere: managed,
    logRetentionDays: fact.logs.retentionDays,
    dossier: fact.dossier,
    origin: [file],
  };
}

/** A level-5 system stands by at its site's declared standby (≥ 30 km); others where their tenant does. */
function placements({ fact, owner, home, standby }: Instance): [Placement, ...Placement[]] {
  const cluster = (site: DataCenter): string =>
    fact.hosting === 'dedicated' ? clusterId(site.id, 'dedicated', fact.shortName) : sharedClusterOf(site, owner.code);
  const first: Placement = { role: 'home', site: home.id, cluster: cluster(home) };
  if (!levelRules[fact.level].warmStandby || standby === undefined) return [first];
  return [first, { role: 'standby', site: standby.id, cluster: cluster(standby) }];
}

function standbySite(fact: SystemDeclaration, owner: Tenant, home: DataCenter): string {
  return fact.hosting === 'dedicated' ? home.standby : owner.standbySite;
}

function backupPlan(
  fact: Exclude<SystemDeclaration['backup'], { managedElsewhere: unknown }>,
  declaration: SystemDeclaration,
  { owner, home }: { owner: Tenant; home: DataCenter },
): BackupPlan {
  const standby = standbySite(declaration, owner, home);
  const third = standby === home.standby ? home.third : home.standby;
  const named = { home: home.id, standby, third };
  const primary: Copy = { site: home.id, medium: 'primary', encrypted: true, lockDays: 0 };
  const copies = fact.copies.map(({ site, medium, encrypted, lockDays }): Copy => ({
    site: typeof site === 'string' ? named[site] : site.id,
    medium,
    encrypted,
    lockDays,
  }));
  const { everyMinutes, retentionDays, restoreTestDays } = fact;
  return { everyMinutes, retentionDays, restoreTestDays, copies: [primary, ...copies] };
}
