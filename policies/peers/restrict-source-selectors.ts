import { labels } from '../../model/naming';
import { every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import networkPolicies from '../engine/targets/network/network-policies';
import { isNamedNamespace, nameable } from './parts/narrow-peers';

/** Twin of `peers/restrict-destination-selectors`: one rule for both directions would cost an API server too much. */
export default defineRule({
  title: {
    vi: 'Không gian tên nguồn được chọn theo hệ thống hoặc theo tên',
    en: 'network policies take from namespaces of one system or of one name',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d'],
  why: {
    vi: 'Bộ chọn rỗng hay chỉ theo vùng, theo đơn vị lấy cả không gian tên của các hệ thống khác: hệ thống không còn tách nhau.',
    en: 'An empty selector, or one by zone or tenant alone, takes in other systems: they are no longer apart.',
  },
  fix: {
    vi: `Ghi trong matchLabels của namespaceSelector một trong các nhãn: ${nameable.join(', ')}.`,
    en: `Name one of ${nameable.join(', ')} in matchLabels of the namespaceSelector.`,
  },
  on: networkPolicies,
  scope: 'tenants',
  require: ({ spec }) => every(spec.ingress, (entry) => every(entry.from, isNamedNamespace)),
  examples: {
    passes: {
      'a policy that names a system': {},
      'a policy for pods of the own namespace': {
        object: { spec: { ingress: [{ from: [{ namespaceSelector: null, podSelector: {} }] }] } },
      },
      'a policy that names a namespace': {
        object: {
          spec: {
            ingress: [
              {},
              { from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }] },
            ],
          },
        },
      },
    },
    fails: {
      'a policy for every namespace': {
        object: { spec: { ingress: [{ from: [{ namespaceSelector: { matchLabels: null } }] }] } },
      },
      'a policy for a zone of every system, beside the own namespace': {
        object: {
          spec: {
            ingress: [
              {},
              { from: [{ podSelector: {} }, { namespaceSelector: { matchLabels: { [labels.zone]: 'dmz' } } }] },
            ],
          },
        },
      },
    },
  },
});
