import { groupBy } from '../../model/group-by';
import { longestGapMinutes } from '../cron';
import { goDurationDays, retentionDays } from '../duration';
import { booleanAt, listAt, objectAt, textAt, textsAt } from '../json-path';
import type { Resource } from '../resource';
import type { ModelView } from './model-view';
import type { ResourceIndex } from './resource-index';

/** A place to which copies go. */
export interface BackupDestination {
  /** The object that declares it: a BackupStorageLocation, an ObjectStore, or a database Cluster. */
  readonly resource: Resource;
  readonly bucket: string;
  /** The site that the bucket's name tells; undefined when it tells none of the model. */
  readonly site: string | undefined;
}

/** Something that makes copies of a system again and again. */
export interface BackupSchedule {
  /** A Velero Schedule or a CloudNativePG ScheduledBackup. */
  readonly resource: Resource;
  readonly kind: 'volumes' | 'database';
  /** The longest time between two copies; undefined when it can't be told. */
  readonly everyMinutes: number | undefined;
  /** How long a copy is kept; undefined when it isn't said or can't be told. */
  readonly retentionDays: number | undefined;
  readonly suspended: boolean;
  /** Namespaces that it copies; `*` is each. */
  readonly namespaces: readonly string[];
  /** Empty when the object that it names isn't there. */
  readonly destinations: readonly BackupDestination[];
}

/** What copies the artifacts make of a system. */
export interface SystemBackup {
  readonly system: string;
  readonly schedules: readonly BackupSchedule[];
  /** Sites to which some schedule copies, sorted. */
  readonly sites: readonly string[];
}

/** Which copies of which system the artifacts make, how often, and where. */
export class BackupView {
  private bySystem: ReadonlyMap<string, readonly BackupSchedule[]> | undefined;
  /** Thousands of schedules share a few texts. */
  private readonly gaps = new Map<string, number | undefined>();
  private readonly buckets: readonly { readonly site: string; readonly prefix: string }[];

  public constructor(
    private readonly resources: ResourceIndex,
    private readonly model: ModelView,
  ) {
    this.buckets = model.sites
      .map(({ id }) => ({ site: id, prefix: `${model.environment}-${id}-` }))
      .toSorted((a, b) => b.prefix.length - a.prefix.length);
  }

  /** The copies that schedules make of a system: those that the manifest gives it, or that copy its namespaces. */
  public ofSystem(system: string): SystemBackup {
    this.bySystem ??= this.groupSchedules();
    const schedules = this.bySystem.get(system) ?? [];
    const sites = schedules
      .flatMap((one) => one.destinations)
      .flatMap(({ site }) => (site === undefined ? [] : [site]));
    return { system, schedules, sites: [...new Set(sites)].toSorted() };
  }

  /** Every schedule of every cluster. */
  public schedules(): readonly BackupSchedule[] {
    return [
      ...this.resources.ofKind('Schedule', 'velero.io/').map((one) => this.volumeSchedule(one)),
      ...this.resources.ofKind('ScheduledBackup', 'postgresql.cnpg.io/').map((one) => this.databaseSchedule(one)),
    ];
  }

  /** The site that a bucket's name tells (`<environment>-<site>-<use>`). */
  public trySiteOfBucket(bucket: string): string | undefined {
    return this.buckets.find(({ prefix }) => bucket.startsWith(prefix))?.site;
  }

  private gapOf(schedule: string): number | undefined {
    if (!this.gaps.has(schedule)) this.gaps.set(schedule, longestGapMinutes(schedule));
    return this.gaps.get(schedule);
  }

  private groupSchedules(): ReadonlyMap<string, readonly BackupSchedule[]> {
    const pairs = this.schedules().flatMap((schedule) =>
      [...this.systemsOf(schedule)].map((system) => ({ system, schedule })),
    );
    const groups = [...groupBy(pairs, (one) => one.system)];
    return new Map(groups.map(([system, list]) => [system, list.map((one) => one.schedule)]));
  }

  private systemsOf({ resource, namespaces }: BackupSchedule): ReadonlySet<string> {
    const cluster = resource.cluster ?? '';
    const found = namespaces.map((name) => this.model.tryNamespace(cluster, name)?.system);
    return new Set([resource.system, ...found].filter((one) => one !== undefined));
  }

  private volumeSchedule(resource: Resource): BackupSchedule {
    const template = objectAt(resource.body, 'spec', 'template');
    const location = textAt(template, 'storageLocation') ?? 'default';
    const path = `${resource.cluster ?? ''}/BackupStorageLocation/${resource.namespace ?? '-'}/${location}`;
    const found = this.resources.tryFind(path);
    const included = textsAt(template, 'includedNamespaces');
    return {
      resource,
      kind: 'volumes',
      everyMinutes: this.gapOf(textAt(resource.body, 'spec', 'schedule') ?? ''),
      retentionDays: goDurationDays(textAt(template, 'ttl') ?? ''),
      suspended: booleanAt(resource.body, 'spec', 'paused') === true,
      namespaces: included.length === 0 ? ['*'] : included,
      destinations:
        found === undefined ? [] : this.destination(found, textAt(found.body, 'spec', 'objectStorage', 'bucket')),
    };
  }

  private databaseSchedule(resource: Resource): BackupSchedule {
    const name = textAt(resource.body, 'spec', 'cluster', 'name') ?? '';
    const database = this.resources.tryFind(`${resource.cluster ?? ''}/Cluster/${resource.namespace ?? '-'}/${name}`);
    const stores = database === undefined ? [] : this.storesOf(database);
    return {
      resource,
      kind: 'database',
      everyMinutes: this.gapOf(textAt(resource.body, 'spec', 'schedule') ?? ''),
      retentionDays: stores.map((one) => one.retentionDays).find((one) => one !== undefined),
      suspended: booleanAt(resource.body, 'spec', 'suspend') === true,
      namespaces: resource.namespace === undefined ? [] : [resource.namespace],
      destinations: stores.flatMap((one) => this.destination(one.resource, one.bucket)),
    };
  }

  /** The stores of a database: written in the Cluster itself, or named as the plugin's ObjectStore. */
  private storesOf(database: Resource): readonly Store[] {
    const own = objectAt(database.body, 'spec', 'backup');
    const ownPath = textAt(own, 'barmanObjectStore', 'destinationPath');
    const plugins = listAt(database.body, 'spec', 'plugins')
      .map((one) => textAt(one, 'parameters', 'barmanObjectName'))
      .filter((one) => one !== undefined)
      .map((one) => `${database.cluster ?? ''}/ObjectStore/${database.namespace ?? '-'}/${one}`)
      .map((id) => this.resources.tryFind(id))
      .filter((one) => one !== undefined);
    return [
      ...(ownPath === undefined ? [] : [store(database, ownPath, textAt(own, 'retentionPolicy'))]),
      ...plugins.map((one) =>
        store(
          one,
          textAt(one.body, 'spec', 'configuration', 'destinationPath'),
          textAt(one.body, 'spec', 'retentionPolicy'),
        ),
      ),
    ];
  }

  private destination(resource: Resource, bucket: string | undefined): readonly BackupDestination[] {
    return bucket === undefined ? [] : [{ resource, bucket, site: this.trySiteOfBucket(bucket) }];
  }
}

interface Store {
  readonly resource: Resource;
  readonly bucket: string | undefined;
  readonly retentionDays: number | undefined;
}

function store(resource: Resource, path: string | undefined, retention: string | undefined): Store {
  const bucket = /^s3:\/\/([a-z0-9.-]{3,63})(?:\/|$)/.exec(path ?? '')?.[1];
  return { resource, bucket, retentionDays: retention === undefined ? undefined : retentionDays(retention) };
}
