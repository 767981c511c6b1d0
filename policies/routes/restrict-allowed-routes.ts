import { every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import gateways from '../engine/targets/network/gateways';

/** Gateway API, security model: the gateway says whose routes it serves. */
export default defineRule({
  title: {
    vi: 'Cổng vào chỉ phục vụ route của những không gian tên được chọn',
    en: 'gateways serve routes of chosen namespaces alone',
  },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'tcvn-14423-5.12.2.4d', 'd331-30.8'],
  why: {
    vi: 'Cổng mở cho mọi không gian tên thì vùng nào cũng tự công bố được ra ngoài, và chiếm được tên miền của hệ thống khác.',
    en: 'A gateway for all lets every zone publish itself, and take the names of other systems.',
  },
  fix: {
    vi: 'Đặt allowedRoutes.namespaces.from là Selector với nhãn vùng dmz, hoặc Same.',
    en: 'Set allowedRoutes.namespaces.from to Selector with the zone dmz, or to Same.',
  },
  on: gateways,
  require: (gateway) =>
    every(gateway.spec.listeners, (listener) => isNot(listener.allowedRoutes.namespaces.from, 'All')),
  examples: {
    passes: {
      'a gateway for a zone': {},
      'a gateway for its own namespace': { object: { spec: { listeners: [{ allowedRoutes: null }] } } },
    },
    fails: {
      'a gateway for a zone on one port, and for all on another': {
        object: {
          spec: {
            listeners: [
              {},
              {
                name: 'open',
                port: 8443,
                protocol: 'HTTPS',
                tls: { certificateRefs: [{ name: 'gateway-certificate' }] },
                allowedRoutes: { namespaces: { from: 'All' } },
              },
            ],
          },
        },
      },
    },
  },
});
