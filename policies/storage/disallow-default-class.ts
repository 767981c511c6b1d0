import { entry, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import storageClasses from '../engine/targets/storage/storage-classes';

export default defineRule({
  title: { vi: 'Không lớp lưu trữ nào là mặc định', en: 'no storage class is the default' },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.4.2.7'],
  why: {
    vi: 'Mỗi lớp là phân vùng của một hệ thống; lớp mặc định nhận cả dữ liệu của hệ thống khác, dưới khóa của người lạ.',
    en: 'Each class is the partition of one system; a default one takes in data of others, under a stranger’s key.',
  },
  fix: {
    vi: 'Bỏ chú thích storageclass.kubernetes.io/is-default-class.',
    en: 'Take the annotation storageclass.kubernetes.io/is-default-class away.',
  },
  on: storageClasses,
  require: ({ metadata }) => isNot(entry(metadata.annotations, 'storageclass.kubernetes.io/is-default-class'), 'true'),
  examples: {
    passes: {
      'a class that claims must name': {},
      'a class that says that it is no default': {
        object: { metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'false' } } },
      },
    },
    fails: {
      'a class for whoever names none': {
        object: { metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } } },
      },
    },
  },
});
