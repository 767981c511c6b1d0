import { rulesOf, type Policy, type PolicyRule } from '../../reachability/policy/policy';
import { listMembers, type MemberSet } from '../../reachability/peers/peer-set';
import type { PodIndex } from '../../reachability/peers/pod-index';
import type { ClusterInput } from '../../reachability/cluster-input';
import type { Labels } from '../../reachability/peers/label-index';
import { selects } from '../../label-selector';
import { NAMESPACE_NAME_LABEL } from '../../../model/naming';
import { indexAgain } from '../../reachability/solve/index-pods';
import { ClusterReachability } from './cluster-reachability';
import { comparePaths, type PathDifference } from './compare-paths';

/** One edit of a cluster: policies that are taken out and put in, or other labels of a namespace. */
export type ClusterEdit =
  | { readonly kind: 'policies'; readonly out: readonly Policy[]; readonly in: readonly Policy[] }
  | { readonly kind: 'labels'; readonly namespace: string; readonly labels: Labels };

/** What differs after an edit, and how much of the cluster had to be solved again to tell. */
export interface Reproof {
  /** In the order in which they are found, each when it is asked for. */
  readonly differences: Iterable<PathDifference>;
  /** How many workloads were solved again. */
  readonly touched: number;
}

/**
 * The differences between open and declared paths at the ends that an edit touches, after it. What an end lets pass
 * follows from the policies that govern it alone, so only the ends are solved again that a changed policy governs, or one
 * that names a changed namespace; all others let pass what they did.
 */
export function reprove(before: ClusterReachability, edit: ClusterEdit): Reproof {
  const input = edited(before.input, edit);
  const { pods: known } = before.reachability;
  const pods = edit.kind === 'labels' ? indexAgain(known, input, before.profile) : known.aside();
  const after: Edited = { before, input, pods };
  const touched = touchedEnds(after, edit);
  const policies = input.policies.filter((one) => governs(pods, one, touched));
  const places = new Set([...touched].map((end) => input.workloads[end]?.namespace ?? ''));
  const declared = [...new Set([...places].flatMap((name) => before.declaredAt(name)))];
  const paths = { ...before, input: { ...input, policies }, declared, places: [] };
  const solved = new ClusterReachability(paths, { before: before.reachability, touched, pods });
  return { differences: comparePaths(solved, touched), touched: touched.size };
}

interface Edited {
  readonly before: ClusterReachability;
  /** After the edit. */
  readonly input: ClusterInput;
  readonly pods: PodIndex;
}

/** The input of a cluster after an edit. */
export function edited(input: ClusterInput, edit: ClusterEdit): ClusterInput {
  if (edit.kind === 'labels') {
    const namespaces = new Map(input.namespaces).set(edit.namespace, edit.labels);
    const partlyKnown = [...(input.partlyKnownNamespaces ?? [])].filter((one) => one !== edit.namespace);
    return { ...input, namespaces, partlyKnownNamespaces: new Set(partlyKnown) };
  }
  const out = new Set(edit.out);
  return { ...input, policies: [...input.policies.filter((one) => !out.has(one)), ...edit.in] };
}

function touchedEnds({ before, input, pods }: Edited, edit: ClusterEdit): ReadonlySet<number> {
  if (edit.kind === 'policies') return governedBy(pods, input, [...edit.out, ...edit.in]);
  const changed = changesOf(before.input.namespaces.get(edit.namespace), edit);
  const policies = input.policies.filter(
    (policy) => changed(policy.subject.namespaces) || rulesOf(policy).some((rule) => namesChanged(rule, changed)),
  );
  const own = before.workloadsOf(edit.namespace);
  const formerly = governedBy(before.reachability.pods, before.input, policies);
  return new Set([...formerly, ...governedBy(pods, input, policies), ...own]);
}

type Changed = (namespaces: Policy['subject']['namespaces']) => boolean;

/** Whether a selector takes the namespace by its new labels and not by its old ones, or the other way round. */
function changesOf(old: Labels | undefined, { namespace, labels }: { namespace: string; labels: Labels }): Changed {
  const named = (one: Labels): Labels => new Map([...one, [NAMESPACE_NAME_LABEL, namespace]]);
  const [before, after] = [named(old ?? new Map<string, string>()), named(labels)];
  return (namespaces) => namespaces !== 'own' && selects(namespaces, before) !== selects(namespaces, after);
}

function namesChanged({ peers }: PolicyRule, changed: Changed): boolean {
  return peers.some((peer) => peer.kind === 'pods' && changed(peer.namespaces));
}

function governedBy(pods: PodIndex, { workloads }: ClusterInput, policies: readonly Policy[]): ReadonlySet<number> {
  const ends = new Set<number>();
  for (const { subject, resource } of policies) {
    const { certain, possible } = pods.select(subject, resource.namespace);
    for (const set of [certain, possible]) for (const end of listMembers(set, workloads.length)) ends.add(end);
  }
  return ends;
}

/** Whether a policy governs one of these ends, or may. */
function governs(pods: PodIndex, { subject, resource }: Policy, ends: ReadonlySet<number>): boolean {
  const { certain, possible } = pods.select(subject, resource.namespace);
  return meets(certain, ends) || meets(possible, ends);
}

function meets({ inverted, listed }: MemberSet, ends: ReadonlySet<number>): boolean {
  if (inverted) return [...ends].some((end) => !listed.has(end));
  const [few, many] = listed.size < ends.size ? [listed, ends] : [ends, listed];
  return [...few].some((end) => many.has(end));
}
