import { is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import storageClasses from '../engine/targets/storage/storage-classes';

export default defineRule({
  title: {
    vi: 'Mọi lớp lưu trữ giữ lại volume khi yêu cầu lưu trữ bị xóa',
    en: 'every storage class keeps its volumes when their claims go',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Mặc định của Kubernetes là xóa dữ liệu cùng yêu cầu: một lệnh gõ nhầm là mất dữ liệu nhà nước.',
    en: 'The default of Kubernetes deletes the data with the claim: one mistyped command loses state data.',
  },
  fix: { vi: 'Đặt reclaimPolicy là Retain.', en: 'Set reclaimPolicy to Retain.' },
  on: storageClasses,
  require: ({ reclaimPolicy }) => is(reclaimPolicy, 'Retain'),
  examples: {
    passes: { 'a class that keeps its volumes': {} },
    fails: {
      'a class that deletes them': { object: { reclaimPolicy: 'Delete' } },
      'a class that leaves it to the default': { object: { reclaimPolicy: null } },
    },
  },
});
