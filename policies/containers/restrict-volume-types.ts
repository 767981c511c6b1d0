import { absent, all, every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { noTenantWorkloads } from './parts/no-tenant-workloads';

const certificate = { name: 'certificate', secret: { secretName: 'certificate' } } as const;

/**
 * Pod Security Standards, restricted. No cluster of the nation has a driver for the other kinds named there; the registry of
 * a mounted image isn't asked about at admission.
 */
export default defineRule({
  title: {
    vi: 'Pod của đơn vị chỉ gắn ổ do cụm cấp, không gắn đĩa của nút hay kho bên ngoài',
    en: 'pods of tenants mount what the cluster gives them, and no disk of a node and no store outside',
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
      all(
        absent(volume.fc),
        absent(volume.flexVolume),
        absent(volume.gitRepo),
        absent(volume.hostPath),
        absent(volume.image),
        absent(volume.iscsi),
        absent(volume.nfs),
      ),
    ),
  examples: {
    passes: {
      'a pod without volumes': {},
      'a pod with a claim, settings and scratch': {
        object: {
          spec: {
            volumes: [
              certificate,
              { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
              { name: 'scratch', emptyDir: { sizeLimit: '64Mi' } },
            ],
          },
        },
      },
    },
    fails: {
      'a folder of the host': { object: { spec: { volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] } } },
      'a share elsewhere after a secret': {
        object: { spec: { volumes: [certificate, { name: 'share', nfs: { server: '192.0.2.1', path: '/share' } }] } },
      },
      'a disk of a storage network': {
        object: { spec: { volumes: [{ name: 'disk', fc: { targetWWNs: ['500a0982991b8dc5'], lun: 0 } }] } },
      },
      'a disk of another network': {
        object: {
          spec: {
            volumes: [
              { name: 'disk', iscsi: { targetPortal: '192.0.2.1:3260', iqn: 'iqn.2026-01.vn.example:disk', lun: 0 } },
            ],
          },
        },
      },
      'a driver on the node': {
        object: { spec: { volumes: [{ name: 'disk', flexVolume: { driver: 'example.vn/disk' } }] } },
      },
      'a repository of code': {
        object: { spec: { volumes: [{ name: 'code', gitRepo: { repository: 'https://git.example.vn/web' } }] } },
      },
      'an image': {
        object: { spec: { volumes: [{ name: 'model', image: { reference: 'registry.example.vn/model:1' } }] } },
      },
    },
  },
});
