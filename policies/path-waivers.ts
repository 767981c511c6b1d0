import { parseIp } from '../model/address/ip';
import { groupBy } from '../model/group-by';
import type { FactPath } from '../model/problem';
import { namespaceOf } from '../resources/reachability/peers/workload';
import type { FlowChange } from '../resources/reachability/query/changes';
import type { AssemblyView } from '../resources/view/assembly-view';
import type { PathDifference } from '../resources/view/reachability/compare-paths';
import { commonRanges } from '../resources/view/reachability/sites/site-crossings';
import type { NamedPolicy, SkippedFinding } from './evaluation';
import { evaluate } from './evaluate';

/** An exception that accepts what a rule finds about a path. */
export interface PathWaiver {
  /** Id of the exception. */
  readonly exception: string;
  /** Id of the rule. */
  readonly policy: string;
  /** What the rule judged: a namespace at an end of the path, or the object that decides about it. */
  readonly subject: string;
  /** Last day on which it counts: `YYYY-MM-DD`. */
  readonly expires: string;
  readonly origin: FactPath;
}

/** What waivers are looked for in. */
export interface WaivedAssembly {
  readonly view: AssemblyView;
  readonly policies: readonly NamedPolicy[];
  /** `YYYY-MM-DD`; an exception that doesn't count on this day waives nothing. */
  readonly today: string;
}

/** Rules about the paths of a namespace, by what they find there. */
const PATH_RULES: Readonly<Record<string, PathDifference['kind']>> = {
  'reachability/disallow-undeclared-paths': 'undeclared',
  'reachability/require-open-paths': 'closed',
};

/** Folders of the rules that judge what a network policy lets pass. */
const POLICY_RULES = /^(?:network|cilium|peers)\//;

/** The exceptions of an assembly that excuse a finding about a path today, as the gate applies them. */
export class PathWaivers {
  private readonly skipped: ReadonlyMap<string, readonly SkippedFinding[]>;
  private readonly differences = new Map<string, readonly PathDifference[]>();

  /** Judges the assembly by the rules that its exceptions name, and by no other. */
  public constructor(private readonly assembly: WaivedAssembly) {
    const { view, policies, today } = assembly;
    const { exceptions } = view.model;
    const named = new Set(exceptions.map(({ policy }) => policy));
    const rules = { policies: policies.filter(({ id }) => named.has(id)), faults: [] };
    const { results } = evaluate(rules, { view, today }, exceptions);
    this.skipped = groupBy(
      results.flatMap(({ skip }) => skip),
      ({ subject }) => subject,
    );
  }

  /**
   * The waivers that accept a finding about what changed between two ends of a cluster, by id: of the rules that compare open
   * paths with declared ones, on the namespaces of both ends; and of rules about network policies, on those that decide.
   */
  public of(change: FlowChange, cluster: string): readonly PathWaiver[] {
    const namespaces = [change.from, change.to].flatMap((end) => namespaceOf(end) ?? []);
    const found = [
      ...namespaces.flatMap((name) =>
        this.findings(`namespace/${cluster}/${name}`).filter(({ policy }) =>
          this.isFound(change, { cluster, name, policy }),
        ),
      ),
      ...change.objects.flatMap((id) => this.findings(id).filter(({ policy }) => POLICY_RULES.test(policy))),
    ];
    return found
      .flatMap((finding) => this.waiverOf(finding))
      .toSorted((a, b) => (`${a.exception} ${a.subject}` < `${b.exception} ${b.subject}` ? -1 : 1));
  }

  private findings(subject: string): readonly SkippedFinding[] {
    return this.skipped.get(subject) ?? [];
  }

  /** Whether what changed is among what a rule finds in a namespace. */
  private isFound(
    { from, to, protocol, ports }: FlowChange,
    { cluster, name, policy }: { readonly cluster: string; readonly name: string; readonly policy: string },
  ): boolean {
    const ranges = ports.map(([first, last]) => ({ protocol, first, last }));
    return this.differencesAt(cluster, name).some(
      (one) =>
        one.kind === PATH_RULES[policy] &&
        isSameEnd(one.from, from) &&
        isSameEnd(one.to, to) &&
        commonRanges(one.ranges, ranges).length > 0,
    );
  }

  private differencesAt(cluster: string, namespace: string): readonly PathDifference[] {
    const { model, reachability } = this.assembly.view;
    const key = `${cluster}/${namespace}`;
    const of = model.tryCluster(cluster);
    const found = this.differences.get(key) ?? (of === undefined ? [] : reachability.differencesAt(of, namespace));
    this.differences.set(key, found);
    return found;
  }

  private waiverOf({ exception, policy, subject }: SkippedFinding): readonly PathWaiver[] {
    const known = this.assembly.view.model.exceptions.find(({ id }) => id === exception);
    return known === undefined ? [] : [{ exception, policy, subject, expires: known.expires, origin: known.origin }];
  }
}

/** Whether two ends are one, or runs of addresses that meet: what a state tells apart cuts them. */
function isSameEnd(one: string, other: string): boolean {
  if (one === other) return true;
  const [left, right] = [readRun(one), readRun(other)];
  if (left === undefined || right === undefined) return false;
  return left.family === right.family && left.first <= right.last && right.first <= left.last;
}

/** Addresses as a reachability writes them: the first and the last of a run, with a hyphen. */
function readRun(text: string) {
  const [first, last] = text.split('-').map((end) => parseIp(end));
  if (first?.ok !== true || last?.ok !== true || first.value.family !== last.value.family) return undefined;
  return { family: first.value.family, first: first.value.value, last: last.value.value };
}
