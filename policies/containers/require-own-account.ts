import { isNot, not, oneOf, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';

const token = { automountServiceAccountToken: null } as const;

/** CIS Kubernetes Benchmark 5.1.5. */
export default defineRule({
  title: {
    vi: 'Pod mang mã truy cập API dùng tài khoản riêng của nó',
    en: 'a pod that carries a token for the API has an account of its own',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged'],
  why: {
    vi: 'Tài khoản default dùng chung cho cả không gian tên: quyền cấp cho một Pod là cấp cho mọi Pod, và nhật ký không nói được Pod nào đã làm.',
    en: 'The account default is that of the whole namespace: what one pod is granted all have, and no log tells who acted.',
  },
  fix: {
    vi: 'Tạo ServiceAccount riêng và ghi serviceAccountName, hoặc đặt automountServiceAccountToken là false.',
    en: 'Make a ServiceAccount and write serviceAccountName, or set automountServiceAccountToken to false.',
  },
  on: workloads,
  when: ({ spec }) => isNot(spec.automountServiceAccountToken, false),
  require: ({ spec }) => not(oneOf(orElse(spec.serviceAccountName, ''), ['', 'default'])),
  examples: {
    passes: {
      'a pod with an account of its own': { object: { spec: token } },
      'a pod with an account of its own that says it carries a token': {
        object: { spec: { automountServiceAccountToken: true } },
      },
    },
    fails: {
      'a pod that names no account': { object: { spec: { ...token, serviceAccountName: null } } },
      'a pod with the account of all': { object: { spec: { ...token, serviceAccountName: 'default' } } },
      'a pod that names an account of no name': { object: { spec: { ...token, serviceAccountName: '' } } },
    },
    ignores: {
      'a pod without a token': { object: { spec: { serviceAccountName: null } } },
    },
  },
});
