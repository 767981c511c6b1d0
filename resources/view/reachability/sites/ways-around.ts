import { groupBy } from '../../../../model/group-by';
import type { Namespace } from '../../../../model/tenancy/namespace';
import { podConnections } from '../../../reachability/query/connections';
import { told } from '../../../reachability/query/flows';
import type { ModelView } from '../../model-view';
import type { ClusterReachability } from '../cluster-reachability';
import type { ReachabilityView } from '../reachability-view';
import type { DeclaredAgencyFlow } from './agency-flow';
import { isFront } from './front';
import { commonRanges, findCrossings, type ClusterCrossings, type Crossing } from './site-crossings';

/** What may pass from one agency's namespaces to another's without the platform that is between them. */
export interface WaysAround {
  /** Pairs of namespaces that were looked at. */
  readonly pairs: number;
  /** What the policies let pass, or may: the first of these ways and what decides about it; empty where there is none. */
  readonly open: readonly string[];
  /**
   * Pairs whose clusters both let pass what comes through the front blocks of their sites, which have one address for all:
   * whom a gateway there forwards to decides.
   */
  readonly leftToGateways: number;
  /** The first of these. */
  readonly example: string | undefined;
}

/** Looks for ways around platforms, in what the policies of all clusters let pass and not in what anybody declared. */
export class AroundPlatforms {
  private readonly byOwner: ReadonlyMap<string | undefined, readonly Namespace[]>;
  /** What passes within a cluster, by the owners of both ends. */
  private readonly within: ReadonlyMap<string, readonly OpenPair[]>;
  private readonly crossings: ReadonlyMap<string, NamespaceCrossings>;
  /** Ids of the systems that are platforms. */
  private readonly platforms: ReadonlySet<string>;

  public constructor(
    reachability: ReachabilityView,
    private readonly model: ModelView,
  ) {
    this.platforms = new Set(model.systems.filter(({ broker }) => broker !== undefined).map(({ id }) => id));
    this.byOwner = groupBy(model.namespaces, ({ system }) => model.trySystem(system)?.owner);
    const pairs = model.clusters.flatMap((cluster) => openPairs(reachability.of(cluster), model));
    this.within = groupBy(pairs, ({ from, to }) => ownersKey(this.ownerOf(from), this.ownerOf(to)));
    this.crossings = crossingsByNamespace(findCrossings(reachability, model));
  }

  /** The ways from the agency at one end of a flow to that at the other. */
  public of(flow: DeclaredAgencyFlow): WaysAround {
    const within = (this.within.get(ownersKey(flow.from.agency, flow.to.agency)) ?? []).find(({ from, to }) =>
      this.isAround(flow, from, to),
    );
    const { pairs, across } = this.acrossSites(flow);
    const behind = across.find(({ to }) => !isFront(this.model, to.cluster, to.name));
    const fronts = across.filter(({ to }) => isFront(this.model, to.cluster, to.name));
    return {
      pairs,
      open: within?.tell() ?? (behind === undefined ? [] : [`${behind.text} may pass, behind the front of its site`]),
      leftToGateways: fronts.length,
      example: fronts[0]?.text,
    };
  }

  /** Every pair of namespaces of both agencies is looked at: there are hundreds of thousands, so nothing is made for one. */
  private acrossSites(flow: DeclaredAgencyFlow): Pick<WaysAround, 'pairs'> & { readonly across: readonly Across[] } {
    const called = this.endsOf(flow.to).map((to) => ({ to, ingress: this.crossings.get(placeKey(to))?.ingress }));
    const across: Across[] = [];
    let pairs = 0;
    for (const from of this.endsOf(flow.from)) {
      const egress = this.crossings.get(placeKey(from))?.egress;
      for (const { to, ingress } of called) {
        if (!this.isAround(flow, from, to)) continue;
        pairs += 1;
        const packet = tryPacket(egress?.get(to.site), ingress?.get(from.site));
        if (packet !== undefined) across.push({ to, text: `${textOf(from)} → ${textOf(to)} ${packet}` });
      }
    }
    return { pairs, across };
  }

  /** Namespaces of the agency, but for those of platforms that aren't the end itself. */
  private endsOf({ agency, system }: DeclaredAgencyFlow['from']): readonly Namespace[] {
    const all = agency === undefined ? [] : (this.byOwner.get(agency) ?? []);
    return all.filter((one) => one.system === system || !this.platforms.has(one.system));
  }

  /**
   * Whether a path between two namespaces leads around the platform of a flow. With a platform at one end there is one on it,
   * but between the two systems that the flow's own is to stand between.
   */
  private isAround({ from, to, carrier }: DeclaredAgencyFlow, caller: Namespace, called: Namespace): boolean {
    const isOwn = caller.system === from.system && called.system === to.system;
    if (isOwn) return carrier !== from.system && carrier !== to.system;
    if (from.agency === to.agency) return false;
    return !this.platforms.has(caller.system) && !this.platforms.has(called.system);
  }

  private ownerOf({ system }: Namespace): string | undefined {
    return this.model.trySystem(system)?.owner;
  }
}

/** A way from site to site. */
interface Across {
  readonly to: Namespace;
  readonly text: string;
}

/** What passes through the front blocks of two sites, where both sides let it: the first of it. */
function tryPacket(out: Crossing | undefined, into: Crossing | undefined): string | undefined {
  if (out === undefined || into === undefined) return undefined;
  const [first] = commonRanges(out.ranges, into.ranges);
  return first === undefined ? undefined : `${first.first}/${first.protocol}`;
}

/** Two namespaces of a cluster between which something passes, or may. */
interface OpenPair {
  readonly from: Namespace;
  readonly to: Namespace;
  readonly tell: () => readonly string[];
}

/** Each pair of namespaces of two systems of tenants between which something passes, or may. */
function openPairs(of: ClusterReachability, model: ModelView): readonly OpenPair[] {
  const { reachability, input } = of;
  const found = new Map<string, OpenPair>();
  for (const { from, to, answer } of podConnections(reachability)) {
    const [caller, called] = [input.workloads[from], input.workloads[to]];
    if (caller === undefined || called === undefined || caller.hostNetwork || called.hostNetwork) continue;
    const key = `${caller.namespace} ${called.namespace}`;
    if (found.has(key)) continue;
    const ends = [caller, called].map(({ namespace }) => model.tryNamespace(of.cluster.id, namespace));
    const [own, other] = ends;
    if (own === undefined || other === undefined || own.system === other.system) continue;
    found.set(key, { from: own, to: other, tell: () => tellOpen(of, { own, other, from, to, answer }) });
  }
  return [...found.values()];
}

interface Opened {
  readonly own: Namespace;
  readonly other: Namespace;
  /** Numbers of the workloads. */
  readonly from: number;
  readonly to: number;
  readonly answer: number;
}

function tellOpen({ reachability }: ClusterReachability, { own, other, from, to, answer }: Opened): readonly string[] {
  const { answers } = reachability;
  const [first] = answers.sets.rangesOf(answers.possibleOf(answer));
  if (first === undefined) return [];
  const packet = { protocol: first.protocol, port: first.first };
  return [
    `${textOf(own)} → ${textOf(other)} ${packet.port}/${packet.protocol} may pass`,
    told('egress', reachability.explain('egress', from, { side: 'pods', member: to, ...packet })),
    told('ingress', reachability.explain('ingress', to, { side: 'pods', member: from, ...packet })),
  ];
}

interface NamespaceCrossings {
  /** By the id of the site at the other side. */
  readonly egress: ReadonlyMap<string, Crossing>;
  readonly ingress: ReadonlyMap<string, Crossing>;
}

function crossingsByNamespace(all: readonly ClusterCrossings[]): ReadonlyMap<string, NamespaceCrossings> {
  const found = new Map<string, Record<'egress' | 'ingress', Map<string, Crossing>>>();
  for (const { cluster, ...directions } of all) {
    for (const direction of ['egress', 'ingress'] as const) {
      for (const [site, crossings] of directions[direction]) {
        for (const crossing of crossings) {
          const key = placeKey({ cluster: cluster.id, name: crossing.namespace });
          const one = found.get(key) ?? { egress: new Map(), ingress: new Map() };
          one[direction].set(site, crossing);
          found.set(key, one);
        }
      }
    }
  }
  return found;
}

function placeKey({ cluster, name }: Pick<Namespace, 'cluster' | 'name'>): string {
  return `${cluster} ${name}`;
}

function textOf({ cluster, name }: Namespace): string {
  return `${cluster}/${name}`;
}

function ownersKey(from: string | undefined, to: string | undefined): string {
  return JSON.stringify([from ?? null, to ?? null]);
}
