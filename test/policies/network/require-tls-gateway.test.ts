import policy from '../../../policies/network/require-tls-gateway';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

const subject = 'cluster/dc-north-shared-0';
const metadata = { name: 'platform', namespace: 'platform-gateway' };
const https = {
  name: 'https',
  protocol: 'HTTPS',
  port: 443,
  tls: { mode: 'Terminate', certificateRefs: [{ name: 'c' }] },
};
const http = { name: 'http', protocol: 'HTTP', port: 80, allowedRoutes: { namespaces: { from: 'Same' } } };
const gateway = (...listeners: readonly JsonObject[]): JsonObject => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'Gateway',
  metadata,
  spec: { gatewayClassName: 'platform', listeners },
});
const clients = (tls: JsonObject = { minVersion: '1.2' }): JsonObject => ({
  apiVersion: 'gateway.envoyproxy.io/v1alpha1',
  kind: 'ClientTrafficPolicy',
  metadata,
  spec: { targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'platform' }], tls },
});
const route = (filter: JsonObject): JsonObject => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'redirect', namespace: 'platform-gateway' },
  spec: { parentRefs: [{ name: 'platform', sectionName: 'http' }], rules: [{ filters: [filter] }] },
});
const toHttps = { type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } };
const given = (...resources: readonly JsonObject[]) => ({ subject, view: viewOf({ resources }) });

describePolicy('network/require-tls-gateway', policy, {
  passes: {
    'HTTPS alone': () => given(gateway(https), clients()),
    'plain HTTP that sends everybody on to HTTPS': () => given(gateway(https, http), clients(), route(toHttps)),
    'TLS 1.3': () => given(gateway(https), clients({ minVersion: '1.3' })),
  },
  fails: {
    'a cluster without gateway': () => ({ ...given(), where: 'Gateway', got: 'missing' }),
    'plain HTTP': () => ({
      ...given(gateway(https, http), clients()),
      where: 'Gateway platform listener http',
      got: 'HTTP',
    }),
    'plain HTTP to which tenants attach routes': () => ({
      ...given(gateway({ ...http, allowedRoutes: { namespaces: { from: 'All' } } }), clients(), route(toHttps)),
      where: 'Gateway platform listener http',
      got: 'HTTP',
    }),
    'a route of plain HTTP that answers itself': () => ({
      ...given(gateway(http), clients(), route({ type: 'ResponseHeaderModifier' })),
      where: 'Gateway platform listener http',
      got: 'HTTP',
    }),
    'a listener without certificate': () => ({
      ...given(gateway({ ...https, tls: { mode: 'Terminate' } }), clients()),
      where: 'Gateway platform listener https',
      got: 'no certificate',
    }),
    'a gateway that states no version': () => ({
      ...given(gateway(https)),
      where: 'ClientTrafficPolicy of platform',
      got: 'missing',
    }),
    'TLS 1.1': () => ({
      ...given(gateway(https), clients({ minVersion: '1.1' })),
      where: 'ClientTrafficPolicy of platform tls.minVersion',
      got: '1.1',
    }),
    'a weak cipher': () => ({
      ...given(gateway(https), clients({ minVersion: '1.2', ciphers: ['ECDHE-RSA-DES-CBC3-SHA', 'RC4-SHA'] })),
      where: 'ClientTrafficPolicy of platform tls.ciphers',
      got: 'RC4-SHA',
    }),
  },
  ignores: { 'a management cluster': () => ({ subject: 'cluster/dc-north-management', view: viewOf() }) },
});
