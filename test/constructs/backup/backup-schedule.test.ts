import { BackupSchedule, type BackupScheduleProps } from '../../../constructs/backup/backup-schedule';
import { StorageLocation } from '../../../constructs/backup/storage-location';
import { findObject, renderConstruct, type RenderedObject } from '../../support/render-construct';
import { longestGap } from '../../support/cron-minutes';
import { procedures } from '../../support/healthy-systems';

const copy = { site: 'dc-center', medium: 'tape', encrypted: true, lockDays: 30 } as const;

function schedule(bend: Partial<BackupScheduleProps> = {}): RenderedObject {
  const props = { system: procedures(), namespaces: ['p01-proc-server'], everyMinutes: 60, retentionDays: 90, copy };
  return findObject(
    renderConstruct((scope) => new BackupSchedule(scope, 'test', { ...props, ...bend })),
    'Schedule',
  );
}

function templateOf({ spec }: RenderedObject): Readonly<Record<string, unknown>> {
  return (spec as { template: Readonly<Record<string, unknown>> }).template;
}

describe('BackupSchedule', () => {
  test('copies the namespaces of one system to the location of the copy, for as long as it is kept', () => {
    expect(templateOf(schedule())).toEqual({
      includedNamespaces: ['p01-proc-server'],
      includedResources: ['*'],
      storageLocation: 'dc-center-tape-lock-30',
      snapshotVolumes: true,
      snapshotMoveData: true,
      csiSnapshotTimeout: '30m0s',
      ttl: '2160h0m0s',
      metadata: { labels: { 'ndc.gov.vn/system': 'procedures-p01' } },
    });
  });

  test('is named and labeled for its system and the site of the copy', () => {
    expect(schedule().metadata).toEqual({
      name: 'procedures-p01-dc-center-tape',
      namespace: 'platform-backup',
      labels: {
        'app.kubernetes.io/managed-by': 'ndc',
        'ndc.gov.vn/system': 'procedures-p01',
        'ndc.gov.vn/site': 'dc-center',
        'ndc.gov.vn/level': '3',
      },
    });
  });

  test.each([5, 45, 60, 1_000, 1_440])('runs at least every %i minutes', (everyMinutes) => {
    const { spec } = schedule({ everyMinutes });
    expect(longestGap((spec as { schedule: string }).schedule)).toBeLessThanOrEqual(everyMinutes);
  });

  test('leaves a block snapshot on the storage of its site, and moves every other medium', () => {
    const moved = (['block-snapshot', 'object', 'tape'] as const).map(
      (medium) => templateOf(schedule({ copy: { ...copy, medium } }))['snapshotMoveData'],
    );
    expect(moved).toEqual([false, true, true]);
  });

  test('writes to a location of the name that StorageLocation gives it', () => {
    const location = renderConstruct(
      (scope) =>
        new StorageLocation(scope, 'test', {
          environment: 'test',
          cluster: 'dc-north-shared-0',
          domain: 'test.gov.vn',
          copy,
        }),
    );
    expect(findObject(location, 'BackupStorageLocation').metadata.name).toBe(templateOf(schedule())['storageLocation']);
  });
});
