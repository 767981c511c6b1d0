import { parseIp } from '../../../model/address/ip';
import { failure, problem, success, type Problem, type Result } from '../../../model/problem';
import { nearestName } from '../../../model/nearest-name';
import { workloadName, type Workload } from '../peers/workload';
import type { Reachability } from '../solve/reachability';

/** One end of a flow: a workload, or a run of addresses outside, by its number. */
export interface End {
  readonly side: 'pods' | 'outside';
  readonly member: number;
}

const UNNAMED = 'a workload as namespace/name, an address, or a host name of a policy';

/** Reads an end as somebody types it: `namespace/name`, `namespace/name[Kind]`, an address, or a host name. */
export function readEnd({ workloads, outside }: Reachability, at: string, text: string): Result<End> {
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
    return failure([{ ...refuseFlow(at, text, UNNAMED), next: nextOf(nearEnds(text, workloads)) }]);
  if (others.length === 0) return success({ side: 'pods', member });
  const names = workloads.filter((_, index) => found.includes(index)).map(workloadName);
  return failure([refuseFlow(at, text, `one of ${names.join(', ')}`)]);
}

/** How many names one may have meant are told. */
const NEAR_MAX = 3;

/** The workloads that somebody may have meant by a name: of that name in other namespaces, and the one spelt most like it. */
export function nearEnds(text: string, workloads: readonly Workload[]): readonly string[] {
  const [name = ''] = text.split('/').slice(-1);
  const plain = name.replace(/\[[^[]*\]$/, '');
  const spelt = nearestName(text, new Set(workloads.map((one) => `${one.namespace}/${one.name}`)));
  const named = workloads.filter((one) => one.name === plain).map((one) => `${one.namespace}/${one.name}`);
  return [...new Set([...(spelt === undefined ? [] : [spelt]), ...named])].slice(0, NEAR_MAX);
}

/** What to do about a name that nothing has: the names that may have been meant, or where to find all. */
export function nextOf(near: readonly string[]): string {
  return near.length > 0
    ? `did you mean ${near.join(' or ')}?`
    : 'run ndc prove reachability to see the names of all workloads';
}

/** The problem of a flow that can't be asked about. */
export function refuseFlow(at: string, got: string, want: string): Problem {
  return problem({
    code: 'flow-not-understood',
    at: [at],
    what: 'this flow can’t be asked about',
    got,
    want,
    next: nextOf([]),
  });
}

/** How a workload is called. */
export function nameOf({ workloads }: Reachability, end: number): string {
  const workload = workloads[end];
  if (workload === undefined) throw new RangeError(`no workload has the number ${end}`);
  return workloadName(workload);
}

/** How an end is called: a workload by its name, addresses by their first and last. */
export function endText(reachability: Reachability, { side, member }: End): string {
  return side === 'pods' ? nameOf(reachability, member) : reachability.outside.textOf(member, member);
}
