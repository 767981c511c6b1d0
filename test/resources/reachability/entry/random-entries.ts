import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { Chance } from '../oracle/chance';
import { get, list, podsOf, tryText, type Json, type Pod } from '../oracle/matching';
import { randomCluster, type Objects } from '../oracle/random-cluster';
import { json, placed, randomLabels } from '../oracle/vocabulary';

const SERVICES = ['web', 'api', 'store'];
const GATEWAYS = ['edge', 'inner'];
const PODS = ['one', 'two', 'three'];
const HOSTS = ['a.vn', 'b.a.vn', '*.a.vn', '*.vn', 'c.org'];
/** Fewer namespaces than there are, so that most references find something. */
const PLACES = ['amber', 'default'];
const PORTS = [53, 80, 443];

/** A random cluster with objects of every kind that says where traffic arrives; names are few, so that they meet often. */
export function randomClusterWithEntries(seed: number): Objects {
  const chance = new Chance(seed);
  const cluster = randomCluster(seed);
  const pods = podsOf(cluster);
  const services = chance.many(2, 6, () => service(chance, pods));
  const gateways = chance.many(1, 3, () => gateway(chance));
  const there = { services, gateways };
  const made = [
    ...services,
    ...gateways,
    ...chance.many(0, 2, () => slice(chance, there)),
    ...chance.many(0, 2, () => ingress(chance, there)),
    ...chance.many(1, 6, () => route(chance, there)),
    ...chance.many(1, 4, () => grant(chance)),
    ...chance.many(0, 1, () => proxy(chance, there)),
  ];
  const byName = new Map(
    made.map((one) => {
      const { name, namespace = 'default' } = one['metadata'] as JsonObject;
      return [JSON.stringify([one['kind'], namespace, name]), one] as const;
    }),
  );
  return [...cluster, ...byName.values()];
}

/** What references find. */
interface There {
  readonly services: Objects;
  readonly gateways: Objects;
}

/** A Service that there is, most times: its namespace and name, and a port of it. */
function pickService(
  chance: Chance,
  { services }: There,
): { readonly namespace: string; readonly port: Json; readonly name: Json } {
  const found = chance.pick(services);
  const port = chance.once(6) ? { name: 'none', port: 81 } : chance.pick(list(found['spec'], 'ports'));
  const name = chance.once(8) ? 'none' : get(found, 'metadata', 'name');
  return { namespace: tryText(found, 'metadata', 'namespace') ?? 'default', name, port };
}

function pickGateway(chance: Chance, { gateways }: There): { readonly namespace: string; readonly name: Json } {
  const found = chance.pick(gateways);
  const name = chance.once(8) ? 'none' : get(found, 'metadata', 'name');
  return { namespace: tryText(found, 'metadata', 'namespace') ?? 'default', name };
}

function place(chance: Chance, names: readonly string[]): JsonObject {
  return placed(chance, { name: chance.pick(names), namespace: chance.pick(PLACES) });
}

/** Most select one of the pods that there are, and perhaps others. */
function service(chance: Chance, pods: readonly Pod[]): JsonObject {
  const pod = pods.length === 0 || chance.once(4) ? undefined : chance.pick(pods);
  const ofPod = Object.fromEntries(chance.some(Object.entries(pod?.labels ?? {})));
  const own = pod === undefined ? randomLabels(chance, ['app', 'tier']) : ofPod;
  const type = chance.pick(['ClusterIP', undefined, 'NodePort', 'LoadBalancer', 'LoadBalancer', 'ExternalName']);
  const isInner = type === 'ClusterIP' || type === undefined;
  const ports = chance.many(1, 2, () =>
    json({
      name: chance.pick(['http', 'dns']),
      port: chance.pick(PORTS),
      protocol: chance.pick(['TCP', 'UDP', undefined]),
      targetPort: chance.pick<JsonValue | undefined>([undefined, 0, '', 80, 8080, 'web', 'web', 'dns', 'none']),
    }),
  );
  const spec = json({
    type,
    selector: chance.pick([undefined, {}, own, own, own, pod?.labels ?? own]),
    ports: ports.filter((one) => one === ports[0] || one['port'] !== ports[0]?.['port']),
    clusterIP: isInner && chance.once(3) ? 'None' : undefined,
    externalIPs: isInner && chance.once(3) ? ['192.0.2.1'] : undefined,
    externalTrafficPolicy: !isInner && chance.once(2) ? 'Local' : undefined,
    ipFamilies: chance.pick([undefined, undefined, ['IPv4'], ['IPv6'], ['IPv6', 'IPv4']]),
    ipFamilyPolicy: chance.pick([undefined, 'SingleStack', 'PreferDualStack']),
    externalName: type === 'ExternalName' ? chance.pick(['web.amber.svc', 'api.birch.svc.x.vn', 'a.vn']) : undefined,
  });
  const metadata = placed(chance, {
    name: chance.pick(SERVICES),
    namespace: pod?.namespace ?? chance.pick(PLACES),
  });
  return { apiVersion: 'v1', kind: 'Service', metadata, spec };
}

function slice(chance: Chance, there: There): JsonObject {
  const derived = { 'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io' };
  const { namespace, name } = pickService(chance, there);
  const labels = json({ 'kubernetes.io/service-name': name, ...(chance.once(3) ? derived : {}) });
  const metadata = { ...placed(chance, { name: chance.pick(['slice-a', 'slice-b']), namespace }), labels };
  const endpoints = chance.many(0, 2, () => ({
    addresses: ['10.9.9.9'],
    targetRef: json({ kind: 'Pod', name: chance.pick(PODS), namespace: chance.pick([undefined, ...PLACES]) }),
  }));
  const ports = chance.many(1, 2, () =>
    json({
      name: chance.pick(['http', 'dns']),
      port: chance.pick([80, 8080]),
      protocol: chance.pick(['TCP', 'UDP', undefined]),
    }),
  );
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata,
    addressType: 'IPv4',
    endpoints,
    ports,
  };
}

function ingress(chance: Chance, there: There): JsonObject {
  const { namespace } = pickService(chance, there);
  const backend = (): JsonObject => {
    const { name, port } = pickService(chance, there);
    const written = chance.once(2) ? { number: get(port, 'port') } : { name: get(port, 'name') };
    return { service: json({ name, port: json(written) }) };
  };
  const rules = chance.many(1, 2, () =>
    json({
      host: chance.pick([undefined, ...HOSTS]),
      http: chance.once(5)
        ? undefined
        : { paths: chance.many(1, 2, () => ({ path: chance.pick(['/', '/x']), backend: backend() })) },
    }),
  );
  const defaultBackend = chance.once(2) ? backend() : undefined;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: placed(chance, { name: chance.pick(['front', 'side']), namespace }),
    spec: json({ defaultBackend, rules: defaultBackend === undefined ? rules : chance.some(rules) }),
  };
}

/** Each is about one label alone, so that what may be known of a namespace that isn't written is easily told. */
const SELECTORS: readonly JsonObject[] = [
  {},
  { matchLabels: { team: 'red' } },
  { matchExpressions: [{ key: 'zone', operator: 'DoesNotExist' }] },
  { matchLabels: { 'kubernetes.io/metadata.name': 'amber' } },
  { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['amber', 'coral'] }] },
];

function gateway(chance: Chance): JsonObject {
  const listeners = ['first', 'second'].slice(chance.below(2)).map((name) => {
    const from = chance.pick(['All', 'All', 'Same', 'Selector', undefined]);
    const selector = from === 'Selector' ? chance.pick(SELECTORS) : undefined;
    return json({
      name,
      port: chance.pick([80, 443]),
      protocol: chance.pick(['HTTP', 'HTTPS', 'HTTP', 'TLS', 'TCP', 'UDP', 'UDP']),
      hostname: chance.pick([undefined, undefined, ...HOSTS]),
      allowedRoutes: from === undefined ? undefined : { namespaces: json({ from, selector }) },
    });
  });
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: place(chance, GATEWAYS),
    spec: { gatewayClassName: 'class', listeners },
  };
}

function route(chance: Chance, there: There): JsonObject {
  const kind = chance.pick([
    'HTTPRoute',
    'HTTPRoute',
    'HTTPRoute',
    'GRPCRoute',
    'TLSRoute',
    'TCPRoute',
    'UDPRoute',
    'UDPRoute',
  ]);
  const own = pickService(chance, there).namespace;
  const parentRefs = chance.many(1, 2, () => {
    const { namespace, name } = pickGateway(chance, there);
    return json({
      name,
      namespace: namespace === own && chance.once(2) ? undefined : namespace,
      sectionName: chance.pick([undefined, undefined, undefined, 'first', 'second']),
      port: chance.pick([undefined, undefined, undefined, 80, 443]),
    });
  });
  const backend = (): JsonObject => {
    const { namespace, name, port } = pickService(chance, there);
    return json({
      name,
      namespace:
        namespace === own ? chance.pick([undefined, namespace]) : chance.pick([undefined, namespace, namespace]),
      port: get(port, 'port'),
      weight: chance.pick([undefined, undefined, 0, 1]),
    });
  };
  const rules = chance.many(1, 2, () =>
    json({
      matches: kind === 'HTTPRoute' && chance.once(2) ? [{ path: { type: 'PathPrefix', value: '/x' } }] : undefined,
      backendRefs: chance.many(1, 2, backend),
      filters:
        kind === 'HTTPRoute' && chance.once(3)
          ? [{ type: 'RequestMirror', requestMirror: { backendRef: backend() } }]
          : undefined,
    }),
  );
  const hostnames = /^(?:HTTP|GRPC|TLS)/.test(kind) && chance.once(2) ? chance.some(HOSTS) : undefined;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind,
    metadata: placed(chance, { name: chance.pick(['main', 'other']), namespace: own }),
    spec: json({ parentRefs, hostnames, rules }),
  };
}

function grant(chance: Chance): JsonObject {
  const from = chance.many(1, 3, () => ({
    group: 'gateway.networking.k8s.io',
    kind: chance.pick(['HTTPRoute', 'HTTPRoute', 'TCPRoute']),
    namespace: chance.pick(PLACES),
  }));
  const to = [json({ group: '', kind: 'Service', name: chance.pick([undefined, ...SERVICES]) })];
  return {
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: place(chance, ['grant-a', 'grant-b']),
    spec: { from, to },
  };
}

/** Pods that carry the labels of a Gateway's proxies. */
function proxy(chance: Chance, there: There): JsonObject {
  const { namespace, name } = pickGateway(chance, there);
  const labels = chance.once(2)
    ? {
        'gateway.envoyproxy.io/owning-gateway-name': name,
        'gateway.envoyproxy.io/owning-gateway-namespace': namespace,
      }
    : { 'gateway.networking.k8s.io/gateway-name': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'proxy', namespace },
    spec: {
      template: { metadata: { labels: json({ ...labels, app: 'shop' }) }, spec: { containers: [{ name: 'main' }] } },
    },
  };
}
