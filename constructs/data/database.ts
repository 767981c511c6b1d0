import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { copyBucketName, labels, MANAGED_BY, storageClassName, storeHost } from '../../model/naming';
import { cronEvery } from '../../model/schedule';
import type { Copy } from '../../model/tenancy/backup';
import type { DataSet, Placement, System } from '../../model/tenancy/system';
import { DatabaseNetwork } from './database-network';

/** One PostgreSQL database of a system at one placement. */
export interface DatabaseProps {
  readonly environment: string;
  readonly domain: string;
  readonly imageRegistry: string;
  readonly system: System;
  readonly dataSet: DataSet;
  readonly placement: Placement;
  readonly namespace: string;
}

const POSTGRESQL_IMAGE = 'cloudnative-pg/postgresql:17.6';

/**
 * A CloudNativePG cluster: TLS 1.3 only, audited, spread over hosts, archived to a store at another site. At the
 * standby site it is a replica that follows the archive of the home site.
 */
export class Database extends Construct {
  public constructor(scope: Construct, id: string, props: DatabaseProps) {
    super(scope, id);
    const { system, dataSet, placement, namespace } = props;
    const name = `${system.shortName}-${dataSet.name}`;
    const metadata = {
      name,
      namespace,
      labels: {
        [labels.managedBy]: MANAGED_BY,
        [labels.system]: system.id,
        [labels.level]: String(system.level),
        [labels.zone]: dataSet.zone,
      },
    };
    const archive = archiveCopy(system);
    new ApiObject(this, 'Resource', {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata,
      spec: clusterSpec(props, name, archive),
    });
    const archiveHost = archive === undefined ? undefined : storeHost(archive.site, props.domain);
    new DatabaseNetwork(this, 'Network', { system, namespace, database: name, archiveHost });
    if (archive === undefined || system.backup === undefined || placement.role === 'standby') return;
    new ApiObject(this, 'Backup', {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'ScheduledBackup',
      metadata,
      spec: {
        schedule: `0 ${cronEvery(system.backup.everyMinutes, name)}`,
        backupOwnerReference: 'cluster',
        method: 'barmanObjectStore',
        cluster: { name },
      },
    });
  }
}

/** The object copy outside the home site: the log archive that home writes, and that the standby follows. */
function archiveCopy({ backup, placements }: System): Copy | undefined {
  const objects = backup?.copies.filter((copy) => copy.medium === 'object') ?? [];
  return objects.find((copy) => copy.site !== placements[0].site) ?? objects[0];
}

function clusterSpec(props: DatabaseProps, name: string, archive: Copy | undefined): Record<string, unknown> {
  const { system, dataSet, placement, imageRegistry } = props;
  const storage = { size: `${dataSet.sizeGiB}Gi`, storageClass: storageClassName(system.id) };
  const plan = system.backup;
  const standby = placement.role === 'standby';
  return {
    instances: dataSet.instances,
    imageName: `${imageRegistry}/${POSTGRESQL_IMAGE}`,
    enablePDB: dataSet.instances > 1,
    enableSuperuserAccess: false,
    storage,
    affinity: { enablePodAntiAffinity: true, podAntiAffinityType: 'required', topologyKey: 'kubernetes.io/hostname' },
    postgresql: {
      parameters: {
        log_connections: 'on',
        log_disconnections: 'on',
        password_encryption: 'scram-sha-256',
        'pgaudit.log': 'write, ddl, role',
        ssl_min_protocol_version: 'TLSv1.3',
      },
      // The operator adds a line that takes connections in the clear too; the first that matches decides.
      pg_hba: ['hostnossl all all all reject', 'hostssl all all all scram-sha-256'],
    },
    ...(archive === undefined || plan === undefined || standby
      ? {}
      : { backup: { retentionPolicy: `${plan.retentionDays}d`, barmanObjectStore: objectStore(props, archive) } }),
    ...(archive === undefined || !standby ? {} : replicaOf(name, objectStore(props, archive))),
  };
}

function objectStore({ environment, domain, system }: DatabaseProps, copy: Copy): Record<string, unknown> {
  const key = (part: string): object => ({ name: 'backup-store-credentials', key: part });
  return {
    destinationPath: `s3://${copyBucketName(environment, copy)}/databases/${system.id}`,
    endpointURL: `https://${storeHost(copy.site, domain)}`,
    s3Credentials: { accessKeyId: key('access-key-id'), secretAccessKey: key('secret-access-key') },
    data: { compression: 'gzip', encryption: 'AES256' },
    wal: { compression: 'gzip', encryption: 'AES256' },
  };
}

function replicaOf(name: string, store: Record<string, unknown>): Record<string, unknown> {
  return {
    bootstrap: { recovery: { source: name } },
    replica: { enabled: true, source: name },
    externalClusters: [{ name, barmanObjectStore: { ...store, serverName: name } }],
  };
}
