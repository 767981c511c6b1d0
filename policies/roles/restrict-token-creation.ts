import { any, countAtLeast, every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

/** CIS Kubernetes Benchmark 5.1.13. */
export default defineRule({
  title: {
    vi: 'Mã truy cập chỉ được cấp cho tài khoản dịch vụ nêu tên',
    en: 'roles that make tokens name the accounts that these are of',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Ai tạo được mã truy cập của mọi tài khoản dịch vụ thì có quyền của tất cả các tài khoản đó.',
    en: 'Whoever makes tokens of any account has the rights of all of them.',
  },
  fix: {
    vi: 'Bỏ serviceaccounts/token, hoặc ghi rõ từng tài khoản trong resourceNames.',
    en: 'Take serviceaccounts/token out, or name each account in resourceNames.',
  },
  on: roles,
  require: (role) =>
    every(role.rules, (rule) =>
      any(
        every(rule.resources, (resource) => isNot(resource, 'serviceaccounts/token')),
        countAtLeast(rule.resourceNames, 1),
      ),
    ),
  examples: {
    passes: {
      'a role without tokens': {},
      'a role that makes tokens of one account': {
        object: {
          rules: [
            {},
            { apiGroups: [''], resources: ['serviceaccounts/token'], resourceNames: ['web'], verbs: ['create'] },
          ],
        },
      },
    },
    fails: {
      'a role that makes tokens of any account': {
        object: { rules: [{}, { apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] }] },
      },
      'a role that makes tokens beside something else': {
        object: { rules: [{}, { apiGroups: [''], resources: ['events', 'serviceaccounts/token'], verbs: ['create'] }] },
      },
    },
  },
});
