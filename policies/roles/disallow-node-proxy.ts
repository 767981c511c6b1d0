import { every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

/** CIS Kubernetes Benchmark 5.1.10. */
export default defineRule({
  title: { vi: 'Không vai trò nào gọi kubelet qua nodes/proxy', en: 'no role calls kubelets through nodes/proxy' },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Qua API của kubelet, kể cả chỉ với get, ai cũng chạy được lệnh trong mọi Pod của nút mà nhật ký kiểm toán không ghi.',
    en: 'The kubelet’s API, even with get alone, runs commands in every pod of a node, and no audit log tells of it.',
  },
  fix: {
    vi: 'Thay nodes/proxy bằng nodes/metrics, nodes/stats hoặc nodes/healthz.',
    en: 'Replace nodes/proxy by nodes/metrics, nodes/stats or nodes/healthz.',
  },
  on: roles,
  require: (role) => every(role.rules, (rule) => every(rule.resources, (resource) => isNot(resource, 'nodes/proxy'))),
  examples: {
    passes: {
      'a role that reads the metrics of nodes': {
        object: { rules: [{}, { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] }] },
      },
    },
    fails: {
      'a role that calls kubelets': {
        object: { rules: [{}, { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }] },
      },
      'a role that reads metrics and calls kubelets': {
        object: { rules: [{}, { apiGroups: [''], resources: ['nodes/metrics', 'nodes/proxy'], verbs: ['get'] }] },
      },
    },
  },
});
