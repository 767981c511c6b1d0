import { printCount } from '../../../../model/print-count';
import type { ModelView } from '../../model-view';
import type { ReachabilityView } from '../reachability-view';
import type { AgencyFlow, DeclaredAgencyFlow } from './agency-flow';
import { declaredAgencyFlows } from './declared-agency-flows';
import { AroundPlatforms, type WaysAround } from './ways-around';

/**
 * Every flow between two agencies, with the platform that carries it, and whether the policies of all clusters say the same:
 * the way by the platform is open at every end, and the namespaces of the one agency have no other to those of the other.
 * What the gateways of the platform forward isn't followed.
 */
export function findAgencyFlows(reachability: ReachabilityView, model: ModelView): readonly AgencyFlow[] {
  const around = new AroundPlatforms(reachability, model);
  const legs = readLegs(reachability, model);
  return declaredAgencyFlows(model).map((flow) => {
    const ways = around.of(flow);
    const states: readonly (readonly [AgencyFlow['state'], readonly string[]])[] = [
      ['no-broker', brokerFault(flow)],
      ['around', ways.open],
      ['closed', closedLegs(flow, legs)],
      ['unknown', unseen(flow, legs, ways)],
      ['gateways', gatewayTexts(ways)],
    ];
    const [state, because] = states.find(([, texts]) => texts.length > 0) ?? (['proved', []] as const);
    return { ...flow, state, pairs: ways.pairs, because };
  });
}

/** What the clusters say of flows, by their ids: one between clusters is open where each lets it out and in by the fronts. */
interface Legs {
  /** Flows that some cluster is meant to let pass. */
  readonly meant: ReadonlySet<string>;
  /** What of a flow doesn't pass, the first of it. */
  readonly closed: ReadonlyMap<string, string>;
}

function readLegs(reachability: ReachabilityView, model: ModelView): Legs {
  const meant = new Set<string>();
  const closed = new Map<string, string>();
  for (const cluster of model.clusters) {
    for (const { wantedBy } of reachability.of(cluster).declared) meant.add(wantedBy);
    for (const { witness } of [...reachability.differencesIn(cluster).values()].flat()) {
      const { kind, wantedBy, from, to, port, protocol } = witness;
      if (kind === 'closed' && wantedBy !== undefined && !closed.has(wantedBy))
        closed.set(wantedBy, `${cluster.id}: ${from} → ${to} ${port}/${protocol} may not pass`);
    }
  }
  return { meant, closed };
}

/** How a declared path names a flow that wants it. */
function wanted(flow: string): string {
  return `flow/${flow}`;
}

function brokerFault({ broker, carrier }: DeclaredAgencyFlow): readonly string[] {
  if (broker === undefined) return ['names no platform'];
  return carrier === undefined ? [`names ${broker}, and no system that is this platform carries it`] : [];
}

function closedLegs({ legs }: DeclaredAgencyFlow, { closed }: Legs): readonly string[] {
  if (legs.length === 0) return ['no flows lead to the platform and from it'];
  return legs.flatMap((leg) => closed.get(wanted(leg)) ?? []);
}

function unseen(flow: DeclaredAgencyFlow, { meant }: Legs, { pairs }: WaysAround): readonly string[] {
  const { from, to, carrier, legs } = flow;
  const strange = [from, to].filter(({ agency }) => agency === undefined);
  if (strange.length > 0) return strange.map(({ system }) => `${system} is not in the model`);
  const isBetween = carrier !== from.system && carrier !== to.system;
  return [
    ...(isBetween && pairs === 0 ? [`no namespaces of ${from.system} and ${to.system} stand in a cluster`] : []),
    ...legs.filter((leg) => !meant.has(wanted(leg))).map((leg) => `no cluster has a path for ${leg}`),
  ];
}

function gatewayTexts({ leftToGateways, example }: WaysAround): readonly string[] {
  if (example === undefined) return [];
  return [
    `the front blocks of sites have one address for all, so only gateways keep ${printCount(leftToGateways, 'pair')} of namespaces apart, as ${example}`,
  ];
}
