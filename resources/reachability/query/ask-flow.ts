import { failure, success, type Result } from '../../../model/problem';
import type { Verdict } from '../solve/answers';
import type { Reachability } from '../solve/reachability';
import { isProtocol, PORT_MAX } from '../traffic/traffic';
import { readEnd, refuseFlow, type End } from './ends';
import { told } from './flows';
import { passedBetween, reasonsOf, type HopTraffic } from './hop';

/** One flow that somebody asks about, as it is typed. */
export interface FlowQuestion {
  /** A workload as `namespace/name` or `namespace/name[Kind]`, an address, or a host name that a policy names. */
  readonly from: string;
  readonly to: string;
  /** Port and protocol, such as `443/TCP`. */
  readonly port: string;
}

/** What becomes of one flow, and why. */
export interface FlowAnswer {
  readonly verdict: Verdict;
  /** What each end that is in the cluster says. */
  readonly because: readonly string[];
}

/** Answers about one flow, or says what of the question can't be understood. */
export function askFlow(reachability: Reachability, { from, to, port }: FlowQuestion): Result<FlowAnswer> {
  const [caller, called] = [readEnd(reachability, 'from', from), readEnd(reachability, 'to', to)];
  const traffic = readTraffic(port);
  const problems = [caller, called, traffic].flatMap((one) => (one.ok ? [] : one.problems));
  if (!caller.ok || !called.ok || !traffic.ok) return failure(problems);
  if (caller.value.side === 'outside' && called.value.side === 'outside')
    return failure([refuseFlow('from', `${from} and ${to}`, 'a workload at one end at least')]);
  return success(answer(reachability, { from: caller.value, to: called.value, ...traffic.value }));
}

function answer(reachability: Reachability, flow: HopTraffic): FlowAnswer {
  const reasons = reasonsOf(reachability, flow);
  const { from, to, protocol, port } = flow;
  const verdict = reachability.answers.verdictOf(passedBetween(reachability, flow), protocol, port);
  const onNode = [from, to].some((one) => isOnNode(reachability, one));
  const node =
    onNode && verdict === 'depends' ? ['an end has the address of its node: on one node they always meet'] : [];
  return { verdict, because: [...reasons.map(({ direction, reason }) => told(direction, reason)), ...node] };
}

function isOnNode({ workloads }: Reachability, { side, member }: End): boolean {
  return side === 'pods' && workloads[member]?.hostNetwork === true;
}

function readTraffic(text: string): Result<Pick<HopTraffic, 'protocol' | 'port'>> {
  const [number = '', protocol = 'TCP', ...surplus] = text.split('/');
  const port = /^\d{1,5}$/.test(number) ? Number(number) : 0;
  const isWrong = surplus.length > 0 || port < 1 || port > PORT_MAX || !isProtocol(protocol);
  if (isWrong)
    return failure([refuseFlow('port', text, `a port from 1 to ${PORT_MAX} and TCP, UDP or SCTP, such as 443/TCP`)]);
  return success({ protocol, port });
}
