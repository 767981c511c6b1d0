import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { BackupSchedule } from '../constructs/backup/backup-schedule';
import { RestoreDrill } from '../constructs/backup/restore-drill';
import { StorageLocation, storageLocationName } from '../constructs/backup/storage-location';
import { Database } from '../constructs/data/database';
import { ObjectBucket } from '../constructs/data/object-bucket';
import { ServiceCertificate } from '../constructs/data/service-certificate';
import { own } from '../constructs/ownership';
import { groupBy } from '../model/group-by';
import type { Model } from '../model/model';
import { PLATFORM_ISSUER, shardId } from '../model/naming';
import type { Namespace } from '../model/tenancy/namespace';
import type { Placement, System } from '../model/tenancy/system';
import { kubernetesPath, type Unit } from './unit';

const BASELINE_WAVE = 1;
const DATA_WAVE = 3;

/** The units of what systems keep: backup locations of each cluster, and each owner's databases, schedules and certificates. */
export function systemUnits(model: Model): readonly Unit[] {
  const placed = model.systems.flatMap((system) => system.placements.map((placement) => ({ system, placement })));
  const namespaces = groupBy(model.namespaces, (namespace) => `${namespace.cluster} ${namespace.system}`);
  const byCluster = groupBy(placed, ({ placement }) => placement.cluster);
  const byShard = groupBy(placed, ({ system, placement }) => shardId(placement.cluster, system.owner));
  return [
    ...[...byCluster].map(([cluster, systems]) => locationsUnit(model, cluster, systems)),
    ...[...byShard].map(([shard, systems]) => dataUnit(model, { shard, systems, namespaces })),
  ];
}

interface Placed {
  readonly system: System;
  readonly placement: Placement;
}

function locationsUnit(model: Model, cluster: string, systems: readonly Placed[]): Unit {
  const copies = systems.flatMap(
    ({ system }) => system.backup?.copies.filter((copy) => copy.medium !== 'primary') ?? [],
  );
  const locations = [...groupBy(copies, storageLocationName)].flatMap(([name, [copy]]) =>
    copy === undefined ? [] : [{ name, copy }],
  );
  return {
    engine: 'kubernetes',
    path: kubernetesPath(cluster, BASELINE_WAVE, 'backup-locations'),
    site: siteOf(systems),
    cluster,
    wave: BASELINE_WAVE,
    define(app) {
      const chart = new Chart(app, 'backup-locations');
      own(chart, { origin: ['nation', 'domain'] });
      const { environment, nation } = model;
      for (const { name, copy } of locations)
        new StorageLocation(chart, name, { environment, cluster, domain: nation.domain, copy });
      return chart;
    },
  };
}

function siteOf([first]: readonly Placed[]): string {
  if (first === undefined) throw new Error('a unit of systems has at least one');
  return first.placement.site;
}

interface Shard {
  readonly shard: string;
  readonly systems: readonly Placed[];
  readonly namespaces: ReadonlyMap<string, readonly Namespace[]>;
}

function dataUnit(model: Model, { shard, systems, namespaces }: Shard): Unit {
  const [first] = systems;
  if (first === undefined) throw new Error('a shard has at least one system');
  const { cluster, site } = first.placement;
  return {
    engine: 'kubernetes',
    path: kubernetesPath(cluster, DATA_WAVE, shard),
    site,
    cluster,
    shard,
    wave: DATA_WAVE,
    define(app) {
      const chart = new Chart(app, shard);
      for (const placed of systems) {
        const hosted = namespaces.get(`${cluster} ${placed.system.id}`) ?? [];
        defineSystem(chart, model, { ...placed, hosted });
      }
      return chart;
    },
  };
}

function defineSystem(
  chart: Chart,
  model: Model,
  { system, placement, hosted }: Placed & { readonly hosted: readonly Namespace[] },
): void {
  const scope = new Construct(chart, system.id);
  own(scope, { tenant: system.owner, system: system.id, level: system.level, origin: system.origin });
  const zone = (name: string): Namespace | undefined => hosted.find((one) => one.zone === name && !one.communePart);
  const { environment, nation } = model;
  const { domain, imageRegistry } = nation;
  for (const dataSet of system.dataSets) {
    const namespace = zone(dataSet.zone)?.name;
    if (namespace === undefined) continue;
    if (dataSet.engine === 'object-store') new ObjectBucket(scope, dataSet.name, { system, dataSet, namespace });
    else
      new Database(scope, dataSet.name, { environment, domain, imageRegistry, system, dataSet, placement, namespace });
  }
  const front = zone('dmz')?.name;
  if (front !== undefined)
    new ServiceCertificate(scope, 'certificate', { system, namespace: front, domain, issuer: PLATFORM_ISSUER });
  if (system.backup === undefined || placement.role === 'standby') return;
  const { everyMinutes, retentionDays, copies } = system.backup;
  for (const copy of copies.filter((one) => one.medium !== 'primary')) {
    const names = hosted.map((one) => one.name);
    new BackupSchedule(scope, `backup-${copy.site}-${copy.medium}`, {
      system,
      namespaces: names,
      everyMinutes,
      retentionDays,
      copy,
    });
  }
  const drilled = zone('server') ?? hosted[0];
  if (drilled !== undefined) new RestoreDrill(scope, 'drill', { system, plan: system.backup, namespace: drilled.name });
}
