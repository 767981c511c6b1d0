import { groupBy } from '../../../../model/group-by';
import type { Flow, FlowEnd } from '../../../../model/segmentation/flow';
import type { Namespace } from '../../../../model/tenancy/namespace';
import type { PortRange } from '../../../reachability/traffic/traffic';
import type { ModelView } from '../../model-view';
import type { ReachabilityView } from '../reachability-view';
import { isFront } from './front';
import { commonRanges, findCrossings, type ClusterCrossings, type Crossing } from './site-crossings';

/** What passes from namespaces of one cluster to those of another, counted by pairs of namespaces. */
export interface SitePaths {
  /** Ids of the clusters. */
  readonly from: string;
  readonly to: string;
  /** Pairs that some flow joins. */
  readonly declared: number;
  /** Declared pairs that the policies of both clusters let meet on all ports of their flows. */
  readonly proved: number;
  /**
   * Pairs that addresses alone let meet beside the declared ones: the DMZ of a site has one block for all, so that only the
   * gateways there keep them apart.
   */
  readonly leftToGateways: number;
  /** Of these, such whose called end is no front: zones behind it must never be called from another cluster. */
  readonly behindFronts: readonly CrossedPair[];
  /** Declared pairs that don't meet. */
  readonly closed: readonly CrossedPair[];
}

/** Two namespaces of two clusters, and the first packet that shows what is said of them. */
export interface CrossedPair {
  readonly from: string;
  readonly to: string;
  readonly packet: string;
  /** Id of the flow; undefined where none joins them. */
  readonly flow: string | undefined;
}

/** What passes between clusters, of one site or of two: what both ends let pass through the DMZ blocks of their sites. */
export function findSitePaths(reachability: ReachabilityView, model: ModelView): readonly SitePaths[] {
  const crossings = findCrossings(reachability, model);
  const byZone = groupBy(model.namespaces, ({ system, zone }) => `${system}/${zone}`);
  const declared = groupBy(
    model.flows.flatMap((flow) => crossedBy(flow, byZone)),
    ({ from, to }) => `${from.cluster} ${to.cluster}`,
  );
  return crossings.flatMap((from) =>
    crossings
      .filter(({ cluster }) => cluster !== from.cluster)
      .map((to) => pathsOf({ from, to, model, declared: declared.get(`${from.cluster.id} ${to.cluster.id}`) ?? [] }))
      .filter((one) => one.declared + one.leftToGateways > 0),
  );
}

interface DeclaredCrossing {
  readonly flow: Flow;
  readonly from: Namespace;
  readonly to: Namespace;
}

/** The pairs of namespaces of two clusters that a flow joins; parts of one system meet in their own cluster alone. */
function crossedBy(flow: Flow, byZone: ReadonlyMap<string, readonly Namespace[]>): readonly DeclaredCrossing[] {
  if (flow.from.kind !== 'zone' || flow.to.kind !== 'zone' || flow.from.system === flow.to.system) return [];
  const ends = (end: FlowEnd & { readonly kind: 'zone' }): readonly Namespace[] =>
    byZone.get(`${end.system}/${end.zone}`) ?? [];
  const called = ends(flow.to);
  return ends(flow.from).flatMap((from) =>
    called.filter(({ cluster }) => cluster !== from.cluster).map((to) => ({ flow, from, to })),
  );
}

interface ClusterPair {
  readonly from: ClusterCrossings;
  readonly to: ClusterCrossings;
  readonly model: ModelView;
  readonly declared: readonly DeclaredCrossing[];
}

function pathsOf({ from, to, model, declared }: ClusterPair): SitePaths {
  const out = from.egress.get(to.cluster.site) ?? [];
  const into = to.ingress.get(from.cluster.site) ?? [];
  const [callers, called] = [byName(out), byName(into)];
  const pairs = groupBy(declared, (one) => `${one.from.name} ${one.to.name}`);
  const closed = declared.flatMap((one) => tryClosed(one, { callers, called }));
  const behind: CrossedPair[] = [];
  let left = 0;
  for (const caller of out) {
    for (const end of into) {
      if (pairs.has(`${caller.namespace} ${end.namespace}`)) continue;
      const [packet] = commonRanges(caller.ranges, end.ranges);
      if (packet === undefined) continue;
      left += 1;
      if (!isFront(model, to.cluster.id, end.namespace))
        behind.push({ from: caller.namespace, to: end.namespace, packet: packetText(packet), flow: undefined });
    }
  }
  const wrong = new Set(closed.map((one) => `${one.from} ${one.to}`));
  return {
    from: from.cluster.id,
    to: to.cluster.id,
    declared: pairs.size,
    proved: [...pairs.keys()].filter((one) => !wrong.has(one)).length,
    leftToGateways: left,
    behindFronts: behind,
    closed,
  };
}

function byName(crossings: readonly Crossing[]): ReadonlyMap<string, readonly PortRange[]> {
  return new Map(crossings.map(({ namespace, ranges }) => [namespace, ranges]));
}

type Ranges = ReadonlyMap<string, readonly PortRange[]>;

function tryClosed(
  { flow, from, to }: DeclaredCrossing,
  { callers, called }: { readonly callers: Ranges; readonly called: Ranges },
): readonly CrossedPair[] {
  const common = commonRanges(callers.get(from.name) ?? [], called.get(to.name) ?? []);
  const missing = flow.ports.find(
    ({ port, protocol }) => !common.some((one) => one.protocol === protocol && one.first <= port && port <= one.last),
  );
  if (missing === undefined) return [];
  return [{ from: from.name, to: to.name, packet: `${missing.port}/${missing.protocol}`, flow: flow.id }];
}

function packetText({ first, protocol }: PortRange): string {
  return `${first}/${protocol}`;
}
