import { any, every, exists } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads';
import { noTenantWorkloads } from './parts/no-tenant-workloads';

const claim = {
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '1Gi' } },
} as const;

const allowed = [
  { name: 'config-map', configMap: { name: 'settings' } },
  { name: 'csi', csi: { driver: 'csi.example.vn' } },
  { name: 'downward', downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
  { name: 'empty', emptyDir: { sizeLimit: '64Mi' } },
  { name: 'ephemeral', ephemeral: { volumeClaimTemplate: { spec: claim } } },
  { name: 'claim', persistentVolumeClaim: { claimName: 'data' } },
  { name: 'projected', projected: { sources: [{ configMap: { name: 'settings' } }] } },
  { name: 'secret', secret: { secretName: 'certificate' } },
] as const;

/** Pod Security Standards, restricted. A list of what is allowed holds for kinds of volumes that are yet to come. */
export default defineRule({
  title: {
    vi: 'Pod của đơn vị chỉ gắn các loại ổ do cụm quản lý',
    en: 'pods of tenants mount only kinds of volumes that the cluster manages',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.5.2.1', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'hostPath, nfs hay iscsi gắn thẳng đĩa của nút hoặc kho ngoài, bỏ qua phân vùng lưu trữ, mã hóa và hạn mức.',
    en: 'hostPath, nfs or iscsi reach the disk of the node or a store outside, past partition, encryption and quota.',
  },
  fix: {
    vi: 'Dùng PersistentVolumeClaim; dữ liệu tạm dùng emptyDir.',
    en: 'Use a PersistentVolumeClaim; for scratch use emptyDir.',
  },
  mayBeVacuous: noTenantWorkloads,
  on: workloads,
  scope: 'tenants',
  require: ({ spec }) =>
    every(spec.volumes, (volume) =>
      any(
        exists(volume.configMap),
        exists(volume.csi),
        exists(volume.downwardAPI),
        exists(volume.emptyDir),
        exists(volume.ephemeral),
        exists(volume.persistentVolumeClaim),
        exists(volume.projected),
        exists(volume.secret),
      ),
    ),
  examples: {
    passes: {
      'a pod without volumes': {},
      'a pod with one of each': { object: { spec: { volumes: allowed } } },
    },
    fails: {
      'a folder of the host': { object: { spec: { volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] } } },
      'a store elsewhere after a secret': {
        object: { spec: { volumes: [allowed[7], { name: 'share', nfs: { server: '192.0.2.1', path: '/share' } }] } },
      },
    },
  },
});
