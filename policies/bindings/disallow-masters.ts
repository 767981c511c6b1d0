import { every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import bindings from '../engine/targets/access/bindings';

/** CIS Kubernetes Benchmark 5.1.7. */
export default defineRule({
  title: { vi: 'Không phép gán nào dùng nhóm system:masters', en: 'no binding names the group system:masters' },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged'],
  why: {
    vi: 'Nhóm này vượt qua mọi kiểm tra quyền và không thu hồi được; phép gán cho nó che giấu người đang dùng nhóm.',
    en: 'The group passes every check and can’t be taken back; a binding to it hides that somebody uses it.',
  },
  fix: {
    vi: 'Thay system:masters bằng một nhóm của hệ thống định danh; trường hợp khẩn cấp dùng ndc:break-glass.',
    en: 'Replace system:masters by a group of the identity provider; for emergencies there is ndc:break-glass.',
  },
  on: bindings,
  require: (binding) => every(binding.subjects, (subject) => isNot(subject.name, 'system:masters')),
  examples: {
    passes: {
      'a binding to a group of people': {},
      'a binding that doesn’t say to whom': { object: { subjects: [{ name: null }] } },
    },
    fails: {
      'a binding to the masters': { object: { subjects: [{ name: 'system:masters' }] } },
      'a binding to a group and to the masters': {
        object: { subjects: [{}, { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:masters' }] },
      },
    },
  },
});
