import { groupBy } from '../../../model/group-by';
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
  private readonly grants: ReadonlyMap<string, readonly ReferenceGrant[]>;
  /** Numbers of the workloads that may be proxies of some Gateway. */
  private readonly proxies: readonly number[];
  private readonly callers = new Map<Gateway, Callers>();

  public constructor(
    private readonly cluster: Pick<ClusterInput, 'workloads' | 'namespaces' | 'entries'>,
    private readonly directory: ServiceDirectory,
  ) {
    this.gateways = new Map(cluster.entries.gateways.map((one) => [`${one.namespace}/${one.name}`, one]));
    this.grants = groupBy(cluster.entries.grants, ({ namespace }) => namespace);
    this.proxies = cluster.workloads.flatMap(({ labels }, index) =>
      PROXY_LABELS.some((one) => labels.has(one)) ? [index] : [],
    );
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
    const grants = isOwn ? [] : (this.grants.get(target.namespace) ?? []);
    if (!isOwn && !grants.some((grant) => isGranted(grant, route, target))) {
      const want = `a ReferenceGrant in ${target.namespace} for ${route.kind} of ${route.namespace}`;
      return { backends: [], gaps: [nowhere(`Service ${target.namespace}/${target.name}`, want)] };
    }
    return backendsOfTarget(target, route.kind === 'UDPRoute' ? 'UDP' : 'TCP', this.directory);
  }

  private callersOf(gateway: Gateway): Callers {
    const known = this.callers.get(gateway);
    if (known !== undefined) return known;
    const workloads = this.proxies.filter((index) => isProxyOf(this.cluster.workloads[index], gateway));
    const made: Callers = workloads.length === 0 ? { kind: 'proxies' } : { kind: 'workloads', workloads };
    this.callers.set(gateway, made);
    return made;
  }
}

/** Labels that makers of proxies give them: of their Gateway, its class, or its name in its namespace (GEP-1762). */
const [OWNER, OWNER_NAMESPACE, CLASS, NAME] = [
  'gateway.envoyproxy.io/owning-gateway-name',
  'gateway.envoyproxy.io/owning-gateway-namespace',
  'gateway.envoyproxy.io/owning-gatewayclass',
  `${GATEWAY_GROUP}/gateway-name`,
] as const;
const PROXY_LABELS: readonly string[] = [OWNER, CLASS, NAME];

/** Whether pods are proxies of a Gateway; Envoy Gateway has one set of them for all of a class where it is told so. */
function isProxyOf(workload: Workload | undefined, gateway: Gateway): boolean {
  if (workload === undefined) return false;
  const { labels, namespace } = workload;
  const isOwned = labels.get(OWNER) === gateway.name && labels.get(OWNER_NAMESPACE) === gateway.namespace;
  const isOfClass = gateway.className !== undefined && labels.get(CLASS) === gateway.className;
  const isNamed = namespace === gateway.namespace && labels.get(NAME) === gateway.name;
  return isOwned || isOfClass || isNamed;
}

function isGranted({ from, to }: ReferenceGrant, route: Route, target: Extract<Target, { kind: 'service' }>): boolean {
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
