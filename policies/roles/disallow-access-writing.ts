import { any, every, isNot, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

const GROUP = 'rbac.authorization.k8s.io';

/** Kubernetes RBAC Good Practices: privilege escalation risks. */
export default defineRule({
  title: { vi: 'Không vai trò nào ghi vai trò và phép gán quyền', en: 'no role writes roles or bindings' },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Ai ghi được phép gán quyền thì trao quyền của mình cho người khác mà không qua thẩm định.',
    en: 'Whoever writes bindings hands rights on, and nobody reviews to whom.',
  },
  fix: {
    vi: 'Chỉ giữ get, list, watch; quyền truy cập đến từ dữ kiện đã thẩm định.',
    en: 'Keep get, list and watch alone; access comes from reviewed facts.',
  },
  on: roles,
  require: (role) =>
    every(role.rules, (rule) =>
      any(
        every(rule.apiGroups, (group) => isNot(group, GROUP)),
        every(rule.verbs, (verb) => oneOf(verb, ['get', 'list', 'watch'])),
      ),
    ),
  examples: {
    passes: {
      'a role that reads them': {
        object: { rules: [{}, { apiGroups: [GROUP], resources: ['rolebindings'], verbs: ['get', 'list', 'watch'] }] },
      },
      'a role that writes something else': {
        object: { rules: [{}, { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create'] }] },
      },
    },
    fails: {
      'a role that makes them': {
        object: { rules: [{}, { apiGroups: [GROUP], resources: ['rolebindings'], verbs: ['create'] }] },
      },
      'a role that reads and changes them among other things': {
        object: {
          rules: [
            {},
            { apiGroups: ['apps', GROUP], resources: ['deployments', 'rolebindings'], verbs: ['get', 'patch'] },
          ],
        },
      },
    },
  },
});
