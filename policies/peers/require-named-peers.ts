import { all, countAtLeast, every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import networkPolicies from '../engine/targets/network/network-policies';

/** NetworkPolicy v1: an entry without peers, or with an empty list of them, means any peer. */
export default defineRule({
  title: {
    vi: 'Mỗi quy tắc mạng nêu rõ bên kia là ai',
    en: 'every entry of a network policy names its peers',
  },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'd331-30.8'],
  why: {
    vi: 'Chính sách mạng cộng dồn: một quy tắc không nêu bên nào mở đường cho tất cả và vô hiệu mọi lệnh chặn khác.',
    en: 'Policies add up: one entry without peers lets everybody through, past the denial of all the others.',
  },
  fix: {
    vi: 'Ghi from cho mỗi quy tắc chiều vào, to cho mỗi quy tắc chiều ra; hoặc bỏ quy tắc đó.',
    en: 'Write from in each entry of ingress and to in each entry of egress, or take the entry out.',
  },
  on: networkPolicies,
  require: ({ spec }) =>
    all(
      every(spec.ingress, (entry) => countAtLeast(entry.from, 1)),
      every(spec.egress, (entry) => countAtLeast(entry.to, 1)),
    ),
  examples: {
    passes: {
      'a policy with peers both ways': {},
      'a policy that denies everything': { object: { spec: { ingress: null, egress: null } } },
    },
    fails: {
      'a policy that takes from everybody, beside what it names': { object: { spec: { ingress: [{}, {}] } } },
      'a policy that sends to everybody, beside what it names': { object: { spec: { egress: [{}, {}] } } },
      'a policy with an empty list of senders': { object: { spec: { ingress: [{ from: [] }] } } },
      'a policy with an empty list of receivers': { object: { spec: { egress: [{ to: [] }] } } },
    },
  },
});
