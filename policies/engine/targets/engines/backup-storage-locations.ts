import { defineTarget } from '../../language/target';
import type { BackupStorageLocation } from '../../shapes/velero';

/** Stores that Velero puts backups into. */
export default defineTarget<BackupStorageLocation>({
  name: 'backup-storage-locations',
  namespaced: true,
  shapes: [
    {
      name: 'location',
      kinds: [{ kind: 'BackupStorageLocation', group: 'velero.io', version: 'v1', resource: 'backupstoragelocations' }],
    },
  ],
  healthy: {
    spec: {
      provider: 'aws',
      accessMode: 'ReadWrite',
      default: false,
      objectStorage: { bucket: 'example-site-object-lock-90', prefix: 'cluster' },
      config: {
        region: 'site',
        s3Url: 'https://objects.example.vn',
        serverSideEncryption: 'AES256',
        insecureSkipTLSVerify: 'false',
      },
    },
  },
});
