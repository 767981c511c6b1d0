import { any, every, exists, quantity } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';

const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } as const;

const others = [
  { name: 'settings', configMap: { name: 'settings' } },
  { name: 'driver', csi: { driver: 'csi.example.vn' } },
  { name: 'downward', downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
  { name: 'own-claim', ephemeral: { volumeClaimTemplate: { spec: claim } } },
  { name: 'disk', fc: { targetWWNs: ['500a0982991b8dc5'], lun: 0 } },
  { name: 'node-driver', flexVolume: { driver: 'example.vn/disk' } },
  { name: 'logs', hostPath: { path: '/var/log' } },
  { name: 'model', image: { reference: 'registry.example.vn/model:1' } },
  { name: 'far-disk', iscsi: { targetPortal: '192.0.2.1:3260', iqn: 'iqn.2026-01.vn.example:disk', lun: 0 } },
  { name: 'share', nfs: { server: '192.0.2.1', path: '/share' } },
  { name: 'claim', persistentVolumeClaim: { claimName: 'data' } },
  { name: 'projected', projected: { sources: [{ configMap: { name: 'settings' } }] } },
  { name: 'certificate', secret: { secretName: 'certificate' } },
] as const;

/**
 * NSA/CISA Kubernetes Hardening Guidance: resource policies. Kubernetes takes a limit of 0 for none, and an emptyDir for a
 * volume that doesn't say what it is.
 */
export default defineRule({
  title: {
    vi: 'Mọi chỗ ghi tạm của Pod có kích thước tối đa',
    en: 'every scratch folder of a pod has a size that it can’t outgrow',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'emptyDir không giới hạn ăn hết đĩa hoặc bộ nhớ của nút, rồi mọi Pod trên nút bị đuổi.',
    en: 'An unbounded emptyDir eats the disk or the memory of its node, and every pod there is thrown out.',
  },
  fix: { vi: 'Ghi emptyDir.sizeLimit, từ 1Mi.', en: 'Write emptyDir.sizeLimit, 1Mi or more.' },
  on: workloads,
  require: ({ spec }) =>
    every(spec.volumes, (volume) =>
      any(
        exists(volume.configMap),
        exists(volume.csi),
        exists(volume.downwardAPI),
        exists(volume.ephemeral),
        exists(volume.fc),
        exists(volume.flexVolume),
        exists(volume.hostPath),
        exists(volume.image),
        exists(volume.iscsi),
        exists(volume.nfs),
        exists(volume.persistentVolumeClaim),
        exists(volume.projected),
        exists(volume.secret),
        quantity(volume.emptyDir.sizeLimit, { atLeast: '1Mi' }),
      ),
    ),
  examples: {
    passes: {
      'a pod without scratch': {},
      'a pod with bounded scratch': {
        object: { spec: { volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '64Mi' } }] } },
      },
      'a pod with the least scratch': {
        object: { spec: { volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '1Mi' } }] } },
      },
      'a pod with one volume of each other kind': { object: { spec: { volumes: others } } },
    },
    fails: {
      'a pod with scratch bounded by nothing': {
        object: { spec: { volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '0' } }] } },
      },
      'a pod with a little less than the least': {
        object: { spec: { volumes: [{ name: 'scratch', emptyDir: { sizeLimit: '1048575999m' } }] } },
      },
      'a pod with scratch without bounds': { object: { spec: { volumes: [{ name: 'scratch', emptyDir: {} }] } } },
      'a pod with a volume that doesn’t say what it is': { object: { spec: { volumes: [{ name: 'scratch' }] } } },
      'a pod with scratch without bounds after settings': {
        object: { spec: { volumes: [others[0], { name: 'scratch', emptyDir: { medium: 'Memory' } }] } },
      },
    },
  },
});
