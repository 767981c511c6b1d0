import type { Policy, PolicyRule } from '../policy/policy';
import type { Protocol } from '../traffic/traffic';
import { hasMember, type Matched } from '../peers/peer-set';
import type { NamedContainerPort } from '../peers/workload';
import type { TrafficSets } from '../traffic/traffic-sets';
import type { Verdict } from './answers';
import type { BoundRule } from './bind-rules';
import { isNamed, type Side } from './end-maps';
import type { Governing, GoverningPolicy } from './governing';

/** What one end says of one flow, and by which rule of which policy. */
export interface EndReason {
  readonly verdict: Verdict;
  /** Undefined where no policy decides. */
  readonly policy: Policy | undefined;
  /** Undefined where a policy decides by having no rule for the flow. */
  readonly rule: PolicyRule | undefined;
  /** In few words, why. */
  readonly why: string;
}

/** One flow as one end sees it. */
export interface AskedFlow {
  readonly side: Side;
  /** The number of the peer. */
  readonly member: number;
  readonly protocol: Protocol;
  readonly port: number;
  /** Ports that the end which is called names itself. */
  readonly names: readonly NamedContainerPort[];
  /** Whether it may name others too. */
  readonly mayNameMore: boolean;
  readonly sets: TrafficSets;
  /** Whether the end's answer depends on what nobody can tell; if not, what nobody can tell decides nothing. */
  readonly isOpen: boolean;
  /** Whether nothing passes of which no policy says anything. */
  readonly isClosed: boolean;
}

/** Whether a rule is about a flow. */
export type Match = 'yes' | 'no' | 'perhaps';

/** What becomes of a flow of which no policy says anything, as the network plugin has it. */
export const withoutPolicy = {
  closed: { verdict: 'denied', why: 'no policy lets it pass, and the network plugin lets nothing pass without one' },
  open: { verdict: 'allowed', why: 'no policy says anything, so it is open' },
} as const satisfies Readonly<Record<string, Pick<EndReason, 'verdict' | 'why'>>>;

/** Tells by which rule an end says what it says of a flow: asks its policies tier by tier, to the first that decides. */
export function explainEnd({ admin, namespace, baseline }: Governing, flow: AskedFlow): EndReason {
  const first = decideTier(admin.policies, flow);
  if (first !== undefined && first !== 'passed') return first;
  const inNamespace = decideNamespace(namespace.policies, flow);
  if (inNamespace !== undefined) return inNamespace;
  const last = decideTier(baseline.policies, flow);
  if (last !== undefined && last !== 'passed') return last;
  return { policy: undefined, rule: undefined, ...(flow.isClosed ? withoutPolicy.closed : withoutPolicy.open) };
}

function decideTier(policies: readonly GoverningPolicy[], flow: AskedFlow): EndReason | 'passed' | undefined {
  for (const policy of policies) {
    for (const bound of policy.rules) {
      const match = matchOf(bound, flow);
      if (match === 'no') continue;
      const isSure = match === 'yes' && policy.certain;
      if (!isSure && flow.isOpen) return depends(untold(bound), bound);
      if (!isSure) continue;
      const rivals = policies.filter((one) => one !== policy && one.policy.priority === policy.policy.priority);
      const rival = rivals
        .flatMap(({ rules }) => rules)
        .find((one) => one.action !== bound.action && matchOf(one, flow) !== 'no');
      if (rival !== undefined && flow.isOpen)
        return depends('another policy of the same priority says otherwise', bound);
      if (bound.action === 'pass') return 'passed';
      return said(bound.action === 'accept' ? 'allowed' : 'denied', bound);
    }
  }
  return undefined;
}

function decideNamespace(policies: readonly GoverningPolicy[], flow: AskedFlow): EndReason | undefined {
  const isolating = policies.filter(({ policy }) => policy.isolates);
  const matched = policies.flatMap(({ certain, rules }) =>
    rules.flatMap((bound) => {
      const match = matchOf(bound, flow);
      return match === 'no' ? [] : [{ bound, isSure: certain && match === 'yes' }];
    }),
  );
  const of = (action: PolicyRule['action'], isSure: boolean): BoundRule | undefined =>
    matched.find((one) => one.bound.action === action && one.isSure === isSure)?.bound;
  const denies = of('deny', true);
  if (denies !== undefined) return said('denied', denies);
  const mayDeny = of('deny', false);
  if (mayDeny !== undefined && flow.isOpen) return depends(untold(mayDeny), mayDeny);
  const accepts = of('accept', true);
  if (accepts !== undefined) return said('allowed', accepts);
  const mayAccept = of('accept', false);
  if (mayAccept !== undefined && flow.isOpen) return depends(untold(mayAccept), mayAccept);
  if (isolating.length === 0) return undefined;
  if (!isolating.some(({ certain }) => certain) && !flow.isClosed)
    return depends('nobody can tell whether a policy governs this end');
  const why = 'policies govern this end, and no rule of theirs lets the flow pass';
  return { verdict: 'denied', policy: isolating.find(({ certain }) => certain)?.policy, rule: undefined, why };
}

function untold({ policy }: BoundRule): string {
  if (policy.isDoubtful === true) return 'nobody can tell whether this policy is in force';
  return 'nobody can tell whether this rule is about the flow';
}

function matchOf(bound: BoundRule, flow: AskedFlow): Match {
  const about = isAbout(bound, flow);
  if (about === 'no') return 'no';
  const of = membership(bound[flow.side], flow.member);
  return about === 'yes' || of === 'no' ? of : 'perhaps';
}

/** Whether a rule is about a port, by its number or by the name that the end which is called gives it, or may give it. */
export function isAbout(
  { traffic, named }: Pick<BoundRule, 'traffic' | 'named'>,
  { protocol, port, names, mayNameMore, sets }: Pick<AskedFlow, 'protocol' | 'port' | 'names' | 'mayNameMore' | 'sets'>,
): Match {
  if (sets.holds(traffic, protocol, port)) return 'yes';
  const isByName = names.some(
    (one) => one.protocol === protocol && one.port === port && named.some((name) => isNamed(name, one)),
  );
  if (isByName) return 'yes';
  const mayBeNamed = mayNameMore && named.some((one) => one.protocol === undefined || one.protocol === protocol);
  return mayBeNamed ? 'perhaps' : 'no';
}

function membership({ certain, possible }: Matched, member: number): Match {
  if (hasMember(certain, member)) return 'yes';
  return hasMember(possible, member) ? 'perhaps' : 'no';
}

/** What a rule decides of a flow that it is about. */
export function said(verdict: EndReason['verdict'], { policy, rule }: BoundRule): EndReason {
  return { verdict, policy, rule, why: `${rule.where} ${rule.action === 'deny' ? 'denies' : 'accepts'} it` };
}

function depends(why: string, bound?: BoundRule): EndReason {
  return { verdict: 'depends', policy: bound?.policy, rule: bound?.rule, why };
}
