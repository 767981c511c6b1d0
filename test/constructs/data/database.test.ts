import { Database, type DatabaseProps } from '../../../constructs/data/database';
import { mapAt } from '../../support/render-shard';
import { findObject, renderConstruct, type RenderedObject } from '../../support/render-construct';
import { landDatabase } from '../../support/healthy-systems';

const system = landDatabase();
const [home, standby = home] = system.placements;

function rendered(bend: Partial<DatabaseProps> = {}): readonly RenderedObject[] {
  const [dataSet] = system.dataSets;
  if (dataSet === undefined) throw new Error('the healthy system has a data set');
  const place = { environment: 'test', domain: 'test.gov.vn', imageRegistry: 'registry.test.gov.vn' };
  const props = { ...place, system, dataSet, placement: home, namespace: 'national-owner-land-database', ...bend };
  return renderConstruct((scope) => new Database(scope, 'test', props));
}

function specOf(objects: readonly RenderedObject[]) {
  return mapAt(findObject(objects, 'Cluster'), 'spec');
}

describe('Database at home', () => {
  const spec = specOf(rendered());

  test('takes TLS 1.3 and scram passwords only, rejects what is in the clear, writes an audit log, and has no superuser', () => {
    expect(spec['postgresql']).toEqual({
      parameters: {
        log_connections: 'on',
        log_disconnections: 'on',
        password_encryption: 'scram-sha-256',
        'pgaudit.log': 'write, ddl, role',
        ssl_min_protocol_version: 'TLSv1.3',
      },
      pg_hba: ['hostnossl all all all reject', 'hostssl all all all scram-sha-256'],
    });
    expect(spec['enableSuperuserAccess']).toBe(false);
  });

  test('stands on different hosts, on the storage partition of its system, from the nation’s registry', () => {
    expect(spec).toMatchObject({
      instances: 3,
      enablePDB: true,
      affinity: { podAntiAffinityType: 'required', topologyKey: 'kubernetes.io/hostname' },
      storage: { size: '4000Gi', storageClass: 'system-land-database' },
    });
    expect(spec['imageName']).toMatch(/^registry\.test\.gov\.vn\/.+:[0-9.]+$/);
  });

  test('archives encrypted to the object copy at another site, for as long as the plan keeps copies', () => {
    expect(mapAt(spec, 'backup')).toMatchObject({
      retentionPolicy: '365d',
      barmanObjectStore: {
        destinationPath: 's3://test-dc-center-object-lock-30/databases/land-database',
        endpointURL: 'https://objects.dc-center.test.gov.vn',
        data: { encryption: 'AES256' },
        wal: { encryption: 'AES256' },
      },
    });
    expect(spec).not.toHaveProperty('replica');
  });

  test('is backed up on a six-field schedule, which starts with the second', () => {
    const backup = mapAt(findObject(rendered(), 'ScheduledBackup'), 'spec');
    expect(backup).toMatchObject({ method: 'barmanObjectStore', cluster: { name: 'land-parcels' } });
    expect(backup['schedule']).toMatch(/^0 \d+-59\/15 \* \* \* \*$/);
  });

  test('may reach its archive and nothing beyond its own kind', () => {
    const [policy] = rendered().filter(({ kind }) => kind === 'CiliumNetworkPolicy');
    expect(JSON.stringify(policy?.['spec'])).toContain('"toFQDNs":[{"matchName":"objects.dc-center.test.gov.vn"}]');
    expect(JSON.stringify(policy?.['spec'])).not.toMatch(/"(?:world|all)"|0\.0\.0\.0|matchPattern/);
  });

  test('without a backup of ours has neither archive nor schedule', () => {
    const objects = rendered({ system: { ...system, backup: undefined } });
    expect(specOf(objects)).not.toHaveProperty('backup');
    expect(objects.map(({ kind }) => kind)).not.toContain('ScheduledBackup');
  });
});

describe('Database at the standby site', () => {
  const objects = rendered({ placement: standby });
  const spec = specOf(objects);

  test('is a replica that follows the archive which home writes, even when that stands at the standby’s own site', () => {
    const source = mapAt((mapAt(spec)['externalClusters'] as readonly object[])[0], 'barmanObjectStore');
    const written = mapAt(specOf(rendered()), 'backup', 'barmanObjectStore');
    expect(spec['replica']).toEqual({ enabled: true, source: 'land-parcels' });
    expect(spec['bootstrap']).toEqual({ recovery: { source: 'land-parcels' } });
    expect(source).toEqual({ ...written, serverName: 'land-parcels' });
  });

  test('follows the same archive when another object copy stands elsewhere', () => {
    const copies = [
      { site: 'dc-south', medium: 'object', encrypted: true, lockDays: 30 },
      ...(system.backup?.copies ?? []),
    ] as const;
    const bent = { ...system, backup: { everyMinutes: 15, retentionDays: 365, restoreTestDays: 90, copies } };
    const paths = [home, standby].map(
      (placement) => /s3:\/\/[^"]+/.exec(JSON.stringify(rendered({ system: bent, placement })))?.[0],
    );
    expect(paths).toEqual(Array(2).fill('s3://test-dc-south-object-lock-30/databases/land-database'));
  });

  test('makes no copy of its own', () => {
    expect(spec).not.toHaveProperty('backup');
    expect(objects.map(({ kind }) => kind)).not.toContain('ScheduledBackup');
  });
});
