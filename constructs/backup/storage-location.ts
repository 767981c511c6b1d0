import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { annotations, copyBucketName, labels, MANAGED_BY, storeHost } from '../../model/naming';
import type { Copy } from '../../model/tenancy/backup';

/** Where a cluster's copies of one kind go: a site, a medium and a lock. */
export interface StorageLocationProps {
  readonly environment: string;
  readonly cluster: string;
  readonly domain: string;
  readonly copy: Pick<Copy, 'site' | 'medium' | 'lockDays'>;
}

/** Name of the location for copies of a kind: `<site>-<medium>-lock-<days>`. */
export function storageLocationName({ site, medium, lockDays }: StorageLocationProps['copy']): string {
  return `${site}-${medium}-lock-${lockDays}`;
}

/**
 * A Velero BackupStorageLocation: a bucket in the country, TLS only, encrypted by the store with the platform's
 * key; the bucket's default retention is the lock (Velero sets none itself). Its credentials are a secret that
 * the platform's secret store delivers; none is written here.
 */
export class StorageLocation extends Construct {
  public constructor(scope: Construct, id: string, { environment, cluster, domain, copy }: StorageLocationProps) {
    super(scope, id);
    const name = storageLocationName(copy);
    new ApiObject(this, 'Resource', {
      apiVersion: 'velero.io/v1',
      kind: 'BackupStorageLocation',
      metadata: {
        name,
        namespace: 'platform-backup',
        labels: { [labels.managedBy]: MANAGED_BY, [labels.site]: copy.site },
        annotations: { [annotations.medium]: copy.medium, [annotations.lockDays]: String(copy.lockDays) },
      },
      spec: {
        provider: 'aws',
        accessMode: 'ReadWrite',
        default: false,
        objectStorage: {
          bucket: copyBucketName(environment, copy),
          prefix: cluster,
        },
        config: {
          region: copy.site,
          s3ForcePathStyle: 'true',
          s3Url: `https://${storeHost(copy.site, domain)}`,
          serverSideEncryption: 'AES256',
          insecureSkipTLSVerify: 'false',
        },
        credential: { name: 'backup-store-credentials', key: copy.site },
      },
    });
  }
}
