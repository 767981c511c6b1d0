import { printCount } from '../../../model/print-count';
import type { Conflict } from '../../../resources/reachability/findings/conflicts';
import type { PlacedRule } from '../../../resources/reachability/findings/coverage';
import {
  exceedsPlan,
  mapUse,
  type DatapathBudget,
  type LimitUse,
} from '../../../resources/reachability/findings/datapath-budget';
import type { NeedlessRule } from '../../../resources/reachability/findings/needless-rules';
import { endText, nameOf } from '../../../resources/reachability/query/ends';
import type { Direction } from '../../../resources/reachability/policy/policy';
import type { Reachability } from '../../../resources/reachability/solve/reachability';
import type { Protocol } from '../../../resources/reachability/traffic/traffic';
import type { PagePart } from './page';

/** All that is found about the policies of a cluster as they stand. */
export interface PolicyFindings {
  readonly conflicts: readonly Conflict[];
  readonly needless: readonly NeedlessRule[];
  readonly budget: DatapathBudget;
}

/** Two rules of equal priority of which nobody can tell which decides, as they are written in JSON. */
export interface WrittenConflict {
  readonly kind: 'conflict';
  readonly tier: Conflict['tier'];
  readonly direction: Direction;
  readonly priority: number;
  /** Both rules, with what each does. */
  readonly rules: readonly string[];
  /** A flow about which they say otherwise; the pod is the one that they govern. */
  readonly pod: string;
  readonly peer: string;
  readonly protocol: Protocol;
  readonly port: number;
  /** Whether both rules surely match that flow. */
  readonly isCertain: boolean;
}

/** A rule that does nothing, as it is written in JSON. */
export interface WrittenNeedless extends Pick<NeedlessRule, 'kind' | 'direction' | 'isSpare'> {
  readonly rule: string;
  /** Rules that decide its flows, or say the same. */
  readonly coveredBy: readonly string[];
}

/** How much of a limit of the datapath is used, as it is written in JSON. */
export interface WrittenUse extends Pick<LimitUse, 'used' | 'headroomPercent'> {
  readonly kind: 'identities' | 'policy map';
  /** The workloads whose map it is; none for identities. */
  readonly workloads: readonly string[];
  readonly limit: number;
  /** Whether more is used than a plan may. */
  readonly isFinding: boolean;
}

/** One thing that is told about the policies of a cluster, as it is written in JSON. */
export type WrittenFinding = WrittenConflict | WrittenNeedless | WrittenUse;

/** All that is found as it is written in JSON: conflicts, rules that do nothing, then the datapath. */
export function writtenFindings(reachability: Reachability, found: PolicyFindings): readonly WrittenFinding[] {
  return [
    ...found.conflicts.map((one) => writtenConflict(reachability, one)),
    ...found.needless.map(writtenNeedless),
    ...writtenUses(reachability, found.budget),
  ];
}

function writtenConflict(
  reachability: Reachability,
  { tier, direction, rules, witness, isCertain }: Conflict,
): WrittenConflict {
  const { subject, peer, protocol, port } = witness;
  return {
    kind: 'conflict',
    tier,
    direction,
    priority: rules[0].policy.priority,
    rules: rules.map((one) => `${ruleText(one)} (${one.rule.action})`),
    pod: nameOf(reachability, subject),
    peer: endText(reachability, peer),
    protocol,
    port,
    isCertain,
  };
}

function writtenNeedless({ kind, direction, isSpare, coveredBy, ...place }: NeedlessRule): WrittenNeedless {
  return { kind, rule: ruleText(place), direction, isSpare, coveredBy: coveredBy.map(ruleText) };
}

function writtenUses(reachability: Reachability, { identities, maps }: DatapathBudget): readonly WrittenUse[] {
  return [
    writtenUse('identities', identities, []),
    ...maps.map((map) => {
      const workloads = map.ends.map((one) => nameOf(reachability, one));
      return writtenUse('policy map', mapUse(map), workloads);
    }),
  ];
}

function writtenUse(kind: WrittenUse['kind'], use: LimitUse, workloads: readonly string[]): WrittenUse {
  const { used, limit, headroomPercent } = use;
  return { kind, workloads, used, limit: limit.maximum, headroomPercent, isFinding: exceedsPlan(use) };
}

/** A rule by its policy and place: `NetworkPolicy a/web spec.ingress[0]`. */
function ruleText({ policy, rule }: PlacedRule): string {
  const { kind, namespace, name } = policy.resource;
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name} ${rule.where}`;
}

/** Whether a line is something to mend; how much of a limit is used is told anyway. */
export function isMendable(one: WrittenFinding): boolean {
  return one.kind === 'identities' || one.kind === 'policy map' ? one.isFinding : true;
}

const NEEDLESS_TEXTS: readonly (readonly [NeedlessRule['kind'], string])[] = [
  ['shadowed', 'shadowed: every flow that it matches is decided before it is asked'],
  ['redundant', 'redundant: without it all flows are answered the same'],
  ['idle', 'idle: it matches no flow of the workloads and addresses that there are'],
];

/** All that is found as a page: limits that are passed, conflicts, rules that do nothing, then how full the datapath is. */
export function findingParts(found: readonly WrittenFinding[]): readonly PagePart[] {
  const uses = found.flatMap((one) => (one.kind === 'identities' || one.kind === 'policy map' ? [one] : []));
  const conflicts = found.flatMap((one) => (one.kind === 'conflict' ? [one] : []));
  const needless = found.flatMap((one) => ('coveredBy' in one ? [one] : []));
  const over = uses.filter(({ isFinding }) => isFinding);
  const mended = printCount(found.filter(isMendable).length, 'finding');
  return [
    { head: mended, items: [] },
    ...part('limits of the datapath of which too much is used', over.map(useItem)),
    ...part('conflicts of equal priority, where nobody can tell which rule decides', conflicts.map(conflictItem)),
    ...NEEDLESS_TEXTS.flatMap(([kind, text]) =>
      part(text, needless.filter((one) => one.kind === kind).map(needlessItem)),
    ),
    { head: 'predicted datapath, if the plugin is Cilium', items: fullest(uses).map(useItem) },
  ];
}

function part(text: string, items: PagePart['items']): readonly PagePart[] {
  return items.length === 0 ? [] : [{ head: `${text} (${items.length})`, items }];
}

/** How many policy maps are told of beside those that are findings. */
const FULLEST = 3;

function fullest(uses: readonly WrittenUse[]): readonly WrittenUse[] {
  const maps = uses.filter(({ kind }) => kind === 'policy map');
  return [...uses.filter(({ kind }) => kind === 'identities'), ...maps.slice(0, FULLEST)];
}

function useItem({ kind, used, limit, headroomPercent, workloads: [first, ...others] }: WrittenUse): readonly string[] {
  const whose = first === undefined ? '' : ` of ${first}${others.length > 0 ? ` and ${others.length} alike` : ''}`;
  const counted = kind === 'identities' ? 'identities' : `entries in the policy map${whose}`;
  return [`${used} ${counted}, of ${limit}: ${headroomPercent} % left`];
}

function conflictItem({ tier, direction, priority, rules, isCertain, ...witness }: WrittenConflict): readonly string[] {
  const [from, to] = direction === 'ingress' ? [witness.peer, witness.pod] : [witness.pod, witness.peer];
  const sure = isCertain ? '' : ' perhaps';
  return [
    `${rules.join(' against ')}${sure}`,
    `${tier} tier, priority ${priority}, ${direction}; such as ${from} → ${to} ${witness.port}/${witness.protocol}`,
  ];
}

function needlessItem({ rule, direction, isSpare, coveredBy }: WrittenNeedless): readonly string[] {
  const by = coveredBy.length === 0 ? [] : [`beside ${shortList(coveredBy)}`];
  const spare = isSpare ? [] : ['taken out, it would change an answer: it is the last by which its policy governs'];
  return [`${rule} (${direction})`, ...by, ...spare];
}

/** How many rules are told beside a needless one. */
const COVERING_MAX = 3;

function shortList(names: readonly string[]): string {
  const left = names.length - COVERING_MAX;
  return `${names.slice(0, COVERING_MAX).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
