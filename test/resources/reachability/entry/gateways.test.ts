import type { JsonObject } from '../../../../resources/resource';
import { namespace, networkPolicy, pod, yaml } from '../agreement/expect-flows';
import { closed, entriesOf, gapsOf, gatewayObject, open, service } from './entry-kit';

const web = pod('a/web', { app: 'web' });
const behind = [
  web,
  service('{selector: {app: web}, ports: [{port: 80, targetPort: 8080}, {port: 53, protocol: UDP}]}'),
];
const ROUTE = 'parentRefs: [{name: edge, namespace: g}]';
const RULES = 'rules: [{backendRefs: [{name: web, port: 80}]}]';
const ALL = 'allowedRoutes: {namespaces: {from: All}}';
const http = gatewayObject('HTTPRoute', 'a/web', `{${ROUTE}, ${RULES}}`);
const to = 'a/web[Pod] 8080/TCP';

function gateway(...listeners: readonly string[]): JsonObject {
  return gatewayObject('Gateway', 'g/edge', `{gatewayClassName: eg, listeners: [${listeners.join(', ')}]}`);
}

const listener = (name: string, rest = ALL, protocol = 'HTTP'): string =>
  `{name: ${name}, port: 80, protocol: ${protocol}, ${rest}}`;
const edge = gateway(listener('http'));

describe('a Gateway', () => {
  it('leads by each route that a listener takes, named by listener, route, host and path', () => {
    const matches = 'matches: [{path: {value: /x}}, {headers: []}, {path: {value: /x}}]';
    const rules = `rules: [{${matches}, backendRefs: [{name: web, port: 80}]}]`;
    const route = gatewayObject('HTTPRoute', 'a/web', `{${ROUTE}, hostnames: [a.vn, b.vn], ${rules}}`);
    const way = 'Gateway g/edge http → HTTPRoute a/web';
    expect(entriesOf([...behind, edge, route])).toEqual([
      `${way} a.vn/ > ${to} allowed`,
      `${way} a.vn/x > ${to} allowed`,
      `${way} b.vn/ > ${to} allowed`,
      `${way} b.vn/x > ${to} allowed`,
    ]);
  });

  it('takes the kinds of routes of its protocols, or those that it names', () => {
    const all = gateway(
      ...['HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP', 'example.com/quic'].map((one) => listener(one.toLowerCase(), ALL, one)),
      listener('grpc', 'allowedRoutes: {namespaces: {from: All}, kinds: [{kind: GRPCRoute}]}'),
      listener(
        'odd',
        'allowedRoutes: {namespaces: {from: All}, kinds: [{kind: TCPRoute}, {group: x.vn, kind: HTTPRoute}]}',
      ),
    );
    const taken = (kind: string, port = 80): readonly string[] =>
      open([
        ...behind,
        all,
        gatewayObject(kind, 'a/r', `{${ROUTE}, rules: [{backendRefs: [{name: web, port: ${port}}]}]}`),
      ]).entries.map(({ name }) => name.split(' ')[2] ?? '');
    expect({
      HTTPRoute: taken('HTTPRoute'),
      GRPCRoute: taken('GRPCRoute'),
      TLSRoute: taken('TLSRoute'),
      TCPRoute: taken('TCPRoute'),
      UDPRoute: taken('UDPRoute', 53),
    }).toEqual({
      HTTPRoute: ['example.com/quic', 'http', 'https'],
      GRPCRoute: ['example.com/quic', 'grpc', 'http', 'https'],
      TLSRoute: ['example.com/quic', 'tls'],
      TCPRoute: ['example.com/quic', 'tcp', 'tls'],
      UDPRoute: ['example.com/quic', 'udp'],
    });
  });

  it('names routes below HTTP by host or alone, and gRPC by service and method', () => {
    const grpc = `{${ROUTE}, rules: [{matches: [{method: {service: s.S, method: M}}, {method: {service: s.S}}], backendRefs: [{name: web, port: 80}]}]}`;
    const listeners = gateway(listener('http'), listener('tls', ALL, 'TLS'), listener('udp', ALL, 'UDP'));
    const objects = [
      listeners,
      gatewayObject('GRPCRoute', 'a/g', grpc),
      gatewayObject('TLSRoute', 'a/t', `{${ROUTE}, hostnames: [a.vn], ${RULES}}`),
      gatewayObject('UDPRoute', 'a/u', `{${ROUTE}, rules: [{backendRefs: [{name: web, port: 53}]}]}`),
    ];
    expect(
      open([...behind, ...objects]).entries.map(({ name, port, protocol }) => `${name} ${port}/${protocol}`),
    ).toEqual([
      'Gateway g/edge http → GRPCRoute a/g */s.S/* 8080/TCP',
      'Gateway g/edge http → GRPCRoute a/g */s.S/M 8080/TCP',
      'Gateway g/edge tls → TLSRoute a/t a.vn 8080/TCP',
      'Gateway g/edge udp → UDPRoute a/u 53/UDP',
    ]);
  });

  it('asks for no host below TLS', () => {
    const tcp = gateway(listener('tcp', `hostname: a.vn, ${ALL}`, 'TCP'));
    const route = gatewayObject('TCPRoute', 'a/web', `{${ROUTE}, hostnames: [b.vn], ${RULES}}`);
    expect(entriesOf([...behind, tcp, route])).toEqual([`Gateway g/edge tcp → TCPRoute a/web > ${to} allowed`]);
  });

  it('takes hosts that both sides are about, each as narrow as one writes it', () => {
    const hosts = (own: string, asked: string): readonly string[] =>
      open([
        ...behind,
        gateway(listener('l', `hostname: '${own}', ${ALL}`)),
        gatewayObject('HTTPRoute', 'a/web', `{${ROUTE}, hostnames: [${asked}], ${RULES}}`),
      ]).entries.map(({ name }) => name.split(' ').at(-1) ?? '');
    expect(hosts('', "a.vn, '*.b.vn'")).toEqual(['*.b.vn/', 'a.vn/']);
    expect(hosts('*.a.vn', 'a.vn, b.a.vn, c.b.a.vn, xa.vn')).toEqual(['b.a.vn/', 'c.b.a.vn/']);
    expect(hosts('b.a.vn', "'*.a.vn', '*.vn', c.a.vn")).toEqual(['b.a.vn/']);
    expect(hosts('*.a.vn', "'*.b.a.vn', '*.vn'")).toEqual(['*.a.vn/', '*.b.a.vn/']);
    expect(hosts('*.a.vn', '')).toEqual(['*.a.vn/']);
  });

  it('takes routes of its namespace, of all, or of those that a selector takes', () => {
    const verdict = (from: string, ...others: readonly JsonObject[]): string | undefined => {
      const objects = [...behind, gateway(listener('l', `allowedRoutes: {namespaces: ${from}}`)), http, ...others];
      return open(objects).entries[0]?.verdict;
    };
    const selector = '{from: Selector, selector: {matchLabels: {team: red}}}';
    expect(verdict('{from: All}')).toBe('allowed');
    expect(verdict('{from: Same}')).toBeUndefined();
    expect(verdict('{}')).toBeUndefined();
    expect(verdict('{from: None}')).toBeUndefined();
    expect(verdict(selector, namespace('a', { team: 'red' }))).toBe('allowed');
    expect(verdict(selector, namespace('a', { team: 'blue' }))).toBeUndefined();
    // Of a namespace that isn't written only the name is known.
    expect(verdict(selector)).toBe('depends');
    const byName = (name: string): string =>
      `{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: ${name}}}}`;
    expect(verdict(byName('a'))).toBe('allowed');
    expect(verdict(byName('b'))).toBeUndefined();
    expect(
      verdict(`{from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: b, team: red}}}`),
    ).toBeUndefined();
  });

  it('asks a backend of another namespace for a grant', () => {
    const elsewhere = gatewayObject(
      'HTTPRoute',
      'b/web',
      `{${ROUTE}, rules: [{backendRefs: [{name: web, namespace: a, port: 80}]}]}`,
    );
    const grant = (from: string, to: string, place = 'a/grant'): JsonObject =>
      gatewayObject('ReferenceGrant', place, `{from: [${from}], to: [${to}]}`);
    const right = '{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: b}';
    const count = (...grants: readonly JsonObject[]): number =>
      open([...behind, edge, elsewhere, ...grants]).entries.length;
    expect(count(grant(right, "{group: '', kind: Service}"))).toBe(1);
    expect(count(grant(right, "{group: '', kind: Service, name: web}"))).toBe(1);
    expect(count(grant(right, "{group: '', kind: Service, name: 7}"))).toBe(0);
    expect(count(grant(right, "{group: '', kind: Service, name: other}"))).toBe(0);
    expect(count(grant(right, "{group: '', kind: Secret}"))).toBe(0);
    expect(count(grant(right, "{group: '', kind: Service}", 'b/grant'))).toBe(0);
    expect(count(grant(right.replace('HTTPRoute', 'TCPRoute'), "{group: '', kind: Service}"))).toBe(0);
    expect(count(grant(right.replace('namespace: b', 'namespace: c'), "{group: '', kind: Service}"))).toBe(0);
    expect(gapsOf([...behind, edge, elsewhere])).toEqual([
      'HTTPRoute web spec.rules[0].backendRefs[0]: leads nowhere: Service a/web, want a ReferenceGrant in a for HTTPRoute of b',
    ]);
  });

  it('hands nothing to a backend of weight 0, and copies by filters to another', () => {
    const other = [
      pod('a/other', { app: 'other' }),
      service('{selector: {app: other}, ports: [{port: 80}]}', 'a/other'),
    ];
    const mirror = 'filters: [{type: RequestMirror, requestMirror: {backendRef: {name: other, port: 80}}}]';
    const route = (rule: string): JsonObject => gatewayObject('HTTPRoute', 'a/web', `{${ROUTE}, rules: [{${rule}}]}`);
    const ends = (rule: string): readonly string[] =>
      entriesOf([...behind, ...other, edge, route(rule)]).map((one) => one.split(' > ')[1] ?? '');
    const [first, second] = [`${to} allowed`, 'a/other[Pod] 80/TCP allowed'];
    expect(ends('backendRefs: [{name: web, port: 80, weight: 0}, {name: other, port: 80}]')).toEqual([second]);
    expect(ends(`backendRefs: [{name: web, port: 80}], ${mirror}`)).toEqual([second, first]);
    expect(ends(`backendRefs: [{name: web, port: 80, ${mirror}}]`)).toEqual([second, first]);
  });

  it('tells routes that no listener takes, and backends that are none', () => {
    const route = (spec: string): JsonObject => gatewayObject('HTTPRoute', 'a/web', spec);
    const from = (parent: string): JsonObject => route(`{parentRefs: [${parent}], ${RULES}}`);
    const gaps = [
      from('{name: none}'),
      from('{name: edge, namespace: g, sectionName: none}'),
      from('{name: edge, namespace: g, port: 81}'),
      from('{kind: ListenerSet, name: set}'),
      route(`{${RULES}}`),
      route(`{${ROUTE}, rules: [{}]}`),
      route(`{${ROUTE}, rules: [{backendRefs: [{kind: Backend, group: x.vn, name: vm}]}]}`),
      gatewayObject('TCPRoute', 'a/web', `{${ROUTE}, ${RULES}}`),
      route(`{${ROUTE}, hostnames: [c.vn], ${RULES}}`),
    ].flatMap((one) => gapsOf([...behind, gateway(listener('l', `hostname: a.vn, ${ALL}`)), one]));
    expect(gaps.map((one) => one.slice(one.indexOf(' ', 10) + 1))).toEqual([
      'spec.parentRefs[0]: leads nowhere: Gateway a/none, want a Gateway that there is',
      'spec.parentRefs[0]: leads nowhere: Gateway g/edge, want a listener with this name and port',
      'spec.parentRefs[0]: leads nowhere: Gateway g/edge, want a listener with this name and port',
      'spec.parentRefs[0]: untold: ListenerSet a/set, want a Gateway',
      'spec.parentRefs: leads nowhere: no parent, want a Gateway',
      'spec.rules[0]: leads nowhere: no backend, want a Service to lead to',
      'spec.rules[0].backendRefs[0]: untold: Backend a/vm, want a Service',
      'spec.parentRefs[0]: leads nowhere: Gateway g/edge, want a listener that takes a TCPRoute',
      'spec.parentRefs[0]: leads nowhere: Gateway g/edge, want a listener for one of its hosts',
    ]);
  });

  it('needs no backend where it redirects, and routes inside of a mesh open no way in', () => {
    const redirecting = `{${ROUTE}, rules: [{filters: [{type: RequestRedirect, requestRedirect: {}}]}]}`;
    const mesh = `{parentRefs: [{group: '', kind: Service, name: web}], ${RULES}}`;
    for (const spec of [redirecting, mesh]) {
      const { entries, troubles } = open([...behind, edge, gatewayObject('HTTPRoute', 'a/web', spec)]);
      expect({ entries, troubles }).toEqual({ entries: [], troubles: [] });
    }
  });
});

describe('the proxies of a Gateway', () => {
  const made = (labels: JsonObject, place = 'p/envoy'): JsonObject => {
    const [own, name] = place.split('/');
    const [deployment = {}] = yaml(`
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${own}}
spec: {template: {metadata: {labels: ${JSON.stringify(labels)}}, spec: {containers: []}}}`);
    return deployment;
  };
  const envoy = (name: string, own: string): JsonObject => ({
    'gateway.envoyproxy.io/owning-gateway-name': name,
    'gateway.envoyproxy.io/owning-gateway-namespace': own,
  });
  const fromProxies = networkPolicy(
    'a',
    '{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: p}}}]}]}',
  );
  const callers = (...objects: readonly JsonObject[]): readonly string[] =>
    open([...behind, edge, http, ...objects]).entries.flatMap((one) =>
      one.callers.map(({ caller, verdict }) => `${caller} ${verdict}`),
    );

  it('are asked instead of any pod where files name them, with their own policies', () => {
    const proxy = made(envoy('edge', 'g'));
    expect(callers(proxy)).toEqual(['p/envoy[Deployment] allowed']);
    expect(callers(proxy, fromProxies)).toEqual(['p/envoy[Deployment] allowed']);
    expect(callers(proxy, closed)).toEqual(['p/envoy[Deployment] denied']);
    const kept = networkPolicy('p', '{podSelector: {}, policyTypes: [Egress]}');
    expect(callers(proxy, fromProxies, kept)).toEqual(['p/envoy[Deployment] denied']);
    expect(callers(fromProxies)).toEqual([
      'any pod depends',
      'addresses outside and other nodes denied',
      'the node of the pod allowed',
    ]);
  });

  it('are known by the labels of their makers: of the Gateway, its class, or its name in its namespace', () => {
    const found = (labels: JsonObject, place?: string): boolean => callers(made(labels, place)).length === 1;
    expect(found(envoy('edge', 'g'))).toBe(true);
    expect(found(envoy('edge', 'other'))).toBe(false);
    expect(found(envoy('other', 'g'))).toBe(false);
    expect(found({ 'gateway.envoyproxy.io/owning-gatewayclass': 'eg' })).toBe(true);
    expect(found({ 'gateway.envoyproxy.io/owning-gatewayclass': 'other' })).toBe(false);
    expect(found({ 'gateway.networking.k8s.io/gateway-name': 'edge' }, 'g/proxy')).toBe(true);
    expect(found({ 'gateway.networking.k8s.io/gateway-name': 'edge' }, 'h/proxy')).toBe(false);
  });

  it('that are several leave it open where they are not let in alike', () => {
    const both = [made(envoy('edge', 'g')), made(envoy('edge', 'g'), 'q/envoy')];
    expect(entriesOf([...behind, edge, http, fromProxies, ...both])).toEqual([
      `Gateway g/edge http → HTTPRoute a/web */ > ${to} depends`,
    ]);
  });
});
