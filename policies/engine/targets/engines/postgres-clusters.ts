import { defineTarget } from '../../language/target';
import type { Cluster } from '../../shapes/cloudnative-pg';

const encrypted = { compression: 'gzip', encryption: 'AES256' } as const;

/** PostgreSQL databases that CloudNativePG runs. */
export default defineTarget<Cluster>({
  name: 'postgres-clusters',
  namespaced: true,
  shapes: [
    {
      name: 'cluster',
      kinds: [{ kind: 'Cluster', group: 'postgresql.cnpg.io', version: 'v1', resource: 'clusters' }],
    },
  ],
  healthy: {
    spec: {
      instances: 3,
      enableSuperuserAccess: false,
      storage: { size: '10Gi', storageClass: 'system-web' },
      affinity: {
        enablePodAntiAffinity: true,
        podAntiAffinityType: 'required',
        topologyKey: 'kubernetes.io/hostname',
      },
      postgresql: {
        parameters: {
          log_connections: 'on',
          log_disconnections: 'on',
          password_encryption: 'scram-sha-256',
          'pgaudit.log': 'write, ddl, role',
          ssl_min_protocol_version: 'TLSv1.3',
        },
        pg_hba: ['hostnossl all all all reject', 'hostssl all all all scram-sha-256'],
      },
      backup: {
        retentionPolicy: '90d',
        barmanObjectStore: {
          destinationPath: 's3://example-site-object/databases/web',
          endpointURL: 'https://objects.example.vn',
          data: encrypted,
          wal: encrypted,
        },
      },
    },
  },
});
