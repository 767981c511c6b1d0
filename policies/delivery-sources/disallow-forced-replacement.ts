import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import kustomizations from '../engine/targets/delivery/kustomizations';

export default defineRule({
  title: { vi: 'Flux không xóa rồi tạo lại đối tượng', en: 'Flux never deletes objects to make them again' },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'force xóa đối tượng không sửa được rồi tạo lại: volume và cơ sở dữ liệu mất theo.',
    en: 'force deletes what can’t be changed and makes it again: volumes and databases go with it.',
  },
  fix: {
    vi: 'Bỏ force; đổi trường bất biến bằng một đối tượng mới.',
    en: 'Take force away; change a fixed field with a new object.',
  },
  mayBeVacuous: {
    vi: 'Cây GitOps được xuất riêng và không nằm trong tệp cấu hình; cụm có thể không dùng Flux.',
    en: 'GitOps trees are exported apart and stand in no assembly; a cluster may do without Flux.',
  },
  on: kustomizations,
  require: ({ spec }) => isNot(spec.force, true),
  examples: {
    passes: { 'no force': {}, 'the default, which is none': { object: { spec: { force: null } } } },
    fails: { force: { object: { spec: { force: true } } } },
  },
});
