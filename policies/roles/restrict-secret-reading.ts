import { any, countAtLeast, every, isNot, not, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

/** CIS Kubernetes Benchmark 5.1.2. Who may `get` must know the name; `list` and `watch` show what all of them hold. */
export default defineRule({
  title: { vi: 'Bí mật chỉ được đọc theo tên, không liệt kê', en: 'secrets are read by name, never listed' },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Liệt kê bí mật là đọc toàn bộ nội dung của chúng trong một lần: mọi khóa, mật khẩu và chứng thư.',
    en: 'A list of secrets holds what they hold: every key, password and certificate in one answer.',
  },
  fix: {
    vi: 'Bỏ list và watch đối với secrets, hoặc ghi rõ từng bí mật trong resourceNames.',
    en: 'Take list and watch of secrets out, or name each secret in resourceNames.',
  },
  on: roles,
  require: (role) =>
    every(role.rules, (rule) =>
      any(
        every(rule.apiGroups, (group) => isNot(group, '')),
        every(rule.resources, (resource) => isNot(resource, 'secrets')),
        every(rule.verbs, (verb) => not(oneOf(verb, ['list', 'watch']))),
        countAtLeast(rule.resourceNames, 1),
      ),
    ),
  examples: {
    passes: {
      'a role that lists pods': { object: { rules: [{}, { apiGroups: [''], resources: ['pods'], verbs: ['list'] }] } },
      'a role that gets secrets whose names it knows': {
        object: { rules: [{}, { apiGroups: [''], resources: ['secrets'], verbs: ['get'] }] },
      },
      'a role that watches one secret': {
        object: {
          rules: [
            {},
            { apiGroups: [''], resources: ['secrets'], resourceNames: ['web-certificate'], verbs: ['watch'] },
          ],
        },
      },
      'a role that lists what another group calls secrets': {
        object: { rules: [{}, { apiGroups: ['vault.example.vn'], resources: ['secrets'], verbs: ['list'] }] },
      },
    },
    fails: {
      'a role that lists secrets': {
        object: { rules: [{}, { apiGroups: [''], resources: ['secrets'], verbs: ['list'] }] },
      },
      'a role that watches secrets': {
        object: { rules: [{}, { apiGroups: [''], resources: ['secrets'], verbs: ['watch'] }] },
      },
      'a role that lists secrets among other things': {
        object: {
          rules: [{}, { apiGroups: ['apps', ''], resources: ['deployments', 'secrets'], verbs: ['get', 'list'] }],
        },
      },
    },
  },
});
