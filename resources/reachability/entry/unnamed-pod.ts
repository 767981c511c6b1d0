import type { NamedContainerPort } from '../peers/workload';
import type { BoundRule } from '../solve/bind-rules';
import { isAbout, said, withoutPolicy, type AskedFlow, type EndReason, type Match } from '../solve/explain';
import type { Governing, GoverningPolicy } from '../solve/governing';

/** A call of a workload by a pod that no file names. */
export interface UnnamedCall extends Pick<AskedFlow, 'protocol' | 'port' | 'sets' | 'mayNameMore' | 'isClosed'> {
  /** Ports that the workload names. */
  readonly names: readonly NamedContainerPort[];
}

/**
 * What a workload's policies may say of a call by a pod that no file names: one reason for each of `allowed` and `denied`
 * that some pod would meet. Its labels and those of its namespace may be any, so a rule that selects pods by labels may be
 * about it. A rule that isn't sure leaves both outcomes, and what the tiers say after it.
 */
export function saidOfUnnamedPod({ admin, namespace, baseline }: Governing, call: UnnamedCall): readonly EndReason[] {
  const found: EndReason[] = [];
  const ask = (tier: Answered): boolean => {
    found.push(...tier.said);
    return tier.goesOn;
  };
  const isOpen =
    ask(askTier(admin.policies, call)) &&
    ask(askNamespace(namespace.policies, call)) &&
    ask(askTier(baseline.policies, call));
  const common = { policy: undefined, rule: undefined } as const;
  if (isOpen) found.push({ ...common, ...(call.isClosed ? withoutPolicy.closed : withoutPolicy.open) });
  return (['allowed', 'denied'] as const).flatMap((verdict) => found.find((one) => one.verdict === verdict) ?? []);
}

/** What a tier may decide, and whether the next may be asked. */
interface Answered {
  readonly said: readonly EndReason[];
  readonly goesOn: boolean;
}

/** Policies of one priority may be asked in any order, so each may be the first of them. */
function askTier(policies: readonly GoverningPolicy[], call: UnnamedCall): Answered {
  const found: EndReason[] = [];
  let passes = false;
  const priorities = [...new Set(policies.map(({ policy }) => policy.priority))];
  for (const priority of priorities) {
    const followed = policies.filter(({ policy }) => policy.priority === priority).map((one) => follow(one, call));
    found.push(...followed.flatMap((one) => one.said));
    passes ||= followed.some((one) => one.passes);
    if (followed.some(({ isDecided }) => isDecided)) return { said: found, goesOn: passes };
  }
  return { said: found, goesOn: true };
}

interface Followed {
  readonly said: readonly EndReason[];
  /** Whether it may pass the call to the next tier. */
  readonly passes: boolean;
  /** Whether one of its rules is surely about the call. */
  readonly isDecided: boolean;
}

function follow({ rules, certain }: GoverningPolicy, call: UnnamedCall): Followed {
  const matches = rules.map((bound) => ({ bound, match: matchOf(bound, certain, call) }));
  const last = matches.findIndex(({ match }) => match === 'yes');
  const met = (last === -1 ? matches : matches.slice(0, last + 1)).filter(({ match }) => match !== 'no');
  return {
    said: met.flatMap(({ bound }) =>
      bound.action === 'pass' ? [] : [said(bound.action === 'accept' ? 'allowed' : 'denied', bound)],
    ),
    passes: met.some(({ bound }) => bound.action === 'pass'),
    isDecided: last !== -1,
  };
}

/** Of all that policies of a namespace say the strongest counts: what denies, then what accepts, then isolation. */
function askNamespace(policies: readonly GoverningPolicy[], call: UnnamedCall): Answered {
  const matched = policies.flatMap(({ rules, certain }) =>
    rules.map((bound) => ({ bound, match: matchOf(bound, certain, call) })),
  );
  const found: EndReason[] = [];
  for (const [action, verdict] of [
    ['deny', 'denied'],
    ['accept', 'allowed'],
  ] as const) {
    const met = matched.filter(({ bound, match }) => bound.action === action && match !== 'no');
    found.push(...met.map(({ bound }) => said(verdict, bound)));
    if (met.some(({ match }) => match === 'yes')) return { said: found, goesOn: false };
  }
  const isolating = policies.filter(({ policy }) => policy.isolates);
  const why = 'policies govern this end, and no rule of theirs lets every pod in';
  const [first] = isolating;
  if (first !== undefined) found.push({ verdict: 'denied', policy: first.policy, rule: undefined, why });
  return { said: found, goesOn: !isolating.some(({ certain }) => certain) };
}

function matchOf(bound: BoundRule, isGoverned: boolean, call: UnnamedCall): Match {
  const about = isAbout(bound, call);
  if (about === 'no') return 'no';
  const { pods, rule } = bound;
  if (pods.certain.inverted) return isGoverned && about === 'yes' ? 'yes' : 'perhaps';
  return pods.possible.inverted || rule.peers.some(({ kind }) => kind === 'pods') ? 'perhaps' : 'no';
}
