import { every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

/** CIS Kubernetes Benchmark 5.1.3. What an aggregated role gathers is judged where it is written. */
export default defineRule({
  title: { vi: 'Mọi vai trò ghi rõ từng động từ', en: 'every role names its verbs one by one' },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged'],
  why: {
    vi: 'Ký tự đại diện cấp cả những quyền chưa tồn tại hôm nay, nên không ai thẩm định được.',
    en: "A wildcard also grants what doesn't exist yet, so nobody can review it.",
  },
  fix: { vi: 'Thay * bằng các động từ thực sự cần.', en: 'Replace * by the verbs that are needed.' },
  on: roles,
  require: (role) => every(role.rules, (rule) => every(rule.verbs, (verb) => isNot(verb, '*'))),
  examples: {
    passes: { 'a role that reads deployments': {} },
    fails: {
      'a role with every verb': { object: { rules: [{ verbs: ['*'] }] } },
      'a role whose second rule has every verb': {
        object: { rules: [{}, { apiGroups: ['batch'], resources: ['jobs'], verbs: ['get', '*'] }] },
      },
    },
  },
});
