import { StorageLocation } from '../../../constructs/backup/storage-location';
import { findObject, renderConstruct, type RenderedObject } from '../../support/render-construct';

function location(lockDays: number): RenderedObject {
  const copy = { site: 'dc-center', medium: 'object', lockDays } as const;
  const props = { environment: 'test', cluster: 'dc-north-shared-0', domain: 'test.gov.vn', copy };
  return findObject(
    renderConstruct((scope) => new StorageLocation(scope, 'test', props)),
    'BackupStorageLocation',
  );
}

describe('StorageLocation', () => {
  test('is a bucket of its own for each site, medium and lock, with a folder for each cluster', () => {
    const spec = location(30)['spec'];
    expect(spec).toMatchObject({
      objectStorage: { bucket: 'test-dc-center-object-lock-30', prefix: 'dc-north-shared-0' },
      accessMode: 'ReadWrite',
      default: false,
    });
    expect(location(0)['spec']).toMatchObject({ objectStorage: { bucket: 'test-dc-center-object-lock-0' } });
  });

  test('is reached over verified TLS in the country only, and encrypted at rest', () => {
    expect((location(30)['spec'] as { config: object }).config).toEqual({
      region: 'dc-center',
      s3ForcePathStyle: 'true',
      s3Url: 'https://objects.dc-center.test.gov.vn',
      serverSideEncryption: 'AES256',
      insecureSkipTLSVerify: 'false',
    });
  });

  test('names its credentials and holds none', () => {
    const rendered = location(30);
    expect((rendered['spec'] as { credential: object }).credential).toEqual({
      name: 'backup-store-credentials',
      key: 'dc-center',
    });
    expect(JSON.stringify(rendered)).not.toMatch(/secret|password|access-?key/i);
  });

  test('says medium and lock on itself', () => {
    expect(location(30).metadata).toMatchObject({
      name: 'dc-center-object-lock-30',
      namespace: 'platform-backup',
      annotations: { 'ndc.gov.vn/medium': 'object', 'ndc.gov.vn/lock-days': '30' },
    });
  });
});
