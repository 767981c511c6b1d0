import { not, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import bindings from '../engine/targets/access/bindings';

/** Roles that Kubernetes brings along: each reads secrets and opens shells at least, and grows with what is installed. */
const BROAD = ['admin', 'cluster-admin', 'edit'] as const;

/** CIS Kubernetes Benchmark 5.1.1. */
export default defineRule({
  title: {
    vi: 'Không ai được gán cluster-admin, admin hay edit của Kubernetes',
    en: 'nobody holds the roles cluster-admin, admin or edit of Kubernetes',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged'],
  why: {
    vi: 'Các vai trò này đọc được mọi bí mật và mở được mọi Pod; cluster-admin còn tự cấp quyền cho bất kỳ ai.',
    en: 'These roles read every secret and open every pod; cluster-admin also grants anything to anybody.',
  },
  fix: {
    vi: 'Gán vai trò hẹp của nền tảng; trường hợp khẩn cấp dùng break-glass-recovery.',
    en: 'Bind a narrow role of the platform; for emergencies there is break-glass-recovery.',
  },
  on: bindings,
  require: (binding) => not(oneOf(binding.roleRef.name, BROAD)),
  examples: {
    passes: {
      'a binding of a role of the platform': {},
      'a binding that doesn’t say of what': { object: { roleRef: { name: null } } },
    },
    fails: Object.fromEntries(BROAD.map((name) => [`a binding of ${name}`, { object: { roleRef: { name } } }])),
  },
});
