import { is, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import podTemplates from '../engine/targets/workloads/pod-templates';

/** The scheduler itself writes this field into pods, so only what makes pods is asked. */
export default defineRule({
  title: {
    vi: 'Bộ xếp lịch chọn nút cho mọi Pod',
    en: 'the scheduler chooses the node of every pod',
  },
  force: 'block',
  controls: ['d331-30.8', 'd331-30.9', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Tự ghi nodeName là bỏ qua taint, quy tắc tách hệ thống và sức chứa: Pod rơi vào nút của hệ thống khác hoặc nút đã hỏng.',
    en: 'A nodeName goes around taints, separation and capacity: the pod lands on the node of another system, or on a dead one.',
  },
  fix: {
    vi: 'Bỏ nodeName; dùng nodeSelector hoặc affinity.',
    en: 'Remove nodeName; use nodeSelector or affinity.',
  },
  on: podTemplates,
  require: ({ spec }) => is(orElse(spec.nodeName, ''), ''),
  examples: {
    passes: {
      'a pod that leaves it to the scheduler': {},
      'a pod that says what its node must be': {
        object: { spec: { nodeSelector: { 'kubernetes.io/arch': 'amd64' } } },
      },
    },
    fails: { 'a pod of one node': { object: { spec: { nodeName: 'node-1' } } } },
  },
});
