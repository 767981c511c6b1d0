import { labels } from '../../model/naming';
import { every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import networkPolicies from '../engine/targets/network/network-policies';
import { isNamedNamespace, nameable } from './parts/narrow-peers';

/** Twin of `peers/restrict-source-selectors`: one rule for both directions would cost an API server too much. */
export default defineRule({
  title: {
    vi: 'Không gian tên đích được chọn theo hệ thống hoặc theo tên',
    en: 'network policies send to namespaces of one system or of one name',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c'],
  why: {
    vi: 'Bộ chọn rỗng hay chỉ theo vùng, theo đơn vị mở đường tới các hệ thống khác: kẻ chiếm được một Pod đi tiếp từ đó.',
    en: 'An empty selector, or one by zone or tenant alone, reaches other systems: who captures a pod goes on there.',
  },
  fix: {
    vi: `Ghi trong matchLabels của namespaceSelector một trong các nhãn: ${nameable.join(', ')}.`,
    en: `Name one of ${nameable.join(', ')} in matchLabels of the namespaceSelector.`,
  },
  on: networkPolicies,
  scope: 'tenants',
  require: ({ spec }) => every(spec.egress, (entry) => every(entry.to, isNamedNamespace)),
  examples: {
    passes: {
      'a policy that names a system': {},
      'a policy for pods of the own namespace': {
        object: { spec: { egress: [{ to: [{ namespaceSelector: null, podSelector: {} }] }] } },
      },
      'a policy that names a namespace': {
        object: {
          spec: {
            egress: [
              {},
              { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }] },
            ],
          },
        },
      },
    },
    fails: {
      'a policy for every namespace': {
        object: { spec: { egress: [{ to: [{ namespaceSelector: { matchLabels: null } }] }] } },
      },
      'a policy for a zone of every system, beside the own namespace': {
        object: {
          spec: {
            egress: [
              {},
              { to: [{ podSelector: {} }, { namespaceSelector: { matchLabels: { [labels.zone]: 'dmz' } } }] },
            ],
          },
        },
      },
    },
  },
});
