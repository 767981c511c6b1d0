import { every, not, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import bindings from '../engine/targets/access/bindings';

const RBAC = 'rbac.authorization.k8s.io';

/** What the API server calls whoever gave no name. */
const NOBODY = ['system:anonymous', 'system:unauthenticated'] as const;

/** Twin of `identity/disallow-anonymous`, which looks at the API server and the kubelets too. */
export default defineRule({
  title: { vi: 'Không quyền nào được gán cho người ẩn danh', en: 'no binding gives anything to the anonymous' },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-7.12.2.3'],
  why: {
    vi: 'Quyền gán cho người ẩn danh là quyền của bất kỳ ai chạm tới được máy chủ API.',
    en: 'What the anonymous may do, whoever reaches the API server may do.',
  },
  fix: {
    vi: `Bỏ ${NOBODY.join(' và ')} khỏi subjects; gán cho một nhóm của hệ thống định danh.`,
    en: `Take ${NOBODY.join(' and ')} out of the subjects; bind to a group of the identity provider.`,
  },
  on: bindings,
  require: (binding) => every(binding.subjects, (subject) => not(oneOf(subject.name, NOBODY))),
  examples: {
    passes: {
      'a binding to a group of people': {},
      'a binding that doesn’t say to whom': { object: { subjects: [{ name: null }] } },
    },
    fails: {
      'a binding to a group and to the user that gave no name': {
        object: { subjects: [{}, { apiGroup: RBAC, kind: 'User', name: 'system:anonymous' }] },
      },
      'a binding to the group of those that gave no name': {
        object: { subjects: [{ name: 'system:unauthenticated' }] },
      },
    },
  },
});
