import { NAMESPACE_NAME_LABEL } from '../../../model/naming';
import { Cidr } from '../../../model/address/cidr';
import { parseIp } from '../../../model/address/ip';
import { failure, success, type Result } from '../../../model/problem';
import type { JsonObject } from '../../resource';
import type { ClusterInput } from '../cluster-input';
import type { Direction } from '../policy/policy';
import type { NetworkProfile } from '../solve/bind-rules';
import { Reachability } from '../solve/reachability';
import type { PortRange } from '../traffic/traffic';
import { addedPolicy, couldOpen } from './could-open';
import { readEnd, refuseFlow, type End } from './ends';
import { passedBetween, type Ends, type HopTraffic } from './hop';

/** Two ends of which the first must never reach the second: a workload as `namespace/name[Kind]`, or an address. */
export interface ForbiddenPair {
  readonly from: string;
  readonly to: string;
}

/** Whether the administrators' policies alone keep two ends apart. */
export interface ResistanceAnswer extends ForbiddenPair {
  /**
   * `resistant`: no NetworkPolicy that may be added opens anything. `opens`: the witness opens a flow for certain.
   * `may-open`: it does or doesn't, by what nobody can tell. `open`: a flow is allowed already.
   */
  readonly verdict: 'resistant' | 'opens' | 'may-open' | 'open';
  /** The first flow that is open, or that the witness opens; undefined where there is none. */
  readonly flow: Pick<HopTraffic, 'protocol' | 'port'> | undefined;
  /** NetworkPolicies that open the flow; none where it is open already, or depends already. */
  readonly witness: readonly JsonObject[];
}

/** What a check of resistance is about. */
export interface ResistanceQuestion {
  readonly cluster: ClusterInput;
  /** Namespaces in which somebody may add NetworkPolicies. */
  readonly namespaces: Iterable<string>;
  readonly profile: NetworkProfile;
  readonly pairs: readonly ForbiddenPair[];
}

/** Asks of pairs that must never meet whether any NetworkPolicies that may be added could make them, and shows which. */
export function checkResistance({
  cluster,
  namespaces,
  profile,
  pairs,
}: ResistanceQuestion): Result<readonly ResistanceAnswer[]> {
  const given = new Set(namespaces);
  const now = new Reachability(cluster, profile);
  const worst = couldOpen(cluster, given, profile);
  const read = pairs.map((pair) => readPair(now, pair));
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return failure(problems);
  return success(
    read.flatMap((one, index) => {
      const pair = pairs[index];
      if (!one.ok || pair === undefined) return [];
      return [{ ...pair, ...judge({ now, worst, namespaces: given, pair }, one.value) }];
    }),
  );
}

function readPair(reachability: Reachability, { from, to }: ForbiddenPair): Result<Ends> {
  const [caller, called] = [readEnd(reachability, 'from', from), readEnd(reachability, 'to', to)];
  const problems = [caller, called].flatMap((one) => (one.ok ? [] : one.problems));
  if (!caller.ok || !called.ok) return failure(problems);
  if (caller.value.side === 'outside' && called.value.side === 'outside')
    return failure([refuseFlow('from', `${from} and ${to}`, 'a workload at one end at least')]);
  return success({ from: caller.value, to: called.value });
}

interface Answers {
  readonly now: Reachability;
  readonly worst: Reachability;
  readonly namespaces: ReadonlySet<string>;
  readonly pair: ForbiddenPair;
}

function judge(answers: Answers, ends: Ends): Pick<ResistanceAnswer, 'verdict' | 'flow' | 'witness'> {
  const rangesOf = (reachability: Reachability, part: 'certainOf' | 'possibleOf'): readonly PortRange[] => {
    const { sets } = reachability.answers;
    return sets.rangesOf(reachability.answers[part](passedBetween(reachability, ends)));
  };
  const [open] = rangesOf(answers.now, 'certainOf');
  if (open !== undefined) return { verdict: 'open', flow: { protocol: open.protocol, port: open.first }, witness: [] };
  const [certain] = rangesOf(answers.worst, 'certainOf');
  const [possible] = rangesOf(answers.worst, 'possibleOf');
  const range = certain ?? possible;
  if (range === undefined) return { verdict: 'resistant', flow: undefined, witness: [] };
  const flow = { protocol: range.protocol, port: range.first };
  const { now, namespaces, pair } = answers;
  const witness = openingPolicies({ now, namespaces, pair }, { ...ends, ...flow });
  return { verdict: certain === undefined ? 'may-open' : 'opens', flow, witness };
}

/** A policy at each end that doesn't let the flow pass for certain by itself, and at which one may be added. */
export function openingPolicies(
  { now, namespaces, pair }: Pick<Answers, 'now' | 'namespaces' | 'pair'>,
  flow: HopTraffic,
): readonly JsonObject[] {
  const at = (direction: Direction, end: End, peer: NamedEnd): readonly JsonObject[] => {
    const workload = end.side === 'pods' ? now.workloads[end.member] : undefined;
    if (workload === undefined || workload.hostNetwork || !namespaces.has(workload.namespace)) return [];
    const own = now.mapsOf(direction, end.member)[peer.side].get(peer.member);
    if (now.answers.verdictOf(own, flow.protocol, flow.port) === 'allowed') return [];
    const [type, side] = direction === 'ingress' ? ['Ingress', 'from'] : ['Egress', 'to'];
    const rule = { [side]: peersOf(now, peer), ports: [{ protocol: flow.protocol, port: flow.port }] };
    const spec = {
      podSelector: { matchLabels: Object.fromEntries(workload.labels) },
      policyTypes: [type],
      [direction]: [rule],
    };
    return [addedPolicy({ namespace: workload.namespace, name: `open-${direction}` }, spec).body];
  };
  return [
    ...at('egress', flow.from, { ...flow.to, name: pair.to }),
    ...at('ingress', flow.to, { ...flow.from, name: pair.from }),
  ];
}

/** An end as it was asked about. */
interface NamedEnd extends End {
  readonly name: string;
}

/** The narrowest peers that certainly take an end; everybody where no selector takes it for certain. */
function peersOf({ workloads }: Reachability, { side, member, name }: NamedEnd): readonly JsonObject[] {
  if (side === 'outside') {
    const address = parseIp(name);
    return address.ok ? [{ ipBlock: { cidr: Cidr.host(address.value).toString() } }] : [];
  }
  const workload = workloads[member];
  if (workload === undefined || workload.hostNetwork) return [];
  const [namespaceSelector, podSelector] = [
    { matchLabels: { [NAMESPACE_NAME_LABEL]: workload.namespace } },
    { matchLabels: Object.fromEntries(workload.labels) },
  ];
  return [{ namespaceSelector, podSelector }];
}
