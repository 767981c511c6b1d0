import { isNot, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import persistentVolumeClaims from '../engine/targets/storage/persistent-volume-claims';

export default defineRule({
  title: { vi: 'Mọi yêu cầu lưu trữ nêu rõ lớp lưu trữ', en: 'every claim names its storage class' },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.4.2.7'],
  why: {
    vi: 'Yêu cầu không nêu lớp thì nhận volume bất kỳ: không mã hóa bằng khóa của chủ quản, hoặc nằm trong phân vùng của hệ thống khác.',
    en: "A claim without a class gets any volume: not under its owner's key, or in the partition of another system.",
  },
  fix: {
    vi: 'Đặt storageClassName là lớp lưu trữ của hệ thống.',
    en: 'Set storageClassName to the storage class of the system.',
  },
  mayBeVacuous: {
    vi: 'Hệ thống có thể chỉ lưu dữ liệu qua cơ sở dữ liệu và kho đối tượng.',
    en: 'Systems may keep their data in databases and object stores alone.',
  },
  on: persistentVolumeClaims,
  require: ({ spec }) => isNot(orElse(spec.storageClassName, ''), ''),
  examples: {
    passes: { 'a claim of the class of its system': {} },
    fails: {
      'a claim that leaves it to the default of the cluster': { object: { spec: { storageClassName: null } } },
      'a claim of a volume without a class': { object: { spec: { storageClassName: '' } } },
    },
  },
});
