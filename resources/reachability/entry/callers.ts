import type { Answer, Verdict } from '../solve/answers';
import type { EndReason } from '../solve/explain';
import type { EndGroup, Reachability } from '../solve/reachability';
import { nameOf, told } from '../query/flows';
import type { Backend } from './service-directory';
import { saidOfUnnamedPod } from './unnamed-pod';

/** Who may be seen to call a backend, where traffic from outside comes in. */
export type Callers =
  /** Addresses outside; nodes put their own in place of them, unless the Service says that they don't. */
  | { readonly kind: 'clients'; readonly keepsSource: boolean }
  /** What stands in front of the cluster, of which no file tells the pods: any pod, or something on a node. */
  | { readonly kind: 'proxies' }
  /** What stands in front of the cluster: these workloads, by their numbers. */
  | { readonly kind: 'workloads'; readonly workloads: readonly number[] };

/** What becomes of the calls of one kind of caller. */
export interface CallerVerdict {
  /** In few words, who. */
  readonly caller: string;
  readonly verdict: Verdict;
  /** What decides for the backend; both ways where the verdict depends on which caller it is. */
  readonly because: readonly string[];
}

type Port = Pick<Backend, 'workload' | 'protocol' | 'port' | 'families'>;

/** Judges which callers a backend lets in. Where nodes call, one does so from the backend's own node (rules 15 and 20). */
export class CallerJudge {
  private readonly groups: ReadonlyMap<number, EndGroup>;
  private readonly known = new Map<EndGroup, Map<string, CallerVerdict>>();

  public constructor(private readonly reachability: Reachability) {
    this.groups = new Map(
      reachability.groups.ingress.flatMap((group) => group.ends.map((end) => [end, group] as const)),
    );
  }

  /** What becomes of the calls of each kind of caller. */
  public judge(callers: Callers, port: Port): readonly CallerVerdict[] {
    switch (callers.kind) {
      case 'clients':
        return [this.ofOutside(port), ...(callers.keepsSource ? [] : [OWN_NODE])];
      case 'proxies':
        return [this.ofUnnamedPods(port), this.ofOutside(port), OWN_NODE];
      case 'workloads':
        return callers.workloads.map((from) => this.ofWorkload(from, port));
    }
  }

  private ofOutside(port: Port): CallerVerdict {
    return this.once('outside', port, (group) => {
      const { outside, answers } = this.reachability;
      const firsts = new Map<Verdict, number>();
      for (const atom of outside.addresses.ofFamilies(port.families)) {
        const verdict = answers.verdictOf(group.maps.outside.get(atom), port.protocol, port.port);
        if (!firsts.has(verdict)) firsts.set(verdict, atom);
      }
      const reasons = sortedVerdicts([...firsts.keys()]).map((verdict) =>
        this.reachability.explain('ingress', port.workload, {
          side: 'outside',
          member: firsts.get(verdict) ?? 0,
          protocol: port.protocol,
          port: port.port,
        }),
      );
      return verdictOf('addresses outside and other nodes', [...firsts.keys()], reasons);
    });
  }

  private ofUnnamedPods(port: Port): CallerVerdict {
    return this.once('pods', port, () => {
      const { workloads, answers, isClosed } = this.reachability;
      const { protocol, port: number } = port;
      const called = workloads[port.workload];
      const mayNameMore = called?.isPartlyKnown === true;
      const names = called?.ports ?? [];
      const call = { protocol, port: number, sets: answers.sets, names, mayNameMore, isClosed };
      // Policies never govern for certain what has the address of its node, so it is open to some pod, as it must be.
      const reasons = saidOfUnnamedPod(this.reachability.governing('ingress', port.workload), call);
      return verdictOf(
        'any pod',
        reasons.map(({ verdict }) => verdict),
        reasons,
      );
    });
  }

  private ofWorkload(from: number, { workload, protocol, port }: Port): CallerVerdict {
    const { answers } = this.reachability;
    const answer: Answer = this.reachability.between(from, workload);
    const because = [
      told('egress', this.reachability.explain('egress', from, { side: 'pods', member: workload, protocol, port })),
      told('ingress', this.reachability.explain('ingress', workload, { side: 'pods', member: from, protocol, port })),
    ];
    return { caller: nameOf(this.reachability, from), verdict: answers.verdictOf(answer, protocol, port), because };
  }

  /** Workloads that the same policies govern answer alike. */
  private once(kind: string, port: Port, judge: (group: EndGroup) => CallerVerdict): CallerVerdict {
    const group = this.groups.get(port.workload);
    if (group === undefined) throw new RangeError(`no workload has the number ${port.workload}`);
    const key = `${kind} ${port.port}/${port.protocol} ${port.families.join()}`;
    const known = this.known.get(group) ?? new Map<string, CallerVerdict>();
    this.known.set(group, known);
    const found = known.get(key) ?? judge(group);
    known.set(key, found);
    return found;
  }
}

/** One verdict of several: that on which all agree, or else nobody can tell. */
export function jointVerdict(verdicts: readonly Verdict[]): Verdict {
  const [first = 'depends'] = verdicts;
  return verdicts.every((one) => one === first) ? first : 'depends';
}

const OWN_NODE: CallerVerdict = {
  caller: 'the node of the pod',
  verdict: 'allowed',
  because: ['ingress: nothing keeps a node from its own pods'],
};

const VERDICTS: readonly Verdict[] = ['allowed', 'depends', 'denied'];

function sortedVerdicts(found: readonly Verdict[]): readonly Verdict[] {
  return VERDICTS.filter((one) => found.includes(one));
}

function verdictOf(caller: string, verdicts: readonly Verdict[], reasons: readonly EndReason[]): CallerVerdict {
  return { caller, verdict: jointVerdict(verdicts), because: reasons.map((one) => told('ingress', one)) };
}
