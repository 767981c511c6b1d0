import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { pod } from '../agreement/expect-flows';
import { gatewayObject, object, open, service, wrongOf } from './entry-kit';

const PORT = 'a port from 1 to 65535';

describe('objects that no API server would take', () => {
  it.each([
    [
      '{type: External, ports: [{port: 1}]}',
      'spec.type: "External", want ClusterIP, NodePort, LoadBalancer, ExternalName',
    ],
    [
      '{type: NodePort, clusterIP: None, ports: [{port: 1}]}',
      'spec.clusterIP: "None", want an address, as the type is NodePort',
    ],
    ['{selector: [], ports: [{port: 1}]}', 'spec.selector: [], want labels'],
    ['{selector: {a: 1}, ports: [{port: 1}]}', 'spec.selector: {"a":1}, want labels with texts'],
    ['{}', 'spec.ports: nothing, want at least one port'],
    ['{type: ExternalName}', 'spec.externalName: nothing, want a name'],
    ['{ports: [7]}', 'spec.ports[0]: 7, want a port'],
    ['{ports: [{port: 0}]}', `spec.ports[0].port: 0, want ${PORT}`],
    ['{ports: [{port: 1, protocol: ICMP}]}', 'spec.ports[0].protocol: "ICMP", want TCP, UDP or SCTP'],
    ['{ports: [{port: 1, name: 1}]}', 'spec.ports[0].name: 1, want a name'],
    ["{ports: [{port: 1, targetPort: '80'}]}", `spec.ports[0].targetPort: "80", want ${PORT}, or its name`],
    ['{ports: [{port: 1, targetPort: 70000}]}', `spec.ports[0].targetPort: 70000, want ${PORT}, or its name`],
    ['{ports: [{port: 1}], externalIPs: [here]}', 'spec.externalIPs[0]: "here", want an address'],
    [
      '{ports: [{port: 1}], externalTrafficPolicy: local}',
      'spec.externalTrafficPolicy: "local", want Cluster or Local',
    ],
  ])('Service %s', (spec, told) => {
    expect(wrongOf([service(spec)])).toEqual([told]);
  });

  it.each([
    ['Ingress', '{}', 'spec: {}, want rules or a defaultBackend'],
    ['Ingress', '{rules: [1]}', 'spec.rules[0]: 1, want a rule'],
    ['Ingress', '{rules: [{host: 1}]}', 'spec.rules[0].host: 1, want a host'],
    ['Ingress', '{rules: [{}]}', 'spec.rules[0].http: nothing, want paths, or a default backend'],
    ['Ingress', '{rules: [{http: {}}]}', 'spec.rules[0].http.paths: nothing, want at least one path'],
    ['Ingress', '{defaultBackend: {serviceName: x}}', 'spec.defaultBackend.service.name: nothing, want a Service'],
    [
      'Ingress',
      '{defaultBackend: {service: {name: x}}}',
      'spec.defaultBackend.service.port: nothing, want a port by number or by name',
    ],
    ['Gateway', '{}', 'spec.listeners: nothing, want at least one port to listen at'],
    ['Gateway', '{listeners: [{}]}', 'spec.listeners[0].name: nothing, want a name'],
    ['Gateway', '{listeners: [{name: l}]}', 'spec.listeners[0].protocol: nothing, want HTTP, HTTPS, TLS, TCP, UDP'],
    ['Gateway', '{listeners: [{name: l, protocol: TCP}]}', `spec.listeners[0].port: nothing, want ${PORT}`],
    [
      'Gateway',
      '{listeners: [{name: l, protocol: TCP, port: 1, hostname: 1}]}',
      'spec.listeners[0].hostname: 1, want a host',
    ],
    [
      'Gateway',
      '{listeners: [{name: l, protocol: TCP, port: 1, allowedRoutes: {namespaces: {from: Any}}}]}',
      'spec.listeners[0].allowedRoutes.namespaces.from: "Any", want Same, All, None or Selector',
    ],
    ['HTTPRoute', '{parentRefs: [{}]}', 'spec.parentRefs[0].name: nothing, want the name of a Gateway'],
    ['HTTPRoute', '{parentRefs: [{name: g, namespace: 1}]}', 'spec.parentRefs[0].namespace: 1, want a text'],
    ['HTTPRoute', '{parentRefs: [{name: g, port: x}]}', `spec.parentRefs[0].port: "x", want ${PORT}, or none`],
    ['HTTPRoute', '{hostnames: [1]}', 'spec.hostnames[0]: 1, want a host'],
    ['HTTPRoute', '{rules: [1]}', 'spec.rules[0]: 1, want a rule'],
    [
      'HTTPRoute',
      '{rules: [{backendRefs: [{port: 1}]}]}',
      'spec.rules[0].backendRefs[0].name: nothing, want the name of a Service',
    ],
    [
      'HTTPRoute',
      '{rules: [{backendRefs: [{name: x}]}]}',
      'spec.rules[0].backendRefs[0].port: nothing, want a port of the Service, from 1 to 65535',
    ],
    [
      'HTTPRoute',
      '{rules: [{backendRefs: [{name: x, port: 1, weight: -1}]}]}',
      'spec.rules[0].backendRefs[0].weight: -1, want a whole number from 0',
    ],
    ['ReferenceGrant', '{from: [{kind: HTTPRoute}]}', 'spec.from[0].namespace: nothing, want the name of a namespace'],
    ['ReferenceGrant', '{to: [{}]}', 'spec.to[0].kind: nothing, want a kind of objects'],
  ])('%s %s', (kind, spec, told) => {
    const group = kind === 'Ingress' ? 'networking.k8s.io/v1' : 'gateway.networking.k8s.io/v1';
    expect(wrongOf([object(group, kind, { place: 'a/x', spec })])).toEqual([told]);
  });

  it('EndpointSlices without a Service, with names, and with what is no address', () => {
    const slice = (labels: JsonObject, rest: JsonObject): JsonObject => ({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 's', namespace: 'a', labels },
      ...rest,
    });
    const own = { 'kubernetes.io/service-name': 'web' };
    expect([
      ...wrongOf([slice({}, {})]),
      ...wrongOf([slice(own, { addressType: 'FQDN', endpoints: [{ addresses: ['x.vn'] }] })]),
      ...wrongOf([slice(own, { endpoints: [1, { addresses: ['x'] }], ports: [{}] })]),
    ]).toEqual([
      'metadata.labels[kubernetes.io/service-name]: nothing, want the name of a Service',
      'addressType: "FQDN", want IPv4 or IPv6, as nothing hands traffic to names',
      'endpoints[0]: 1, want an endpoint',
      'endpoints[1].addresses[0]: "x", want an address',
      `ports[0].port: nothing, want ${PORT}`,
    ]);
  });
});

const JUNK: readonly JsonValue[] = [null, true, -1, 0, 1e9, '', 'x', [], [null], [[{}]], {}, { name: {} }];
const ROUTE = 'parentRefs: [{name: edge, namespace: a}]';
const whole: readonly JsonObject[] = [
  pod('a/web', { app: 'web' }, { ports: [{ name: 'http', containerPort: 80 }] }),
  service(
    '{type: LoadBalancer, selector: {app: web}, ports: [{name: http, port: 80, targetPort: http, protocol: TCP}], loadBalancerSourceRanges: [10.0.0.0/8]}',
  ),
  service('{ports: [{name: http, port: 80}], externalIPs: [192.0.2.1]}', 'a/plain'),
  service('{type: ExternalName, externalName: web.a.svc}', 'a/alias'),
  {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'plain', namespace: 'a', labels: { 'kubernetes.io/service-name': 'plain' } },
    endpoints: [{ addresses: ['10.0.0.1'], targetRef: { kind: 'Pod', name: 'web' } }],
    ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
  },
  object('networking.k8s.io/v1', 'Ingress', {
    place: 'a/front',
    spec: '{defaultBackend: {service: {name: plain, port: {name: http}}}, rules: [{host: a.vn, http: {paths: [{path: /, backend: {service: {name: web, port: {number: 80}}}}]}}]}',
  }),
  gatewayObject(
    'Gateway',
    'a/edge',
    '{gatewayClassName: eg, listeners: [{name: http, port: 80, protocol: HTTP, hostname: a.vn, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {a: b}, matchExpressions: [{key: c, operator: In, values: [d]}]}}, kinds: [{kind: HTTPRoute}]}}]}',
  ),
  gatewayObject(
    'HTTPRoute',
    'b/web',
    `{${ROUTE}, hostnames: [a.vn], rules: [{matches: [{path: {value: /}}], backendRefs: [{name: web, namespace: a, port: 80, weight: 1}], filters: [{requestMirror: {backendRef: {name: alias, port: 80}}}]}]}`,
  ),
  gatewayObject(
    'ReferenceGrant',
    'a/grant',
    "{from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: b}], to: [{group: '', kind: Service, name: web}]}",
  ),
];

/** Copies of a value, in each of which one part is something else. */
function spoiled(value: JsonValue): readonly JsonValue[] {
  if (typeof value !== 'object' || value === null) return JUNK;
  const inside = Object.entries(value).flatMap(([key, part]: [string, JsonValue]) =>
    spoiled(part).map((one): JsonValue => {
      if (Array.isArray(value))
        return (value as readonly JsonValue[]).map((old, at) => (String(at) === key ? one : old));
      return { ...(value as JsonObject), [key]: one };
    }),
  );
  return [...JUNK, ...inside];
}

describe('any part of an object that is something else', () => {
  it('leads to no exception', () => {
    let count = 0;
    for (const one of whole) {
      const { apiVersion = '', kind = '', metadata = {}, ...parts } = one;
      const others = whole.filter((other) => other !== one);
      const { labels = {}, ...place } = metadata as JsonObject;
      const head = { apiVersion, kind };
      for (const spoiledParts of spoiled(parts)) {
        const isObject = typeof spoiledParts === 'object' && !Array.isArray(spoiledParts);
        const rest = isObject ? (spoiledParts as JsonObject) : { spec: spoiledParts };
        open([...others, { ...rest, ...head, metadata }]);
        count += 1;
      }
      for (const spoiledLabels of spoiled(labels)) {
        open([...others, { ...parts, ...head, metadata: { ...place, labels: spoiledLabels } }]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(1_000);
    expect(open(whole).entries.map(({ name }) => name)).toEqual([
      'Gateway a/edge http → HTTPRoute b/web a.vn/',
      'Ingress a/front *',
      'Ingress a/front a.vn/',
      'Service a/plain 80/TCP',
      'Service a/web 80/TCP',
    ]);
  });
});
