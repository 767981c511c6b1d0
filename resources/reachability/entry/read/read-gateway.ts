import { isObject, textAt, valueAt } from '../../../json-path';
import type { JsonValue, Resource } from '../../../resource';
import { DEFAULT_NAMESPACE } from '../../peers/workload';
import { isPort, readList } from '../../policy/read-parts';
import { readSelector } from '../../policy/read-selector';
import type { Troubles } from '../../policy/troubles';
import { PORT_MAX } from '../../traffic/traffic';
import { GATEWAY_GROUP, routeKinds, type Gateway, type Listener, type RouteKind } from './entry-objects';

/** Kinds of routes that a listener takes where it names none, by its protocol (ListenerSpec.allowedRoutes). */
const KINDS_OF_PROTOCOL: Readonly<Record<string, readonly RouteKind[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/** Reads a Gateway of gateway.networking.k8s.io. */
export function readGateway(resource: Resource, troubles: Troubles): Gateway {
  const spec = valueAt(resource.body, 'spec');
  const listeners = readList(valueAt(spec, 'listeners'), 'spec.listeners', troubles);
  if (listeners.length === 0)
    troubles.add('spec.listeners', valueAt(spec, 'listeners'), 'at least one port to listen at');
  return {
    resource,
    namespace: resource.namespace ?? DEFAULT_NAMESPACE,
    name: resource.name,
    className: textAt(spec, 'gatewayClassName'),
    listeners: listeners.flatMap((one, index) => readListener(one, `spec.listeners[${index}]`, troubles) ?? []),
  };
}

function readListener(value: JsonValue, where: string, troubles: Troubles): Listener | undefined {
  const [name, protocol] = [textAt(value, 'name'), textAt(value, 'protocol')];
  const [port, hostname] = [valueAt(value, 'port'), valueAt(value, 'hostname') ?? ''];
  if (name === undefined) return troubles.add(`${where}.name`, valueAt(value, 'name'), 'a name');
  if (protocol === undefined)
    return troubles.add(`${where}.protocol`, valueAt(value, 'protocol'), Object.keys(KINDS_OF_PROTOCOL).join(', '));
  if (!isPort(port)) return troubles.add(`${where}.port`, port, `a port from 1 to ${PORT_MAX}`);
  if (typeof hostname !== 'string') return troubles.add(`${where}.hostname`, hostname, 'a host');
  const from = readFrom(valueAt(value, 'allowedRoutes', 'namespaces'), `${where}.allowedRoutes.namespaces`, troubles);
  if (from === undefined) return undefined;
  return {
    name,
    port,
    protocol,
    hostname: hostname === '' ? undefined : hostname,
    routeKinds: readKinds(valueAt(value, 'allowedRoutes', 'kinds'), protocol, {
      where: `${where}.allowedRoutes.kinds`,
      troubles,
    }),
    from,
  };
}

function readFrom(value: JsonValue | undefined, where: string, troubles: Troubles): Listener['from'] | undefined {
  const from = valueAt(value, 'from') ?? 'Same';
  if (from === 'Same') return 'same';
  if (from === 'All') return 'all';
  if (from === 'None') return 'none';
  if (from !== 'Selector') return troubles.add(`${where}.from`, from, 'Same, All, None or Selector');
  return readSelector(valueAt(value, 'selector') ?? null, `${where}.selector`, troubles);
}

interface Place {
  readonly where: string;
  readonly troubles: Troubles;
}

/** Protocols of vendors take any kind; others never one that isn't theirs, even if it is named. */
function readKinds(value: JsonValue | undefined, protocol: string, { where, troubles }: Place): readonly RouteKind[] {
  const written = readList(value, where, troubles);
  const ofProtocol = Object.hasOwn(KINDS_OF_PROTOCOL, protocol) ? KINDS_OF_PROTOCOL[protocol] : undefined;
  const possible = ofProtocol ?? routeKinds;
  if (written.length === 0) return possible;
  return written.flatMap((one, index) => {
    if (!isObject(one)) return troubles.add(`${where}[${index}]`, one, 'a kind of route') ?? [];
    const isOfGroup = (valueAt(one, 'group') ?? GATEWAY_GROUP) === GATEWAY_GROUP;
    return possible.filter((kind) => isOfGroup && kind === valueAt(one, 'kind'));
  });
}
