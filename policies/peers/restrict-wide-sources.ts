import { every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import networkPolicies from '../engine/targets/network/network-policies';
import { isNarrowBlock, PREFIX_LENGTH_MIN } from './parts/narrow-peers';

/** Twin of `peers/restrict-wide-destinations`; of the platform, the gateway is there for the world. */
export default defineRule({
  title: {
    vi: 'Hệ thống không nhận kết nối từ khối địa chỉ rộng như cả Internet',
    en: 'no system takes from a block as wide as the world',
  },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d', 'd331-30.8'],
  why: {
    vi: 'Khối quá rộng là mọi người: nó mở đường vào mà không qua cổng chung, nơi có TLS, tường lửa và nhật ký.',
    en: 'Such a block means everybody: a way in around the gateway, where TLS, firewall and logs are.',
  },
  fix: {
    vi: `Thay bằng đúng khối địa chỉ của bên kia, từ /${PREFIX_LENGTH_MIN} trở lên.`,
    en: `Replace it by the block of the peer, of a prefix of /${PREFIX_LENGTH_MIN} or longer.`,
  },
  on: networkPolicies,
  scope: 'tenants',
  require: ({ spec }) => every(spec.ingress, (entry) => every(entry.from, isNarrowBlock)),
  examples: {
    passes: {
      'a policy that names a system': {},
      'a policy with the widest block': {
        object: { spec: { ingress: [{ from: [{ namespaceSelector: null, ipBlock: { cidr: '10.0.0.0/8' } }] }] } },
      },
    },
    fails: {
      'a policy with a block that says nothing': {
        object: { spec: { ingress: [{ from: [{ namespaceSelector: null, ipBlock: {} }] }] } },
      },
      'a policy with a block of half the private addresses and more': {
        object: { spec: { ingress: [{ from: [{ namespaceSelector: null, ipBlock: { cidr: '10.0.0.0/7' } }] }] } },
      },
      'a policy with the world of IPv6, beside a system': {
        object: { spec: { ingress: [{}, { from: [{ podSelector: {} }, { ipBlock: { cidr: '::/0' } }] }] } },
      },
      'a policy with the world but for the private addresses': {
        object: {
          spec: {
            ingress: [{ from: [{ namespaceSelector: null, ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }] }],
          },
        },
      },
    },
  },
});
