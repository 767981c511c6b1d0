import { NAMESPACE_NAME_LABEL } from '../../../model/naming';
import { isObject, listAt, objectAt, textAt } from '../../json-path';
import { selects, type Selection } from '../../label-selector';
import type { ClusterInput } from '../cluster-input';
import type { Selector } from '../policy/policy';
import { nowhere, troublesOf, untold, type EntryTrouble } from './entry-trouble';
import { GATEWAY_GROUP, type Gateway, type Listener, type ParentRef, type Route } from './read/entry-objects';

/** A listener of a Gateway that takes a route. */
export interface Attachment {
  readonly gateway: Gateway;
  readonly listener: Listener;
  /** Hosts that both are about; `*` is every host. */
  readonly hosts: readonly string[];
  /** Whether it surely takes the route. */
  readonly isCertain: boolean;
}

/** The listeners that take a route, and the parents of it that don't. */
export interface Attached {
  readonly attachments: readonly Attachment[];
  readonly troubles: readonly EntryTrouble[];
}

/** Finds the listeners that take a route: by its parents, its kind, its namespace and its hosts. */
export function attachRoute(
  route: Route,
  gateways: ReadonlyMap<string, Gateway>,
  namespaces: ClusterInput['namespaces'],
): Attached {
  const { resource, parents } = route;
  if (parents.length === 0)
    return { attachments: [], troubles: troublesOf(resource, 'spec.parentRefs', [nowhere('no parent', 'a Gateway')]) };
  const found = parents.map((parent): Attached => {
    // A route of a Service is about traffic inside of a mesh, and opens no way in.
    if (parent.group === '' && parent.kind === 'Service') return { attachments: [], troubles: [] };
    const called = `${parent.kind} ${parent.namespace}/${parent.name}`;
    if (parent.group !== GATEWAY_GROUP || parent.kind !== 'Gateway')
      return { attachments: [], troubles: troublesOf(resource, parent.where, [untold(called, 'a Gateway')]) };
    const gateway = gateways.get(`${parent.namespace}/${parent.name}`);
    if (gateway === undefined)
      return {
        attachments: [],
        troubles: troublesOf(resource, parent.where, [nowhere(called, 'a Gateway that there is')]),
      };
    const taken = listenersOf(parent, gateway, { route, namespaces });
    if ('attachments' in taken) return { ...taken, troubles: [] };
    return { attachments: [], troubles: troublesOf(resource, parent.where, [nowhere(called, taken.want)]) };
  });
  return {
    attachments: found.flatMap(({ attachments }) => attachments),
    troubles: found.flatMap(({ troubles }) => troubles),
  };
}

interface Asking {
  readonly route: Route;
  readonly namespaces: ClusterInput['namespaces'];
}

/** The listeners of a Gateway that take a route, or what the last of them that could is short of. */
function listenersOf(
  parent: ParentRef,
  gateway: Gateway,
  { route, namespaces }: Asking,
): Pick<Attached, 'attachments'> | { readonly want: string } {
  const asked = gateway.listeners.filter(
    ({ name, port }) =>
      (parent.listener === undefined || name === parent.listener) &&
      (parent.port === undefined || port === parent.port),
  );
  if (asked.length === 0) return { want: 'a listener with this name and port' };
  const ofKind = asked.filter((one) => one.routeKinds.includes(route.kind));
  if (ofKind.length === 0) return { want: `a listener that takes a ${route.kind}` };
  const open = ofKind.flatMap((listener) => {
    const taken = takesNamespace(listener.from, { gateway, route, namespaces });
    return taken === 'no' ? [] : [{ gateway, listener, isCertain: taken === 'yes' }];
  });
  if (open.length === 0) return { want: `a listener that takes routes of namespace ${route.namespace}` };
  const attachments = open.flatMap((one) => {
    const hosts = knowsHosts(route) ? commonHosts(one.listener.hostname, route.hostnames) : ['*'];
    return hosts.length === 0 ? [] : [{ ...one, hosts }];
  });
  return attachments.length === 0 ? { want: 'a listener for one of its hosts' } : { attachments };
}

function takesNamespace(
  from: Listener['from'],
  { gateway, route, namespaces }: Asking & { readonly gateway: Gateway },
): Selection {
  if (from === 'all') return 'yes';
  if (from === 'none') return 'no';
  if (from === 'same') return gateway.namespace === route.namespace ? 'yes' : 'no';
  const written = namespaces.get(route.namespace);
  const ofName = new Map([[NAMESPACE_NAME_LABEL, route.namespace]]);
  if (written !== undefined) return selects(from, new Map([...written, ...ofName]));
  // Of a namespace that isn't written only the name is known.
  const byName = selects(partByName(from, true), ofName);
  const isWhole = sizeOf(partByName(from, false)) === 0;
  return isWhole || byName === 'no' ? byName : 'unknown';
}

/** The part of a selector that is about the name of a namespace, or the part that isn't. */
function partByName(selector: Selector, isByName: boolean): Selector {
  const labels = Object.entries(objectAt(selector, 'matchLabels') ?? {});
  const isMeant = (key: string | undefined): boolean => (key === NAMESPACE_NAME_LABEL) === isByName;
  return {
    matchLabels: Object.fromEntries(labels.filter(([key]) => isMeant(key))),
    matchExpressions: listAt(selector, 'matchExpressions').filter((one) => isMeant(textAt(one, 'key'))),
  };
}

function sizeOf(selector: Selector): number {
  const { matchLabels } = selector;
  return Object.keys(isObject(matchLabels) ? matchLabels : {}).length + listAt(selector, 'matchExpressions').length;
}

/** Below TLS nobody says which host is meant, so that of a listener counts for nothing. */
function knowsHosts({ kind }: Route): boolean {
  return kind !== 'TCPRoute' && kind !== 'UDPRoute';
}

/** The hosts that a listener and a route are both about, each as narrow as one of them writes it. */
function commonHosts(listener: string | undefined, route: readonly string[]): readonly string[] {
  if (route.length === 0) return [listener ?? '*'];
  if (listener === undefined) return [...new Set(route)];
  return [
    ...new Set(
      route.flatMap((host) => {
        if (holdsHost(listener, host)) return [host];
        return holdsHost(host, listener) ? [listener] : [];
      }),
    ),
  ];
}

/** Whether a host is another, or a wildcard that takes it: `*.vn` takes every host that ends with `.vn`, at any depth. */
function holdsHost(wide: string, narrow: string): boolean {
  return wide === narrow || (wide.startsWith('*.') && narrow.endsWith(wide.slice(1)));
}
