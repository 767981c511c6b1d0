import { all, every, isNot, not, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import bindings from '../engine/targets/access/bindings';

/** The groups of all accounts of pods, in the cluster and in one namespace, begin alike. */
const ACCOUNTS = 'system:serviceaccounts';

/** Kubernetes RBAC Good Practices: least privilege. */
export default defineRule({
  title: {
    vi: 'Không quyền nào được gán cho tất cả mọi người hay mọi tài khoản dịch vụ',
    en: 'no binding gives anything to everybody, or to every account of pods',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Quyền gán cho mọi người thì người mới, Pod mới nào cũng có ngay mà không ai thẩm định.',
    en: 'What everybody has, each new person and each new pod has at once, and nobody reviews it.',
  },
  fix: {
    vi: `Thay system:authenticated và ${ACCOUNTS} bằng đúng nhóm hoặc đúng tài khoản dịch vụ cần quyền.`,
    en: `Replace system:authenticated and ${ACCOUNTS} by the group or the account that needs the right.`,
  },
  on: bindings,
  require: (binding) =>
    every(binding.subjects, (subject) =>
      all(isNot(subject.name, 'system:authenticated'), not(text(subject.name, 'starts-with', ACCOUNTS))),
    ),
  examples: {
    passes: {
      'a binding to a group of people': {},
      'a binding that doesn’t say to whom': { object: { subjects: [{ name: null }] } },
      'a binding to one account by its name as a user': {
        object: {
          subjects: [
            { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'system:serviceaccount:example:web' },
          ],
        },
      },
      'a binding to one account': {
        object: {
          subjects: [null, { kind: 'ServiceAccount', name: 'web', namespace: 'example' }],
        },
      },
    },
    fails: {
      'a binding to whoever has a name': { object: { subjects: [{ name: 'system:authenticated' }] } },
      'a binding to every account': { object: { subjects: [{ name: ACCOUNTS }] } },
      'a binding to a group and to every account of a namespace': {
        object: {
          subjects: [{}, { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: `${ACCOUNTS}:example` }],
        },
      },
    },
  },
});
