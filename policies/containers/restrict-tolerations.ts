import { every, not, oneOf, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import workloads from '../engine/targets/workloads/workloads';
import { noTenantWorkloads } from './parts/no-tenant-workloads';

/** No key at all stands for all of them. */
const KEPT = ['', 'node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'] as const;

const toleration = (key: string | null) => ({ operator: 'Exists', ...(key === null ? {} : { key }) });

/** NSA/CISA Kubernetes Hardening Guidance: nodes of the control plane run nothing of tenants. */
export default defineRule({
  title: {
    vi: 'Pod của đơn vị không chạy trên nút điều khiển',
    en: 'pods of tenants stay off the nodes of the control plane',
  },
  force: 'block',
  controls: ['d331-30.8', 'd331-30.9', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Nút điều khiển giữ khóa của cả cụm; Pod chấp nhận mọi taint cũng vào được nút dành riêng cho hệ thống khác.',
    en: 'Nodes of the control plane hold the keys of the cluster; and who tolerates every taint gets onto the nodes of other systems too.',
  },
  fix: {
    vi: 'Ghi key trong từng toleration, và bỏ toleration với node-role.kubernetes.io/control-plane.',
    en: 'Write a key in each toleration, and remove that of node-role.kubernetes.io/control-plane.',
  },
  mayBeVacuous: noTenantWorkloads,
  on: workloads,
  scope: 'tenants',
  require: ({ spec }) => every(spec.tolerations, ({ key }) => not(oneOf(orElse(key, ''), KEPT))),
  examples: {
    passes: {
      'a pod that tolerates nothing': {},
      'a pod that outlasts a short loss of its node': {
        object: { spec: { tolerations: [toleration('node.kubernetes.io/unreachable')] } },
      },
    },
    fails: {
      'a pod that tolerates all': { object: { spec: { tolerations: [toleration(null)] } } },
      'a pod that tolerates all in so many words': { object: { spec: { tolerations: [toleration('')] } } },
      'a pod for the control plane': {
        object: { spec: { tolerations: [toleration('dedicated'), toleration(KEPT[1])] } },
      },
      'a pod for the control plane of old': { object: { spec: { tolerations: [toleration(KEPT[2])] } } },
    },
  },
});
