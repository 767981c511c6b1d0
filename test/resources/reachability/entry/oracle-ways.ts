import type { JsonObject, JsonValue } from '../../../../resources/resource';
import { get, list, podsOf, takes, text, tryText, type Json, type Pod } from '../oracle/matching';
import type { Objects } from '../oracle/random-cluster';

/** One way in, as it is found by going through all objects for each step. */
export interface OracleWay {
  readonly name: string;
  readonly pod: Pod;
  readonly protocol: string;
  readonly port: number;
  /** Who calls: clients that nodes may stand in for, or the pods of a proxy, or somebody that isn't known. */
  readonly by: 'clients' | 'clients as they are' | 'somebody' | readonly Pod[];
  /** Whether addresses of each family may call: what is written counts where one family alone is wanted. */
  readonly families: { readonly v4: boolean; readonly v6: boolean };
  /** Whether the way is surely there. */
  readonly isSure: boolean;
}

type Arrival = Pick<OracleWay, 'pod' | 'protocol' | 'port' | 'families'>;

/** Every way in from outside. */
export function oracleWays(objects: Objects): readonly OracleWay[] {
  const of = (kind: string): Objects => objects.filter((one) => one['kind'] === kind);
  return [
    ...of('Service').flatMap((one) => ofService(objects, one)),
    ...of('Ingress').flatMap((one) => ofIngress(objects, one)),
    ...of('Gateway').flatMap((gateway) =>
      list(gateway['spec'], 'listeners').flatMap((listener) =>
        objects
          .filter((one) => text(one, 'kind').endsWith('Route'))
          .flatMap((route) => ofRoute(objects, { gateway, listener, route })),
      ),
    ),
  ];
}

function spaceOf(object: Json): string {
  return tryText(object, 'metadata', 'namespace') ?? 'default';
}

function nameOf(object: Json): string {
  return `${spaceOf(object)}/${text(object, 'metadata', 'name')}`;
}

function findService(objects: Objects, place: string): JsonObject | undefined {
  return objects.find((one) => one['kind'] === 'Service' && nameOf(one) === place);
}

/** Who answers a pod that dials a Service: where that has no address of its own, its pods at the port that was dialed. */
export function oracleCall(
  objects: Objects,
  call: { readonly place: string; readonly port: number; readonly protocol: string },
): readonly Arrival[] {
  const service = findService(objects, call.place);
  if (get(service, 'spec', 'type') === 'ExternalName') {
    const [own, space, word] = text(service, 'spec', 'externalName').split('.');
    const next = `${space}/${own}`;
    // Each name is followed in a cluster that is short of it, so that none is followed twice.
    const others = objects.filter((one) => one !== service);
    return word === 'svc' ? oracleCall(others, { ...call, place: next }) : [];
  }
  if (service === undefined || get(service, 'spec', 'clusterIP') !== 'None') return followed(objects, call);
  const endpoints = slicesOf(objects, service).flatMap((slice) =>
    list(slice, 'endpoints').flatMap((one) => podsAt(objects, slice, one)),
  );
  return [...selectedPods(objects, service), ...endpoints].map((pod) => ({
    pod,
    protocol: call.protocol,
    port: call.port,
    families: BOTH,
  }));
}

const BOTH = { v4: true, v6: true };

function selectedPods(objects: Objects, service: JsonObject): readonly Pod[] {
  const selector = selectorOf(service);
  return podsOf(objects).filter(
    (pod) =>
      selector.length > 0 &&
      get(service, 'spec', 'type') !== 'ExternalName' &&
      pod.namespace === spaceOf(service) &&
      selector.every(([key, value]) => pod.labels[key] === value),
  );
}

function selectorOf(service: JsonObject): readonly (readonly [string, JsonValue])[] {
  return Object.entries((get(service, 'spec', 'selector') ?? {}) as JsonObject);
}

/** Slices of a Service that say more than its selector. */
function slicesOf(objects: Objects, service: JsonObject): Objects {
  return objects.filter(
    (one) =>
      one['kind'] === 'EndpointSlice' &&
      spaceOf(one) === spaceOf(service) &&
      get(one, 'metadata', 'labels', 'kubernetes.io/service-name') === get(service, 'metadata', 'name') &&
      (selectorOf(service).length === 0 ||
        get(one, 'metadata', 'labels', 'endpointslice.kubernetes.io/managed-by') === undefined),
  );
}

function podsAt(objects: Objects, slice: JsonObject, endpoint: Json): readonly Pod[] {
  return podsOf(objects).filter(
    (pod) =>
      pod.kind === 'Pod' &&
      pod.name === get(endpoint, 'targetRef', 'name') &&
      pod.namespace === (get(endpoint, 'targetRef', 'namespace') ?? spaceOf(slice)),
  );
}

/** Rules 16 and 19: the pods that a Service hands a port of its own to, each with the pod's own port. */
function arrivals(objects: Objects, service: JsonObject, port: Json): readonly Arrival[] {
  const protocol = tryText(port, 'protocol') ?? 'TCP';
  const target = get(port, 'targetPort');
  const wanted = target === undefined || target === 0 || target === '' ? get(port, 'port') : target;
  const asked = list(service['spec'], 'ipFamilies');
  const isOpen = asked.length === 0 || get(service, 'spec', 'ipFamilyPolicy') === 'PreferDualStack';
  const families = { v4: isOpen || asked.includes('IPv4'), v6: isOpen || asked.includes('IPv6') };
  const bySelector = selectedPods(objects, service).flatMap((pod): readonly Arrival[] => {
    if (typeof wanted === 'number') return [{ pod, protocol, port: wanted, families }];
    const named = pod.ports.find((one) => get(one, 'name') === wanted && (get(one, 'protocol') ?? 'TCP') === protocol);
    return named === undefined ? [] : [{ pod, protocol, port: Number(get(named, 'containerPort')), families }];
  });
  const bySlice = slicesOf(objects, service).flatMap((slice) =>
    list(slice, 'endpoints').flatMap((endpoint) =>
      podsAt(objects, slice, endpoint).flatMap((pod) =>
        list(slice, 'ports')
          .filter((own) => get(own, 'name') === get(port, 'name') && (tryText(own, 'protocol') ?? 'TCP') === protocol)
          .map((own) => ({ pod, protocol, port: Number(get(own, 'port')), families })),
      ),
    ),
  );
  return [...bySelector, ...bySlice];
}

function ofService(objects: Objects, service: JsonObject): readonly OracleWay[] {
  const spec = service['spec'];
  const isOpen =
    ['NodePort', 'LoadBalancer'].includes(text(spec, 'type')) ||
    (list(spec, 'externalIPs').length > 0 && get(spec, 'clusterIP') !== 'None');
  if (!isOpen) return [];
  const by = get(spec, 'externalTrafficPolicy') === 'Local' ? 'clients as they are' : 'clients';
  return list(spec, 'ports').flatMap((port) => {
    const name = `Service ${nameOf(service)} ${Number(get(port, 'port'))}/${tryText(port, 'protocol') ?? 'TCP'}`;
    return arrivals(objects, service, port).map((one) => ({ ...one, name, by, isSure: true }) as const);
  });
}

/** Where a reference to a port of a Service leads; a name that stands for another Service leads there, but not for ever. */
function followed(
  objects: Objects,
  ref: { readonly place: string; readonly port: Json; readonly protocol: string },
  steps = 9,
): readonly Arrival[] {
  const service = findService(objects, ref.place);
  if (service === undefined || steps === 0) return [];
  if (get(service, 'spec', 'type') === 'ExternalName') {
    const [own, space, word] = text(service, 'spec', 'externalName').split('.');
    return word === 'svc' ? followed(objects, { ...ref, place: `${space}/${own}` }, steps - 1) : [];
  }
  const key = typeof ref.port === 'number' ? 'port' : 'name';
  const port = list(service['spec'], 'ports').find(
    (one) => get(one, key) === ref.port && (tryText(one, 'protocol') ?? 'TCP') === ref.protocol,
  );
  return port === undefined ? [] : arrivals(objects, service, port);
}

function ofIngress(objects: Objects, ingress: JsonObject): readonly OracleWay[] {
  const last = get(ingress, 'spec', 'defaultBackend');
  const handed = list(ingress['spec'], 'rules').flatMap((rule) => {
    const host = tryText(rule, 'host') ?? '*';
    const http = get(rule, 'http');
    if (http === undefined) return [{ request: host, backend: last }];
    return list(http, 'paths').map((one) => ({
      request: host + text(one, 'path'),
      backend: get(one, 'backend'),
    }));
  });
  return [...handed, { request: '*', backend: last }].flatMap(({ request, backend }) => {
    if (backend === undefined) return [];
    const written = get(backend, 'service', 'port');
    const port = get(written, 'number') ?? get(written, 'name');
    const place = `${spaceOf(ingress)}/${text(backend, 'service', 'name')}`;
    return followed(objects, { place, port, protocol: 'TCP' }).map(
      (one) => ({ ...one, name: `Ingress ${nameOf(ingress)} ${request}`, by: 'somebody', isSure: true }) as const,
    );
  });
}

interface Meeting {
  readonly gateway: JsonObject;
  readonly listener: Json;
  readonly route: JsonObject;
}

const TAKEN: Readonly<Record<string, readonly string[]>> = {
  HTTPRoute: ['HTTP', 'HTTPS'],
  GRPCRoute: ['HTTP', 'HTTPS'],
  TLSRoute: ['TLS'],
  TCPRoute: ['TCP', 'TLS'],
  UDPRoute: ['UDP'],
};

function ofRoute(objects: Objects, meeting: Meeting): readonly OracleWay[] {
  const { gateway, listener, route } = meeting;
  const isAsked = list(route['spec'], 'parentRefs').some(
    (one) =>
      `${tryText(one, 'namespace') ?? spaceOf(route)}/${text(one, 'name')}` === nameOf(gateway) &&
      [undefined, get(listener, 'name')].includes(get(one, 'sectionName')) &&
      [undefined, get(listener, 'port')].includes(get(one, 'port')),
  );
  const isTaken = TAKEN[text(route, 'kind')]?.includes(text(listener, 'protocol')) === true;
  const possible = isAsked && isTaken ? openings(objects, meeting) : [false];
  if (!possible.includes(true)) return [];
  const kind = text(route, 'kind');
  const proxies = podsOf(objects).filter((pod) => isProxy(pod, gateway));
  const head = `Gateway ${nameOf(gateway)} ${text(listener, 'name')} → ${kind} ${nameOf(route)}`;
  return list(route['spec'], 'rules').flatMap((rule) => {
    const mirrored = list(rule, 'filters').map((one) => get(one, 'requestMirror', 'backendRef'));
    const refs = [...list(rule, 'backendRefs').filter((one) => get(one, 'weight') !== 0), ...mirrored];
    const tails = hostsOf(listener, route).map((host) => tailOf(kind, host, rule));
    return refs
      .filter((ref) => isPermitted(objects, route, ref))
      .flatMap((ref) => {
        const place = `${tryText(ref, 'namespace') ?? spaceOf(route)}/${text(ref, 'name')}`;
        const protocol = kind === 'UDPRoute' ? 'UDP' : 'TCP';
        const found = followed(objects, { place, port: get(ref, 'port'), protocol });
        return found.flatMap((one) =>
          tails.map((tail): OracleWay => ({
            ...one,
            name: head + tail,
            by: proxies.length === 0 ? 'somebody' : proxies,
            isSure: !possible.includes(false),
          })),
        );
      });
  });
}

function tailOf(kind: string, host: string, rule: Json): string {
  if (kind === 'HTTPRoute') return ` ${host}${get(rule, 'matches') === undefined ? '/' : '/x'}`;
  if (kind === 'GRPCRoute') return ` ${host}/`;
  return host === '*' ? '' : ` ${host}`;
}

/** Whether the listener takes the namespace of the route, for all that the labels of that may be. */
function openings(objects: Objects, { gateway, listener, route }: Meeting): readonly boolean[] {
  const own = spaceOf(route);
  const from = get(listener, 'allowedRoutes', 'namespaces', 'from') ?? 'Same';
  if (from !== 'Selector') return [from === 'All' || own === spaceOf(gateway)];
  const written = objects.find((one) => one['kind'] === 'Namespace' && get(one, 'metadata', 'name') === own);
  const known = get(written, 'metadata', 'labels') as JsonObject | undefined;
  const all: readonly JsonObject[] =
    written === undefined ? [{}, { team: 'red' }, { team: 'red', zone: 'core' }, { zone: 'edge' }] : [known ?? {}];
  return all.map((labels) =>
    takes(get(listener, 'allowedRoutes', 'namespaces', 'selector'), { ...labels, 'kubernetes.io/metadata.name': own }),
  );
}

/** Concrete hosts are tried against both; of what both take the narrower is told. */
function hostsOf(listener: Json, route: JsonObject): readonly string[] {
  if (['TCPRoute', 'UDPRoute'].includes(text(route, 'kind'))) return ['*'];
  const own = tryText(listener, 'hostname');
  const asked = list(route['spec'], 'hostnames').map(String);
  if (asked.length === 0) return [own ?? '*'];
  return [...new Set(asked)].flatMap((host) => {
    if (own === undefined) return [host];
    const isWithin = (narrow: string, wide: string): boolean =>
      narrow === wide ||
      (wide.startsWith('*') && `x${narrow}`.endsWith(wide.slice(1)) && narrow.length > wide.length - 1);
    return isWithin(host, own) ? [host] : isWithin(own, host) ? [own] : [];
  });
}

function isPermitted(objects: Objects, route: JsonObject, ref: Json): boolean {
  const space = tryText(ref, 'namespace') ?? spaceOf(route);
  if (space === spaceOf(route)) return true;
  return objects.some(
    (one) =>
      one['kind'] === 'ReferenceGrant' &&
      spaceOf(one) === space &&
      list(one['spec'], 'from').some(
        (from) => get(from, 'kind') === route['kind'] && get(from, 'namespace') === spaceOf(route),
      ) &&
      list(one['spec'], 'to').some((to) => [undefined, get(ref, 'name')].includes(get(to, 'name'))),
  );
}

function isProxy({ labels, namespace }: Pod, gateway: JsonObject): boolean {
  const [own, name] = [spaceOf(gateway), text(gateway, 'metadata', 'name')];
  const prefix = 'gateway.envoyproxy.io/owning-gateway-';
  return (
    (labels[`${prefix}name`] === name && labels[`${prefix}namespace`] === own) ||
    (labels['gateway.networking.k8s.io/gateway-name'] === name && namespace === own)
  );
}
