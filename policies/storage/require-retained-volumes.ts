import { isNot, not, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import persistentVolumes from '../engine/targets/storage/persistent-volumes';
import { platformNamespaceName } from '../../model/naming';

/** Twin of `storage/require-retention`, which asks it of classes: a volume that exists may be changed later. */
export default defineRule({
  title: {
    vi: 'Volume và dữ liệu còn lại khi yêu cầu lưu trữ bị xóa',
    en: 'volumes and their data stay when their claims go',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Xóa nhầm một không gian tên là xóa luôn dữ liệu nhà nước, nhanh hơn mọi cảnh báo.',
    en: 'A namespace that is deleted by mistake takes state data with it, faster than any alert.',
  },
  fix: {
    vi: 'Đặt persistentVolumeReclaimPolicy là Retain; dữ liệu hết hạn thì quản trị viên xóa riêng.',
    en: 'Set persistentVolumeReclaimPolicy to Retain; an administrator deletes data that is no longer needed.',
  },
  mayBeVacuous: {
    vi: 'Volume thường do hệ thống lưu trữ tự tạo trong cụm, không nằm trong tệp cấu hình.',
    en: 'Volumes are usually made in the cluster by its storage, and written nowhere.',
  },
  on: persistentVolumes,
  when: ({ spec }) => isNot(spec.claimRef.namespace, platformNamespaceName('backup')),
  require: ({ spec }) => not(oneOf(spec.persistentVolumeReclaimPolicy, ['Delete', 'Recycle'])),
  examples: {
    passes: {
      'a volume that stays': {},
      'a volume that a person writes without saying so': { object: { spec: { persistentVolumeReclaimPolicy: null } } },
      'a volume that stays, of a claim of another namespace': {
        object: { spec: { claimRef: { namespace: 'example-web-server', name: 'data' } } },
      },
    },
    fails: {
      'a volume that is emptied for the next claim': { object: { spec: { persistentVolumeReclaimPolicy: 'Recycle' } } },
      'a volume that goes with its claim': { object: { spec: { persistentVolumeReclaimPolicy: 'Delete' } } },
      'a volume of a system that goes with its claim': {
        object: {
          spec: {
            persistentVolumeReclaimPolicy: 'Delete',
            claimRef: { namespace: 'example-web-server', name: 'data' },
          },
        },
      },
    },
    ignores: {
      'the copy of a snapshot, which the backup deletes when it has read it': {
        object: {
          spec: { persistentVolumeReclaimPolicy: 'Delete', claimRef: { namespace: 'platform-backup', name: 'copy' } },
        },
      },
    },
  },
});
