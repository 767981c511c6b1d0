import { parseIp } from '../../../model/address/ip';
import { failure, problem, success, type Problem, type Result } from '../../../model/problem';
import { workloadName } from '../peers/workload';
import type { Verdict } from '../solve/answers';
import type { EndReason } from '../solve/explain';
import type { Reachability } from '../solve/reachability';
import { isProtocol, PORT_MAX, type Protocol } from '../traffic/traffic';
import { told } from './flows';

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
    return failure([refusal('from', `${from} and ${to}`, 'a workload at one end at least')]);
  return success(answer(reachability, { caller: caller.value, called: called.value, ...traffic.value }));
}

interface End {
  readonly side: 'pods' | 'outside';
  readonly member: number;
}

interface Asked {
  readonly caller: End;
  readonly called: End;
  readonly protocol: Protocol;
  readonly port: number;
}

function answer(reachability: Reachability, { caller, called, protocol, port }: Asked): FlowAnswer {
  const reasons: { direction: 'ingress' | 'egress'; reason: EndReason }[] = [];
  const ask = (direction: 'ingress' | 'egress', end: End, peer: End): void => {
    if (end.side === 'outside') return;
    reasons.push({ direction, reason: reachability.explain(direction, end.member, { ...peer, protocol, port }) });
  };
  ask('egress', caller, called);
  ask('ingress', called, caller);
  const verdict = verdictOf(reachability, { caller, called, protocol, port });
  const onNode = [caller, called].some((one) => isOnNode(reachability, one));
  const node =
    onNode && verdict === 'depends' ? ['an end has the address of its node: on one node they always meet'] : [];
  return { verdict, because: [...reasons.map(({ direction, reason }) => told(direction, reason)), ...node] };
}

function verdictOf(reachability: Reachability, { caller, called, protocol, port }: Asked): Verdict {
  const { answers } = reachability;
  const passed =
    caller.side === 'outside'
      ? reachability.fromOutside(caller.member, called.member)
      : called.side === 'outside'
        ? reachability.toOutside(caller.member, called.member)
        : reachability.between(caller.member, called.member);
  return answers.verdictOf(passed, protocol, port);
}

function isOnNode({ workloads }: Reachability, { side, member }: End): boolean {
  return side === 'pods' && workloads[member]?.hostNetwork === true;
}

function readEnd({ workloads, outside }: Reachability, at: string, text: string): Result<End> {
  if (!text.includes('/')) {
    const address = parseIp(text);
    if (address.ok) return success({ side: 'outside', member: outside.numberOf(address.value) });
    if (outside.names.includes(text)) return success({ side: 'outside', member: outside.numberOfName(text) });
  }
  const found = workloads.flatMap((one, index) =>
    workloadName(one) === text || `${one.namespace}/${one.name}` === text ? [index] : [],
  );
  const [member, ...others] = found;
  if (member === undefined)
    return failure([refusal(at, text, 'a workload as namespace/name, an address, or a host name of a policy')]);
  if (others.length === 0) return success({ side: 'pods', member });
  const names = workloads.filter((_, index) => found.includes(index)).map(workloadName);
  return failure([refusal(at, text, `one of ${names.join(', ')}`)]);
}

function readTraffic(text: string): Result<Pick<Asked, 'protocol' | 'port'>> {
  const [number = '', protocol = 'TCP', ...surplus] = text.split('/');
  const port = /^\d{1,5}$/.test(number) ? Number(number) : 0;
  const isWrong = surplus.length > 0 || port < 1 || port > PORT_MAX || !isProtocol(protocol);
  if (isWrong)
    return failure([refusal('port', text, `a port from 1 to ${PORT_MAX} and TCP, UDP or SCTP, such as 443/TCP`)]);
  return success({ protocol, port });
}

function refusal(at: string, got: string, want: string): Problem {
  return problem({
    code: 'flow-not-understood',
    at: [at],
    what: 'this flow can’t be asked about',
    got,
    want,
    next: 'run ndc prove reachability to see the names of all workloads',
  });
}
