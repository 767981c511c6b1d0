import { every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

/** CIS Kubernetes Benchmark 5.1.3. */
export default defineRule({
  title: { vi: 'Mọi vai trò ghi rõ từng nhóm API', en: 'every role names its API groups one by one' },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Cùng một tên tài nguyên ở nhóm API khác là tài nguyên khác: ký tự đại diện cấp cả thứ chưa ai thẩm định.',
    en: 'The same name in another API group is another resource: a wildcard grants what nobody reviewed.',
  },
  fix: {
    vi: 'Thay * bằng các nhóm API thực sự cần; nhóm lõi là chuỗi rỗng.',
    en: 'Replace * by the API groups that are needed; the core group is the empty text.',
  },
  on: roles,
  require: (role) => every(role.rules, (rule) => every(rule.apiGroups, (group) => isNot(group, '*'))),
  examples: {
    passes: {
      'a role on deployments': {},
      'a role on pods, which are of the core group': {
        object: { rules: [{ apiGroups: [''], resources: ['pods'] }] },
      },
    },
    fails: {
      'a role on every group': { object: { rules: [{ apiGroups: ['*'] }] } },
      'a role whose second rule names one group and every group': {
        object: { rules: [{}, { apiGroups: ['batch', '*'], resources: ['jobs'], verbs: ['get'] }] },
      },
    },
  },
});
