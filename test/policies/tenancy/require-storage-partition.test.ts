import policy from '../../../policies/tenancy/require-storage-partition';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const subject = 'system/procedures-p01';
const storageClass = (system: string, parameters: JsonObject = {}, bend: JsonObject = {}): JsonObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: `system-${system}`, labels: { 'ndc.gov.vn/system': system } },
  provisioner: 'rook-ceph.rbd.csi.ceph.com',
  parameters: { pool: `system-${system}`, encrypted: 'true', ...parameters },
  reclaimPolicy: 'Retain',
  ...bend,
});
const given = (...resources: readonly JsonObject[]) => ({ subject, view: viewOf({ resources }) });
const where = (part: string): string => `dc-north-shared-0 StorageClass system-procedures-p01 ${part}`.trim();

describePolicy('tenancy/require-storage-partition', policy, {
  passes: {
    'a pool of its own': () => given(storageClass('procedures-p01')),
    'pools of others beside it': () => given(storageClass('procedures-p01'), storageClass('other')),
  },
  fails: {
    'no storage class': () => ({ ...given(), where: where(''), got: 'missing' }),
    'a pool that another system has': () => ({
      ...given(storageClass('procedures-p01'), storageClass('other', { pool: 'system-procedures-p01' })),
      where: where('pool'),
      got: 'shared with system-other',
    }),
    'data in clear': () => ({
      ...given(storageClass('procedures-p01', { encrypted: 'false' })),
      where: where('encrypted'),
      got: 'false',
    }),
    'volumes that go with their claims': () => ({
      ...given(storageClass('procedures-p01', {}, { reclaimPolicy: 'Delete' })),
      where: where('reclaimPolicy'),
      got: 'Delete',
    }),
    'the standby of a system without a class': () => ({
      subject: 'system/land-database',
      view: viewOf({ resources: [{ body: storageClass('land-database'), cluster: 'dc-north-land' }] }),
      where: 'dc-center-land StorageClass system-land-database',
      got: 'missing',
    }),
    'a pool that Terraform alone can tell': () => ({
      ...given(storageClass('procedures-p01', { pool: { 'terraform:unresolved': '${var.pool}' } })),
      verdict: 'unknown',
      where: where(''),
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: { 'a nation without systems': () => ({ view: viewOf({ model: { ...healthyModel(), systems: [] } }) }) },
});
