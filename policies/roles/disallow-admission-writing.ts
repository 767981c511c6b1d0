import { any, every, isNot, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

const GROUP = 'admissionregistration.k8s.io';

/** CIS Kubernetes Benchmark 5.1.12. */
export default defineRule({
  title: {
    vi: 'Không vai trò nào ghi quy tắc tiếp nhận và webhook',
    en: 'no role writes admission policies or webhooks',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Ai sửa được quy tắc tiếp nhận thì tắt được mọi quy tắc; ai thêm được webhook thì đọc và sửa được mọi thứ gửi tới máy chủ API.',
    en: 'Whoever changes admission policies switches all of them off; a webhook reads and alters all that the API server gets.',
  },
  fix: {
    vi: 'Chỉ giữ get, list, watch; quy tắc tiếp nhận đến từ hiện vật đã qua cổng kiểm tra.',
    en: 'Keep get, list and watch alone; admission policies come with artifacts that passed the gate.',
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
        object: {
          rules: [
            {},
            { apiGroups: [GROUP], resources: ['validatingadmissionpolicies'], verbs: ['get', 'list', 'watch'] },
          ],
        },
      },
      'a role that writes something else': {
        object: { rules: [{}, { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create'] }] },
      },
    },
    fails: {
      'a role that makes them': {
        object: { rules: [{}, { apiGroups: [GROUP], resources: ['validatingadmissionpolicies'], verbs: ['create'] }] },
      },
      'a role that reads and changes them among other things': {
        object: {
          rules: [
            {},
            {
              apiGroups: ['apps', GROUP],
              resources: ['deployments', 'validatingadmissionpolicies'],
              verbs: ['get', 'patch'],
            },
          ],
        },
      },
    },
  },
});
