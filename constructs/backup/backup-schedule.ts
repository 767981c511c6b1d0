import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../model/naming';
import { cronEvery } from '../../model/schedule';
import type { Copy } from '../../model/tenancy/backup';
import type { System } from '../../model/tenancy/system';
import { storageLocationName } from './storage-location';

/** What is copied, how often, for how long, and to where. */
export interface BackupScheduleProps {
  readonly system: System;
  readonly namespaces: readonly string[];
  readonly everyMinutes: number;
  readonly retentionDays: number;
  readonly copy: Copy;
}

const HOURS_PER_DAY = 24;

/**
 * A Velero Schedule that makes one copy of a system's namespaces, objects and volumes. A block snapshot stays on
 * the storage of the site; every other copy is moved to its location.
 */
export class BackupSchedule extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    { system, namespaces, everyMinutes, retentionDays, copy }: BackupScheduleProps,
  ) {
    super(scope, id);
    const name = `${system.id}-${copy.site}-${copy.medium}`;
    const moved = copy.medium !== 'block-snapshot';
    new ApiObject(this, 'Resource', {
      apiVersion: 'velero.io/v1',
      kind: 'Schedule',
      metadata: {
        name,
        namespace: 'platform-backup',
        labels: {
          [labels.managedBy]: MANAGED_BY,
          [labels.system]: system.id,
          [labels.site]: copy.site,
          [labels.level]: String(system.level),
        },
      },
      spec: {
        schedule: cronEvery(everyMinutes, name),
        skipImmediately: false,
        useOwnerReferencesInBackup: false,
        template: {
          includedNamespaces: [...namespaces],
          includedResources: ['*'],
          storageLocation: storageLocationName(copy),
          snapshotVolumes: true,
          snapshotMoveData: moved,
          csiSnapshotTimeout: '30m0s',
          ttl: `${retentionDays * HOURS_PER_DAY}h0m0s`,
          metadata: { labels: { [labels.system]: system.id } },
        },
      },
    });
  }
}
