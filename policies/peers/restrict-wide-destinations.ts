import { every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import networkPolicies from '../engine/targets/network/network-policies';
import { isNarrowBlock, PREFIX_LENGTH_MIN } from './parts/narrow-peers';

/** Twin of `peers/restrict-wide-sources`: one rule for both directions would cost an API server too much. */
export default defineRule({
  title: {
    vi: 'Khối địa chỉ đích của chính sách mạng không rộng như cả Internet',
    en: 'no network policy sends to a block as wide as the world',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c'],
  why: {
    vi: 'Khối quá rộng cho phép kẻ chiếm được một Pod gửi dữ liệu ra bất kỳ nơi nào trên Internet.',
    en: 'Such a block lets whoever captures a pod send its data to anywhere on the Internet.',
  },
  fix: {
    vi: `Thay bằng đúng khối địa chỉ của bên kia, từ /${PREFIX_LENGTH_MIN} trở lên.`,
    en: `Replace it by the block of the peer, of a prefix of /${PREFIX_LENGTH_MIN} or longer.`,
  },
  on: networkPolicies,
  require: ({ spec }) => every(spec.egress, (entry) => every(entry.to, isNarrowBlock)),
  examples: {
    passes: {
      'a policy that names a system': {},
      'a policy with the widest block': {
        object: { spec: { egress: [{ to: [{ namespaceSelector: null, ipBlock: { cidr: '10.0.0.0/8' } }] }] } },
      },
    },
    fails: {
      'a policy with a block that says nothing': {
        object: { spec: { egress: [{ to: [{ namespaceSelector: null, ipBlock: {} }] }] } },
      },
      'a policy with a block of half the private addresses and more': {
        object: { spec: { egress: [{ to: [{ namespaceSelector: null, ipBlock: { cidr: '10.0.0.0/7' } }] }] } },
      },
      'a policy with the world of IPv6, beside a system': {
        object: { spec: { egress: [{}, { to: [{ podSelector: {} }, { ipBlock: { cidr: '::/0' } }] }] } },
      },
      'a policy with the world but for the private addresses': {
        object: {
          spec: {
            egress: [{ to: [{ namespaceSelector: null, ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }] }],
          },
        },
      },
    },
  },
});
