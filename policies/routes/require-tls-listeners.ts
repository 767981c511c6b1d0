import { all, any, every, is, oneOf, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import gateways from '../engine/targets/network/gateways';

/** Twin of `network/require-tls-gateway`, which asks whether plain HTTP only sends callers on to HTTPS. */
export default defineRule({
  title: {
    vi: 'Cổng vào nhận TLS; HTTP thường chỉ dành cho không gian tên của chính cổng',
    en: 'gateways take TLS; plain HTTP is for their own namespace alone',
  },
  force: 'block',
  controls: ['tcvn-14423-5.4.2.4b', 'tcvn-14423-6.12.2.3'],
  why: {
    vi: 'Route của hệ thống gắn được vào listener HTTP thì mật khẩu và dữ liệu cá nhân đi trên đường truyền không mã hóa.',
    en: 'Where routes of systems hang on plain HTTP, passwords and personal data go over the wire as they are.',
  },
  fix: {
    vi: 'Đặt protocol của listener là HTTPS hoặc TLS; listener HTTP để chuyển hướng thì đặt allowedRoutes.namespaces.from là Same.',
    en: 'Set the protocol to HTTPS or TLS; for redirects keep HTTP with allowedRoutes.namespaces.from Same.',
  },
  on: gateways,
  require: (gateway) =>
    every(gateway.spec.listeners, (listener) =>
      any(
        all(is(listener.protocol, 'HTTP'), is(orElse(listener.allowedRoutes.namespaces.from, 'Same'), 'Same')),
        oneOf(listener.protocol, ['HTTPS', 'TLS']),
      ),
    ),
  examples: {
    passes: {
      'a gateway that takes HTTPS': {},
      'a gateway that hands TLS on': {
        object: { spec: { listeners: [{ protocol: 'TLS', tls: { mode: 'Passthrough', certificateRefs: null } }] } },
      },
      'a gateway whose own routes redirect': {
        object: {
          spec: {
            listeners: [
              {},
              { name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'Same' } } },
            ],
          },
        },
      },
      'a gateway that says of plain HTTP nothing more': {
        object: { spec: { listeners: [{ name: 'http', port: 80, protocol: 'HTTP', tls: null, allowedRoutes: null }] } },
      },
    },
    fails: {
      'a gateway that doesn’t say what it takes': {
        object: { spec: { listeners: [{ protocol: null, allowedRoutes: null }] } },
      },
      'a gateway that takes plain HTTP for routes of systems': {
        object: {
          spec: {
            listeners: [
              {},
              {
                name: 'http',
                port: 80,
                protocol: 'HTTP',
                allowedRoutes: { namespaces: { from: 'Selector', selector: { matchLabels: { app: 'web' } } } },
              },
            ],
          },
        },
      },
      'a gateway that takes any stream of bytes': {
        object: { spec: { listeners: [{}, { name: 'tcp', port: 5432, protocol: 'TCP' }] } },
      },
    },
  },
});
