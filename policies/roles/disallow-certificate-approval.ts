import { any, every, isNot, not, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

const GROUP = 'certificates.k8s.io';

/** CIS Kubernetes Benchmark 5.1.11. Other groups have signers too; what those sign opens no API server. */
export default defineRule({
  title: {
    vi: 'Không vai trò nào duyệt hay ký chứng thư đăng nhập của cụm',
    en: 'no role approves or signs certificates that log in to the cluster',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Ai duyệt được chứng thư thì tự cấp cho mình danh tính bất kỳ, kể cả của nút và của quản trị, và không thu hồi được.',
    en: 'Whoever approves certificates takes any name, of a node or an administrator, and nobody can take it back.',
  },
  fix: {
    vi: 'Bỏ certificatesigningrequests/approval và signers của certificates.k8s.io.',
    en: 'Take certificatesigningrequests/approval and signers of certificates.k8s.io out.',
  },
  on: roles,
  require: (role) =>
    every(role.rules, (rule) =>
      any(
        every(rule.apiGroups, (group) => isNot(group, GROUP)),
        every(rule.resources, (resource) => not(oneOf(resource, ['certificatesigningrequests/approval', 'signers']))),
      ),
    ),
  examples: {
    passes: {
      'a role that asks for certificates': {
        object: { rules: [{}, { apiGroups: [GROUP], resources: ['certificatesigningrequests'], verbs: ['create'] }] },
      },
      'a role that approves for the issuers of the platform': {
        object: { rules: [{}, { apiGroups: ['cert-manager.io'], resources: ['signers'], verbs: ['approve'] }] },
      },
    },
    fails: {
      'a role that approves': {
        object: {
          rules: [{}, { apiGroups: [GROUP], resources: ['certificatesigningrequests/approval'], verbs: ['update'] }],
        },
      },
      'a role that signs': {
        object: { rules: [{}, { apiGroups: [GROUP], resources: ['signers'], verbs: ['sign'] }] },
      },
      'a role that signs among other things': {
        object: {
          rules: [
            {},
            {
              apiGroups: ['cert-manager.io', GROUP],
              resources: ['certificatesigningrequests', 'signers'],
              verbs: ['approve'],
            },
          ],
        },
      },
    },
  },
});
