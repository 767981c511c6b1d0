import { every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import bindings from '../engine/targets/access/bindings';

const RBAC = 'rbac.authorization.k8s.io';

/** The identity provider alone tells who is in a group, so who leaves an office leaves its rights. */
export default defineRule({
  title: {
    vi: 'Người dùng nhận quyền qua nhóm, không gán riêng cho từng người',
    en: 'people are given roles by their group, never one by one',
  },
  force: 'block',
  controls: ['tcvn-14423-5.6.2.3-central', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Quyền gán riêng cho một người ở lại khi người đó chuyển công tác, và không ai rà soát được.',
    en: 'What is bound to one person stays when that person leaves the office, and nobody finds it.',
  },
  fix: {
    vi: 'Thay User bằng Group của hệ thống định danh, hoặc ServiceAccount nếu là ứng dụng.',
    en: 'Replace the User by a Group of the identity provider, or by a ServiceAccount where it is a workload.',
  },
  on: bindings,
  require: (binding) => every(binding.subjects, (subject) => isNot(subject.kind, 'User')),
  examples: {
    passes: {
      'a binding to a group': {},
      'a binding that doesn’t say to what': { object: { subjects: [{ kind: null }] } },
      'a binding to a group and to an account': {
        object: { subjects: [{}, { kind: 'ServiceAccount', name: 'web', namespace: 'example' }] },
      },
    },
    fails: {
      'a binding to one person': { object: { subjects: [{ kind: 'User', name: 'nguyen.van.a@example.vn' }] } },
      'a binding to a group and to one person beside it': {
        object: { subjects: [{}, { apiGroup: RBAC, kind: 'User', name: 'nguyen.van.a@example.vn' }] },
      },
    },
  },
});
