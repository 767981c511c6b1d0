import type { JsonObject } from '../../../../resources/resource';
import { get, text, type End, type Json } from './matching';
import {
  rulesOfClusterPolicy,
  strongest,
  words,
  wordsOfCiliumPolicy,
  wordsOfNetworkPolicy,
  type ClusterRule,
  type Question,
  type Said,
} from './verdicts';

/** One flow: what begins it, what is called, and on which port. */
export interface OracleFlow extends Pick<Question, 'facts'> {
  readonly from: End;
  readonly to: End;
  readonly protocol: string;
  readonly port: number;
}

/** What becomes of a flow; `depends` where the specification leaves it open. */
export type Verdict = 'allowed' | 'denied' | 'depends';

/** How a tier of the cluster's policies may end: no rule was met, or the first that was. */
type Outcome = ClusterRule['action'] | 'none';

/**
 * Judges one flow by walking every policy at both of its ends. It shares nothing with the engine: the numbers in the
 * comments are those of the semantic rules. What is open is tried both ways; of what comes out, all is kept.
 */
export function judge(objects: readonly JsonObject[], flow: OracleFlow, plugin: Question['plugin']): Verdict {
  const { from, to, protocol, port, facts } = flow;
  if (from === to && typeof from !== 'string' && from.kind === 'Pod') return 'allowed'; // rule 21
  const traffic = { protocol, port, to };
  const ends: readonly (readonly boolean[])[] = [
    typeof from === 'string'
      ? [true]
      : judgeEnd(objects, { direction: 'egress', pod: from, peer: to, traffic, plugin, facts }),
    typeof to === 'string'
      ? [true]
      : judgeEnd(objects, { direction: 'ingress', pod: to, peer: from, traffic, plugin, facts }),
  ]; // rule 4
  if (ends.every((end) => !end.includes(false))) return 'allowed';
  const isOnNode = [from, to].some((one) => typeof one !== 'string' && one.hostNetwork); // rules 20 and 22
  return !isOnNode && ends.some((end) => !end.includes(true)) ? 'denied' : 'depends';
}

/** Every answer that one end may give (rules 28 and 31 to 33): whether it lets the flow pass. */
export function judgeEnd(objects: readonly JsonObject[], question: Question): readonly boolean[] {
  const answers = new Set<boolean>();
  const settle = (outcomes: readonly Outcome[], next: () => void): void => {
    if (outcomes.includes('Accept')) answers.add(true);
    if (outcomes.includes('Deny')) answers.add(false);
    if (outcomes.includes('none') || outcomes.includes('Pass')) next();
  };
  settle(outcomesOf(objects, ADMIN, question), () => {
    const middle = strongest(objects.flatMap((object) => saidBy(object, question)));
    if (middle.includes(words.allows)) answers.add(true);
    if (middle.includes(words.denies) || middle.includes(words.isolates)) answers.add(false);
    if (middle.includes(words.silent))
      settle(outcomesOf(objects, BASELINE, question), () => answers.add(isOpenWithoutPolicy(question)));
  });
  return [...answers];
}

/** Pods with the addresses of their nodes are no endpoints that a plugin closes (rule 22). */
function isOpenWithoutPolicy({ facts, pod }: Question): boolean {
  return facts?.isClosed !== true || pod.hostNetwork;
}

/** What a policy of the middle tier says of one flow; other policies say nothing there. */
export function saidBy(object: JsonObject, question: Question): readonly Said[] {
  if (object['kind'] === 'NetworkPolicy') return wordsOfNetworkPolicy(object, question);
  return text(object, 'kind').startsWith('Cilium') ? wordsOfCiliumPolicy(object, question) : [];
}

/** The first tier and the last, and the kinds that stood for them before. */
export const ADMIN = { tier: 'Admin', older: 'AdminNetworkPolicy' };
export const BASELINE = { tier: 'Baseline', older: 'BaselineAdminNetworkPolicy' };

interface Ranked {
  readonly priority: Json;
  readonly rules: readonly ClusterRule[];
}

/** Every way in which a tier of the cluster's policies may end for one flow. */
export function outcomesOf(
  objects: readonly JsonObject[],
  { tier, older }: typeof ADMIN,
  question: Question,
): readonly Outcome[] {
  const ranked = objects
    .filter(({ kind, spec }) => kind === older || (kind === 'ClusterNetworkPolicy' && get(spec, 'tier') === tier))
    .map((object) => ({ priority: get(object['spec'], 'priority'), rules: rulesOfClusterPolicy(object, question) }));
  return walk(ranked.filter(({ rules }) => rules.some(({ match }) => match !== 'no')));
}

/** Rules 29 and 30: lower priorities first, policies of one priority (or without any) in every order there is. */
function walk(policies: readonly Ranked[]): readonly Outcome[] {
  if (policies.length === 0) return ['none'];
  const isNext = ({ priority }: Ranked): boolean => !policies.some((one) => Number(one.priority) < Number(priority));
  const ends = policies.filter(isNext).flatMap((first) => {
    const met = follow(first.rules);
    const later = met.includes('none') ? walk(policies.filter((one) => one !== first)) : [];
    return [...met.filter((one) => one !== 'none'), ...later];
  });
  return [...new Set(ends)];
}

/** Rule 29: the first rule that is met decides; one that may be met decides or doesn't. */
function follow(rules: readonly ClusterRule[]): readonly Outcome[] {
  const certain = rules.findIndex(({ match }) => match === 'yes');
  const reached = certain === -1 ? rules : rules.slice(0, certain + 1);
  const met = reached.filter(({ match }) => match !== 'no').map(({ action }) => action);
  return certain === -1 ? [...met, 'none'] : met;
}
