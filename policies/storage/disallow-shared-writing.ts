import { every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import { levelAtLeast } from '../engine/parts/levels';
import persistentVolumeClaims from '../engine/targets/storage/persistent-volume-claims';
import { labels } from '../../model/naming';

export default defineRule({
  title: {
    vi: 'Từ cấp độ 4, không volume nào cho nhiều máy cùng ghi',
    en: 'from level 4 on no volume is written from several nodes',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Một volume nhiều máy cùng ghi gắn mọi bản của dịch vụ vào một chỗ: hỏng hoặc bị mã hóa tống tiền một lần là mất tất cả.',
    en: 'A volume that several nodes write ties all replicas to one place: one fault, or one ransomware, takes them all.',
  },
  fix: {
    vi: 'Dùng ReadWriteOnce hoặc ReadWriteOncePod cho từng bản; dữ liệu dùng chung để trong kho đối tượng hoặc cơ sở dữ liệu.',
    en: 'Give each replica its own with ReadWriteOnce or ReadWriteOncePod; put what is shared into an object store or database.',
  },
  mayBeVacuous: {
    vi: 'Hệ thống có thể chỉ lưu dữ liệu qua cơ sở dữ liệu và kho đối tượng.',
    en: 'Systems may keep their data in databases and object stores alone.',
  },
  on: persistentVolumeClaims,
  scope: 'tenants',
  when: () => levelAtLeast(4),
  require: ({ spec }) => every(spec.accessModes, (mode) => isNot(mode, 'ReadWriteMany')),
  examples: {
    passes: {
      'a volume that one node writes at level 4': { namespace: { [labels.level]: '4' } },
      'a volume of level 5': { namespace: { [labels.level]: '5' } },
    },
    fails: {
      'a volume that many nodes write': {
        namespace: { [labels.level]: '4' },
        object: { spec: { accessModes: ['ReadWriteMany'] } },
      },
      'a volume that many nodes write at level 5': {
        namespace: { [labels.level]: '5' },
        object: { spec: { accessModes: ['ReadWriteMany'] } },
      },
      'a volume that many nodes may write among others': {
        namespace: { [labels.level]: '4' },
        object: { spec: { accessModes: ['ReadWriteOnce', 'ReadWriteMany'] } },
      },
    },
    ignores: {
      'a shared volume of level 3': {
        namespace: { [labels.level]: '3' },
        object: { spec: { accessModes: ['ReadWriteMany'] } },
      },
      'a shared volume in a namespace without a level': { object: { spec: { accessModes: ['ReadWriteMany'] } } },
    },
  },
});
