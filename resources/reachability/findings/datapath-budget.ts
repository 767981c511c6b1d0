import { clusterLimits, PLANNED_SHARE, policyMapLimits, type Limit } from '../../../model/limits';
import type { ClusterInput } from '../cluster-input';
import { groupBy } from '../../../model/group-by';
import { directions, type Direction } from '../policy/policy';
import type { NamedContainerPort } from '../peers/workload';
import type { Governing, GoverningPolicy } from '../solve/governing';
import type { Reachability } from '../solve/reachability';
import { predictIdentities } from './identities';
import { ANY_PEER, RuleEntries, type MapEntries } from './map-entries';
import { ANY_TRAFFIC } from './port-prefixes';

/** How much of a limit is used. */
export interface LimitUse {
  readonly used: number;
  readonly limit: Limit;
  /** What is left, in percent of the limit, rounded down; negative where the limit is passed. */
  readonly headroomPercent: number;
}

/** The predicted policy map of endpoints that are governed alike in both directions. */
export interface EndpointMap {
  /** Entries of the map: those of both directions. */
  readonly entries: number;
  readonly byDirection: Readonly<Record<Direction, number>>;
  /** Numbers of the workloads. */
  readonly ends: readonly number[];
  /** Whether a rule names peers of which files tell nothing, each counted as one. */
  readonly hasUntold: boolean;
}

/** A limit of the datapath of which more is used than a plan may. */
export interface BudgetFinding extends LimitUse {
  readonly of: 'identities' | 'policy map';
  /** Numbers of the workloads whose policy map it is; none for identities. */
  readonly ends: readonly number[];
}

/** What a cluster asks of Cilium's datapath. */
export interface DatapathBudget {
  readonly identities: LimitUse;
  /** The largest first. */
  readonly maps: readonly EndpointMap[];
  /** The use of the largest. */
  readonly fullestMap: LimitUse;
  /** Identities and policy maps that use more than 80 % of their limit. */
  readonly findings: readonly BudgetFinding[];
}

/**
 * Predicts what a cluster asks of Cilium's datapath. With the policies P that govern an endpoint in a direction:
 *
 * entries(endpoint) = sum over both directions of |{ (peer, traffic) : a rule of P names the peer and the traffic }|
 *
 * - peer: one for everybody, each identity that a selector takes, each distinct block of the whole cluster that lies in a
 *   named one and in none that it excepts, and one more for the world of each family of addresses;
 * - traffic: one where a rule says nothing of ports, one for all ports of a protocol, and else a protocol and a prefix of
 *   ports; names of ports are those numbers that the end which is called gives them;
 * - one entry more for a direction in which no policy of a namespace isolates the endpoint: everything is let pass.
 *
 * It is an upper bound: Cilium leaves out entries that another one covers, selectors that take all are one entry to it in
 * some places, only blocks of policies on a node have identities there, and rules of the last tier are counted where they
 * are never asked. The limit of a map is the size that is set where nobody sets another. Not counted are the few entries that Cilium adds itself, for the node and health checks.
 */
export function predictDatapathBudget(
  cluster: ClusterInput,
  reachability: Reachability,
  mapLimit: Limit = policyMapLimits.default,
): DatapathBudget {
  const predicted = predictIdentities(cluster);
  const maps = mapsOf(reachability, new RuleEntries(reachability, predicted));
  const identities = useOf(predicted.count, clusterLimits.identities);
  const used = [
    { of: 'identities' as const, ends: [], ...identities },
    ...maps.map(({ entries, ends }) => ({
      of: 'policy map' as const,
      ends,
      ...mapUse({ entries }, mapLimit),
    })),
  ];
  const [largest = { entries: 0 }] = maps;
  return { identities, maps, fullestMap: mapUse(largest, mapLimit), findings: used.filter(exceedsPlan) };
}

/** Whether more of a limit is used than a plan may. */
export function exceedsPlan({ used, limit }: LimitUse): boolean {
  return used > limit.maximum * PLANNED_SHARE;
}

/** How much of its size a policy map uses; where nobody sets one, of what is set then. */
export function mapUse({ entries }: Pick<EndpointMap, 'entries'>, limit: Limit = policyMapLimits.default): LimitUse {
  return useOf(entries, limit);
}

function useOf(used: number, limit: Limit): LimitUse {
  return { used, limit, headroomPercent: Math.floor(((limit.maximum - used) * 100) / limit.maximum) };
}

/** The map of an endpoint is that of its groups in both directions. */
function mapsOf(reachability: Reachability, rules: RuleEntries): readonly EndpointMap[] {
  const [ingress, egress] = directions.map((direction) => sizesByEnd(reachability, direction, rules));
  const ends = [...reachability.workloads.keys()].filter((end) => reachability.workloads[end]?.hostNetwork === false);
  const groups = groupBy(ends, (end) => `${ingress?.[end]?.group} ${egress?.[end]?.group}`);
  const maps = [...groups.values()].flatMap((same): readonly EndpointMap[] => {
    const [first = 0] = same;
    const [into, out] = [ingress?.[first], egress?.[first]];
    if (into === undefined || out === undefined) return [];
    const byDirection = { ingress: into.entries, egress: out.entries };
    const hasUntold = into.hasUntold || out.hasUntold;
    return [{ entries: into.entries + out.entries, byDirection, ends: same, hasUntold }];
  });
  // The sort is stable, so that equal maps stay in the order of their workloads.
  return maps.toSorted((a, b) => b.entries - a.entries);
}

interface GroupSize {
  readonly group: number;
  readonly entries: number;
  readonly hasUntold: boolean;
}

function sizesByEnd(reachability: Reachability, direction: Direction, rules: RuleEntries): readonly GroupSize[] {
  const sizes: GroupSize[] = [];
  const known = new Map<string, MapEntries>();
  for (const [group, { ends }] of reachability.groups[direction].entries()) {
    const [first = 0] = ends;
    const governing = reachability.governing(direction, first);
    const names = reachability.workloads[first]?.ports ?? [];
    // What administrators name are often all tenants: it is gathered once for all ends that they govern alike.
    const { admin, baseline } = governing;
    const text = [admin.key, '|', baseline.key, reachability.namesFor(direction, first).pods.key].join(' ');
    const shared = known.get(text) ?? entriesOf([...admin.policies, ...baseline.policies], { rules, direction, names });
    known.set(text, shared);
    const own = entriesOf(governing.namespace.policies, { rules, direction, names });
    const isIsolated = governing.namespace.policies.some(({ policy, certain }) => certain && policy.isolates);
    const open = isIsolated ? [] : [new Map([[ANY_TRAFFIC, new Set([ANY_PEER])]])];
    const entries = countTogether([shared, own, ...open]);
    for (const end of ends) sizes[end] = { group, entries, hasUntold: namesUntold(governing, direction) };
  }
  return sizes;
}

interface EntriesOptions {
  readonly rules: RuleEntries;
  readonly direction: Direction;
  readonly names: readonly NamedContainerPort[];
}

function entriesOf(policies: readonly GoverningPolicy[], { rules, ...end }: EntriesOptions): MapEntries {
  const entries = new Map<string, Set<number>>();
  for (const { policy, rules: bound } of policies)
    for (const { rule } of bound) rules.addTo(entries, { policy, rule }, end);
  return entries;
}

/** How many entries some maps have together; what is in several counts once, and the largest isn't looked through. */
function countTogether(maps: readonly MapEntries[]): number {
  let count = 0;
  for (const key of new Set(maps.flatMap((one) => [...one.keys()]))) {
    const sets = maps.flatMap((one) => one.get(key) ?? []).toSorted((a, b) => b.size - a.size);
    for (const [index, set] of sets.entries()) {
      const larger = sets.slice(0, index);
      if (index === 0) count += set.size;
      else for (const peer of set) if (!larger.some((one) => one.has(peer))) count += 1;
    }
  }
  return count;
}

function namesUntold({ admin, namespace, baseline }: Governing, direction: Direction): boolean {
  const policies = [admin, namespace, baseline].flatMap((tier) => tier.policies);
  return policies.some(({ policy }) =>
    (policy.rules[direction] ?? []).some(({ peers }) =>
      peers.some(({ kind }) => kind === 'untold' || kind === 'names'),
    ),
  );
}
