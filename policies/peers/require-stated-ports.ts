import { all, countAtLeast, every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import networkPolicies from '../engine/targets/network/network-policies';

/** NetworkPolicy v1: an entry without ports means every port. Twin of `network/require-declared-flows`, which knows which. */
export default defineRule({
  title: {
    vi: 'Mỗi quy tắc mạng của hệ thống nêu rõ cổng',
    en: 'every entry of a system’s network policy names its ports',
  },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c'],
  why: {
    vi: 'Không nêu cổng là mở mọi cổng: cả cổng quản trị và cổng gỡ lỗi mà không luồng nào khai báo.',
    en: 'Without ports every port is open, those of administration and debugging too, which no flow declares.',
  },
  fix: {
    vi: 'Ghi ports cho mỗi quy tắc, đúng cổng của luồng đã khai báo.',
    en: 'Write ports in each entry, as the declared flow has them.',
  },
  on: networkPolicies,
  scope: 'tenants',
  require: ({ spec }) =>
    all(
      every(spec.ingress, (entry) => countAtLeast(entry.ports, 1)),
      every(spec.egress, (entry) => countAtLeast(entry.ports, 1)),
    ),
  examples: {
    passes: {
      'a policy with ports both ways': {},
      'a policy that denies everything': { object: { spec: { ingress: null, egress: null } } },
    },
    fails: {
      'a policy that takes on every port, beside those that it names': {
        object: { spec: { ingress: [{}, { from: [{ podSelector: {} }] }] } },
      },
      'a policy that sends to every port, beside those that it names': {
        object: { spec: { egress: [{}, { to: [{ podSelector: {} }] }] } },
      },
      'a policy with an empty list of ports to take on': { object: { spec: { ingress: [{ ports: [] }] } } },
      'a policy with an empty list of ports to send to': { object: { spec: { egress: [{ ports: [] }] } } },
    },
  },
});
