import { findOwnership } from '../../../constructs/ownership';
import { SystemStorageClass } from '../../../constructs/tenant/system-storage-class';
import { landDatabase } from '../../support/healthy-systems';
import { testShard } from '../../support/render-shard';

describe('SystemStorageClass', () => {
  const stack = testShard();
  const construct = new SystemStorageClass(stack, landDatabase());
  const written = stack.toTerraform()['resource'];

  test('gives a system a pool and a key of its own, and keeps what was stored', () => {
    expect(written).toMatchObject({
      kubernetes_storage_class: {
        'system-land-database': {
          metadata: { name: 'system-land-database', labels: { 'ndc.gov.vn/tenant': 'national-owner' } },
          storage_provisioner: 'rook-ceph.rbd.csi.ceph.com',
          parameters: { pool: 'system-land-database', encrypted: 'true', encryptionKMSID: 'tenant-national-owner' },
          reclaim_policy: 'Retain',
          volume_binding_mode: 'WaitForFirstConsumer',
          allow_volume_expansion: true,
        },
      },
    });
  });

  test('serves the owner of the system', () => {
    expect(findOwnership(construct)).toEqual({
      tenant: 'national-owner',
      system: 'land-database',
      level: 5,
      origin: ['systems/land-database'],
    });
  });
});
