import { any, every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import bindings from '../engine/targets/access/bindings';

const RBAC = 'rbac.authorization.k8s.io';

/** CIS Kubernetes Benchmark 5.1.5. */
export default defineRule({
  title: {
    vi: 'Tài khoản dịch vụ default không được gán quyền nào',
    en: 'the account default of a namespace is given nothing',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Pod nào không ghi tài khoản thì chạy bằng default: quyền của nó là quyền của mọi Pod trong không gian tên.',
    en: 'Pods that name no account run as default: what it may do, every pod of the namespace may do.',
  },
  fix: {
    vi: 'Tạo ServiceAccount riêng cho ứng dụng và gán quyền cho tài khoản đó.',
    en: 'Write a ServiceAccount for the workload and bind the role to that one.',
  },
  on: bindings,
  require: (binding) =>
    every(binding.subjects, (subject) => any(isNot(subject.kind, 'ServiceAccount'), isNot(subject.name, 'default'))),
  examples: {
    passes: {
      'a binding to an account of its own': {
        object: { subjects: [{}, { kind: 'ServiceAccount', name: 'web', namespace: 'example' }] },
      },
      'a binding to people whose group is called so': { object: { subjects: [{ name: 'default' }] } },
      'a binding that doesn’t say to what of this name': { object: { subjects: [{ kind: null, name: 'default' }] } },
      'a binding that doesn’t say to which account': {
        object: { subjects: [{ apiGroup: null, kind: 'ServiceAccount', name: null }] },
      },
    },
    fails: {
      'a binding to a group and to the account default': {
        object: {
          subjects: [
            { apiGroup: RBAC, kind: 'Group', name: 'example:viewers' },
            { kind: 'ServiceAccount', name: 'default', namespace: 'example' },
          ],
        },
      },
    },
  },
});
