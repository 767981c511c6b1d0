import { ObjectBucket } from '../../../constructs/data/object-bucket';
import { renderConstruct } from '../../support/render-construct';
import { procedures } from '../../support/healthy-systems';

describe('ObjectBucket', () => {
  test('claims a bucket of limited size on the object storage of its own system', () => {
    const dataSet = {
      name: 'files',
      engine: 'object-store',
      zone: 'server',
      class: 'personal',
      sizeGiB: 40,
      instances: 1,
    } as const;
    const [bucket] = renderConstruct(
      (scope) => new ObjectBucket(scope, 'test', { system: procedures(), dataSet, namespace: 'p01-proc-server' }),
    );
    expect(bucket).toEqual({
      apiVersion: 'objectbucket.io/v1alpha1',
      kind: 'ObjectBucketClaim',
      metadata: {
        name: 'proc-files',
        namespace: 'p01-proc-server',
        labels: {
          'app.kubernetes.io/managed-by': 'ndc',
          'ndc.gov.vn/system': 'procedures-p01',
          'ndc.gov.vn/level': '3',
          'ndc.gov.vn/zone': 'server',
        },
      },
      spec: {
        generateBucketName: 'proc-files',
        storageClassName: 'system-procedures-p01-objects',
        additionalConfig: { maxSize: '40Gi' },
      },
    });
  });
});
