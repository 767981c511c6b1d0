import type { ClusterInput } from '../cluster-input';
import type { Workload } from '../peers/workload';
import { attachRoute, type Attachment } from './attach-routes';
import type { Callers } from './callers';
import { nowhere, troublesOf } from './entry-trouble';
import { GATEWAY_GROUP, type Gateway, type ReferenceGrant, type Route, type Target } from './read/entry-objects';
import type { Backends, ServiceDirectory } from './service-directory';
import { backendsOfTarget, doubtsOf } from './service-ways';
import { joinWays, type Way, type Ways } from './way';

/** Finds the ways in by the Gateways of a cluster: each listener that takes a route, with the hosts and paths of that. */
export class GatewayWays {
  private readonly gateways: ReadonlyMap<string, Gateway>;
  private readonly callers = new Map<Gateway, Callers>();

  public constructor(
    private readonly cluster: Pick<ClusterInput, 'workloads' | 'namespaces' | 'entries'>,
    private readonly directory: ServiceDirectory,
  ) {
    this.gateways = new Map(cluster.entries.gateways.map((one) => [`${one.namespace}/${one.name}`, one]));
  }

  /** The ways in by one route. */
  public of(route: Route): Ways {
    const { resource, rules } = route;
    const { attachments, troubles } = attachRoute(route, this.gateways, this.cluster.namespaces);
    const ways = rules.map((rule): Ways => {
      const isEmpty = rule.targets.length === 0 && !rule.isAnswered;
      if (isEmpty)
        return {
          ways: [],
          troubles: troublesOf(resource, rule.where, [nowhere('no backend', 'a Service to lead to')]),
        };
      return joinWays(
        rule.targets.map((target): Ways => {
          const { backends, gaps } = this.backendsOf(route, target);
          const found = attachments.flatMap((one) =>
            requestsOf(one, rule.paths).flatMap((request) =>
              backends.map((backend) => this.way(route, { attachment: one, request, backend })),
            ),
          );
          return { ways: found, troubles: troublesOf(resource, target.where, gaps) };
        }),
      );
    });
    return joinWays([{ ways: [], troubles }, ...ways]);
  }

  private way(
    { kind, namespace, name, resource }: Route,
    {
      attachment: { gateway, listener, isCertain },
      request,
      backend,
    }: {
      readonly attachment: Attachment;
      readonly request: string;
      readonly backend: Backends['backends'][number];
    },
  ): Way {
    const taken = isCertain ? [] : ['nobody can tell whether the listener takes routes of the namespace'];
    return {
      name: `Gateway ${gateway.namespace}/${gateway.name} ${listener.name} → ${kind} ${namespace}/${name}${request}`,
      resource,
      backend,
      callers: this.callersOf(gateway),
      doubts: [...taken, ...doubtsOf(backend)],
      notes: [],
    };
  }

  /** A Service of another namespace must say that it may be referred to. */
  private backendsOf(route: Route, target: Target): Backends {
    const isOwn = target.kind === 'other' || target.namespace === route.namespace;
    if (!isOwn && !this.cluster.entries.grants.some((grant) => isGranted(grant, route, target))) {
      const want = `a ReferenceGrant in ${target.namespace} for ${route.kind} of ${route.namespace}`;
      return { backends: [], gaps: [nowhere(`Service ${target.namespace}/${target.name}`, want)] };
    }
    return backendsOfTarget(target, route.kind === 'UDPRoute' ? 'UDP' : 'TCP', this.directory);
  }

  private callersOf(gateway: Gateway): Callers {
    const known = this.callers.get(gateway);
    if (known !== undefined) return known;
    const workloads = this.cluster.workloads.flatMap((one, index) => (isProxyOf(one, gateway) ? [index] : []));
    const made: Callers = workloads.length === 0 ? { kind: 'proxies' } : { kind: 'workloads', workloads };
    this.callers.set(gateway, made);
    return made;
  }
}

const ENVOY = 'gateway.envoyproxy.io/';

/**
 * Whether pods are the proxies of a Gateway, by the labels that their makers give them: Envoy Gateway that of the Gateway,
 * or of its class where all of a class are one; others by the name, in its namespace (GEP-1762).
 */
function isProxyOf({ labels, namespace }: Workload, gateway: Gateway): boolean {
  const isOwned =
    labels.get(`${ENVOY}owning-gateway-name`) === gateway.name &&
    labels.get(`${ENVOY}owning-gateway-namespace`) === gateway.namespace;
  const isOfClass = gateway.className !== undefined && labels.get(`${ENVOY}owning-gatewayclass`) === gateway.className;
  const isNamed = namespace === gateway.namespace && labels.get(`${GATEWAY_GROUP}/gateway-name`) === gateway.name;
  return isOwned || isOfClass || isNamed;
}

function isGranted(
  { namespace, from, to }: ReferenceGrant,
  route: Route,
  target: Extract<Target, { kind: 'service' }>,
): boolean {
  if (namespace !== target.namespace) return false;
  const isFrom = from.some(
    ({ group, kind, only }) => group === GATEWAY_GROUP && kind === route.kind && only === route.namespace,
  );
  return (
    isFrom &&
    to.some(
      ({ group, kind, only }) => group === '' && kind === 'Service' && (only === undefined || only === target.name),
    )
  );
}

/** The requests of a route at a listener, as its name goes on: none are told apart below HTTP. */
function requestsOf({ hosts }: Attachment, paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return hosts.flatMap((host) => paths.map((path) => ` ${host}${path}`));
  return hosts.map((host) => (host === '*' ? '' : ` ${host}`));
}
