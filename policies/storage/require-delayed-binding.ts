import { is, not, orElse, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import storageClasses from '../engine/targets/storage/storage-classes';

export default defineRule({
  title: {
    vi: 'Volume được tạo ở nơi pod chạy, không tạo trước',
    en: 'volumes are made where their pod runs, not before',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Volume tạo trước khi xếp pod có thể nằm ở miền sự cố khác: các bản của dịch vụ dồn vào một chỗ, hoặc pod không khởi động được.',
    en: 'A volume made before its pod is placed may lie in another failure domain: replicas crowd together, or the pod can’t start.',
  },
  fix: { vi: 'Đặt volumeBindingMode là WaitForFirstConsumer.', en: 'Set volumeBindingMode to WaitForFirstConsumer.' },
  on: storageClasses,
  when: ({ provisioner }) => not(text(orElse(provisioner, ''), 'ends-with', '/bucket')),
  require: ({ volumeBindingMode }) => is(volumeBindingMode, 'WaitForFirstConsumer'),
  examples: {
    passes: { 'a class that waits for the pod': {} },
    fails: {
      'a class that binds at once': { object: { volumeBindingMode: 'Immediate' } },
      'a class that leaves it to the default': { object: { volumeBindingMode: null } },
      'a class of a provisioner called almost alike that binds at once': {
        object: { provisioner: 'example.vn/x-bucket', volumeBindingMode: 'Immediate' },
      },
      'a class of a provisioner that is cut off and binds at once': {
        object: { provisioner: 'example.vn/bucke', volumeBindingMode: 'Immediate' },
      },
    },
    ignores: {
      'a class of object stores, which no pod mounts': {
        object: {
          provisioner: 'rook-ceph.ceph.rook.io/bucket',
          parameters: { encrypted: null, encryptionKMSID: null },
          volumeBindingMode: 'Immediate',
        },
      },
    },
  },
  equivalents: {
    'applies without the default  in provisioner …/bucket':
      'an absent value meets no test, as the default meets none; the server holds no object without it',
  },
});
