import { every, not, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

/** Verbs past which RBAC no longer bounds what one may do; the longer ones are those of constrained impersonation. */
const POWERS = [
  'bind',
  'escalate',
  'impersonate',
  'impersonate:arbitrary-node',
  'impersonate:associated-node',
  'impersonate:serviceaccount',
  'impersonate:user-info',
] as const;

/** CIS Kubernetes Benchmark 5.1.8. */
export default defineRule({
  title: {
    vi: 'Không vai trò nào cho phép tự nâng quyền, gán quyền vượt mình hay mạo danh',
    en: 'no role lets anybody escalate, bind or impersonate',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'escalate, bind và impersonate biến một quyền nhỏ thành mọi quyền của cụm; nhật ký ghi tên người bị mạo danh.',
    en: 'escalate, bind and impersonate turn a small right into every right of the cluster, in the name of others.',
  },
  fix: {
    vi: 'Bỏ các động từ này; quyền truy cập chỉ đến từ dữ kiện đã thẩm định.',
    en: 'Take these verbs out; access comes from reviewed facts alone.',
  },
  on: roles,
  require: (role) => every(role.rules, (rule) => every(rule.verbs, (verb) => not(oneOf(verb, POWERS)))),
  examples: {
    passes: { 'a role that reads deployments': {} },
    fails: {
      'a role that reads and binds cluster roles': {
        object: {
          rules: [
            {},
            { apiGroups: ['rbac.authorization.k8s.io'], resources: ['clusterroles'], verbs: ['get', 'bind'] },
          ],
        },
      },
      ...Object.fromEntries(
        POWERS.map((one) => [
          `a role with the verb ${one}`,
          { object: { rules: [{}, { apiGroups: [''], resources: ['users'], verbs: [one] }] } },
        ]),
      ),
    },
  },
});
