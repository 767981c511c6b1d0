import type { Model } from '../../../../model/model';
import { annotations, backupBucketName, labels, zoneNamespaceName } from '../../../../model/naming';
import { cronEvery } from '../../../../model/schedule';
import type { Copy } from '../../../../model/tenancy/backup';
import type { Placement, System } from '../../../../model/tenancy/system';
import type { JsonObject } from '../../../../resources/resource';
import type { AssemblyView } from '../../../../resources/view/assembly-view';
import { healthyModel } from '../../../support/healthy-model';
import { viewOf, type GivenResource } from '../../../support/view-of';
import { asWritten, type Edit } from '../../kit/edit-objects';

/** The healthy nation with all that its backup plans ask for, bent in one way. */
export function backedUp(edit: Edit = asWritten, model: Model = healthyModel()): AssemblyView {
  const objects = model.systems.flatMap((system) => system.placements.flatMap((one) => objectsAt(model, system, one)));
  return viewOf({ model, resources: edit(objects) });
}

/** The healthy nation with one plan bent. */
export function withPlan(model: Model, id: string, bend: Partial<NonNullable<System['backup']>>): Model {
  return {
    ...model,
    systems: model.systems.map((one) =>
      one.id === id && one.backup !== undefined ? { ...one, backup: { ...one.backup, ...bend } } : one,
    ),
  };
}

/** The systems of the healthy model as subjects. */
export const subjects = { procedures: 'system/procedures-p01', land: 'system/land-database' } as const;

function objectsAt(model: Model, system: System, placement: Placement): readonly GivenResource[] {
  const { cluster, site, role } = placement;
  const copies = system.backup?.copies.filter((copy) => copy.medium !== 'primary') ?? [];
  const bodies = [
    ...databases(model, system, placement),
    ...(role === 'standby' || system.backup === undefined
      ? []
      : [...copies.map((copy) => schedule(model, system, copy)), drill(system, copies)]),
  ];
  return [
    ...copies.map((copy) => ({ body: location(model, cluster, copy), cluster, site })),
    ...bodies.map((body) => ({ body, cluster, site, system: system.id, level: system.level })),
  ];
}

function location({ environment, nation }: Model, cluster: string, { site, medium, lockDays }: Copy): JsonObject {
  return {
    apiVersion: 'velero.io/v1',
    kind: 'BackupStorageLocation',
    metadata: {
      name: `${site}-${medium}-lock-${lockDays}`,
      namespace: 'platform-backup',
      labels: { [labels.site]: site },
      annotations: { [annotations.medium]: medium, [annotations.lockDays]: String(lockDays) },
    },
    spec: {
      provider: 'aws',
      accessMode: 'ReadWrite',
      default: false,
      objectStorage: { bucket: backupBucketName(environment, site, `${medium}-lock-${lockDays}`), prefix: cluster },
      config: {
        region: site,
        s3ForcePathStyle: 'true',
        s3Url: `https://objects.${site}.${nation.domain}`,
        serverSideEncryption: 'AES256',
        insecureSkipTLSVerify: 'false',
      },
      credential: { name: 'backup-store-credentials', key: site },
    },
  };
}

function schedule(model: Model, system: System, { site, medium, lockDays }: Copy): JsonObject {
  const name = `${system.id}-${site}-${medium}`;
  const home = model.namespaces.filter((one) => one.system === system.id && one.role === 'home');
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: { name, namespace: 'platform-backup', labels: { [labels.system]: system.id, [labels.site]: site } },
    spec: {
      schedule: cronEvery(system.backup?.everyMinutes ?? 60, name),
      skipImmediately: false,
      template: {
        includedNamespaces: home.map((one) => one.name),
        includedResources: ['*'],
        storageLocation: `${site}-${medium}-lock-${lockDays}`,
        snapshotVolumes: true,
        snapshotMoveData: medium !== 'block-snapshot',
        ttl: `${(system.backup?.retentionDays ?? 0) * 24}h0m0s`,
      },
    },
  };
}

function drill(system: System, copies: readonly Copy[]): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'restore-drill', namespace: zoneNamespaceName(system.owner, system.shortName, 'server') },
    data: {
      system: system.id,
      everyDays: String(system.backup?.restoreTestDays),
      copies: copies.map((copy) => `${copy.site}/${copy.medium}`).join(','),
      dataAgeMinutesMax: String(system.recovery.rpoMinutes),
      restoreMinutesMax: String(system.recovery.rtoMinutes),
    },
  };
}

function databases(model: Model, system: System, { role, site }: Placement): readonly JsonObject[] {
  const objects = system.backup?.copies.filter((copy) => copy.medium === 'object') ?? [];
  const archive = objects.find((copy) => copy.site !== site) ?? objects[0];
  return system.dataSets.flatMap(({ name: dataSet, zone, instances }) => {
    const name = `${system.shortName}-${dataSet}`;
    const metadata = { name, namespace: zoneNamespaceName(system.owner, system.shortName, zone) };
    const store = archive === undefined ? {} : objectStore(model, system, archive);
    const database: JsonObject = {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata,
      spec: {
        instances,
        imageName: `${model.nation.imageRegistry}/cloudnative-pg/postgresql:17.6`,
        enablePDB: instances > 1,
        ...(role === 'standby'
          ? { replica: { enabled: true, source: name }, externalClusters: [{ name, barmanObjectStore: store }] }
          : { backup: { retentionPolicy: `${system.backup?.retentionDays}d`, barmanObjectStore: store } }),
      },
    };
    const scheduled: JsonObject = {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'ScheduledBackup',
      metadata,
      spec: {
        schedule: `0 ${cronEvery(system.backup?.everyMinutes ?? 60, name)}`,
        method: 'barmanObjectStore',
        cluster: { name },
      },
    };
    return role === 'standby' ? [database] : [database, scheduled];
  });
}

function objectStore({ environment, nation }: Model, system: System, { site, lockDays }: Copy): JsonObject {
  return {
    destinationPath: `s3://${backupBucketName(environment, site, `object-lock-${lockDays}`)}/databases/${system.id}`,
    endpointURL: `https://objects.${site}.${nation.domain}`,
    data: { compression: 'gzip', encryption: 'AES256' },
    wal: { compression: 'gzip', encryption: 'AES256' },
  };
}
