import { readBlocks } from '../../../model/address/cidr';
import { platformServices } from '../../../model/segmentation/flow';
import { platformNamespaceName } from '../../../model/naming';
import type { Namespace } from '../../../model/tenancy/namespace';
import { workloadName } from '../../../resources/reachability/peers/workload';
import { couldOpen } from '../../../resources/reachability/query/could-open';
import type { Reachability } from '../../../resources/reachability/solve/reachability';
import type { ClusterReachability } from '../../../resources/view/reachability/cluster-reachability';

/** Something that a tenant could open by NetworkPolicies of its own: a packet that no administrator's policy keeps out. */
export interface Opening {
  readonly from: string;
  readonly to: string;
  readonly packet: string;
}

/** The namespaces of tenants in a cluster, and what must stay closed there whatever tenants write. */
export interface WorstCase {
  readonly of: ClusterReachability;
  readonly tenants: readonly Namespace[];
  /** Lowest level whose databases stay closed to other systems. */
  readonly guardedFrom: number;
  /** Blocks that no tenant may reach. */
  readonly blocks: readonly string[];
}

/** Namespaces of the platform whose pods may enter those of tenants. */
const platform: ReadonlySet<string> = new Set(platformServices.map(platformNamespaceName));

/**
 * Openings, the first of each kind for each pod, that tenants could make by any NetworkPolicies whatever in all their namespaces at once:
 * what policies of namespaces say is left out and everything accepted instead, so that only those of the whole cluster
 * keep anything closed.
 */
export function* findOpenings({ of, tenants, guardedFrom, blocks }: WorstCase): Generator<Opening> {
  const clusterwide = of.input.policies.filter(({ resource }) => resource.namespace === undefined);
  const names = tenants.map(({ name }) => name);
  const worst = couldOpen({ ...of.input, policies: clusterwide }, names, of.profile);
  const callers = callersOf(of, tenants);
  const { addresses } = worst.outside;
  const forbidden = blocks.map((text) => ({
    text,
    runs: readBlocks([text]).flatMap((block) => addresses.within(block)),
  }));
  for (const namespace of tenants) {
    const isGuarded = namespace.zone === 'database' && namespace.level >= guardedFrom;
    const others = isGuarded ? callers.tenants.filter(({ system }) => system !== namespace.system) : [];
    const strangers = [...callers.strangers, ...others.map(({ caller }) => caller)];
    for (const end of of.workloadsOf(namespace.name)) {
      for (const opening of [tryStranger(of, worst, { end, strangers }), tryForbidden(of, worst, { end, forbidden })])
        if (opening !== undefined) yield opening;
    }
  }
}

interface Callers {
  /** Numbers of the workloads of neither tenants nor services of the platform that tenants know. */
  readonly strangers: readonly number[];
  readonly tenants: readonly { readonly caller: number; readonly system: string }[];
}

function callersOf({ input }: ClusterReachability, tenants: readonly Namespace[]): Callers {
  const systems = new Map(tenants.map(({ name, system }) => [name, system]));
  const pods = [...input.workloads.entries()].filter(([, { hostNetwork }]) => !hostNetwork);
  return {
    strangers: pods.flatMap(([caller, { namespace }]) =>
      systems.has(namespace) || platform.has(namespace) ? [] : [caller],
    ),
    tenants: pods.flatMap(([caller, { namespace }]) => {
      const system = systems.get(namespace);
      return system === undefined ? [] : [{ caller, system }];
    }),
  };
}

interface Called {
  readonly end: number;
  /** Workloads that must not enter. */
  readonly strangers: readonly number[];
}

function tryStranger(of: ClusterReachability, worst: Reachability, { end, strangers }: Called): Opening | undefined {
  const { answers } = worst;
  const map = worst.mapsOf('ingress', end).pods;
  for (const caller of strangers) {
    const possible = answers.possibleOf(map.get(caller));
    if (possible !== answers.sets.nothing)
      return { from: nameOf(of, caller), to: nameOf(of, end), packet: packetOf(worst, possible) };
  }
  return undefined;
}

/** A block that no tenant may reach, with the numbers of its runs of addresses. */
interface Forbidden {
  readonly text: string;
  readonly runs: readonly number[];
}

function tryForbidden(
  of: ClusterReachability,
  worst: Reachability,
  { end, forbidden }: { readonly end: number; readonly forbidden: readonly Forbidden[] },
): Opening | undefined {
  const { answers } = worst;
  for (const { text, runs } of forbidden) {
    for (const run of runs) {
      const possible = answers.possibleOf(worst.toOutside(end, run));
      if (possible !== answers.sets.nothing)
        return { from: nameOf(of, end), to: text, packet: packetOf(worst, possible) };
    }
  }
  return undefined;
}

function nameOf({ input }: ClusterReachability, end: number): string {
  const workload = input.workloads[end];
  return workload === undefined ? '' : workloadName(workload);
}

function packetOf({ answers }: Reachability, traffic: number): string {
  const [first] = answers.sets.rangesOf(traffic);
  return first === undefined ? '' : `${first.first}/${first.protocol}`;
}
