import { directions, rulesOf, type Peer, type Policy, type PolicyRule } from '../../reachability/policy/policy';
import { hasMember } from '../../reachability/peers/peer-set';
import type { PodIndex } from '../../reachability/peers/pod-index';
import type { ClusterInput } from '../../reachability/cluster-input';
import type { Labels } from '../../reachability/peers/label-index';
import { selects } from '../../label-selector';
import { NAMESPACE_NAME_LABEL } from '../../../model/naming';
import type { NetworkProfile } from '../../reachability/solve/bind-rules';
import { indexPods } from '../../reachability/solve/index-pods';
import { ClusterReachability } from './cluster-reachability';
import { comparePaths, type PathDifference } from './compare-paths';

/** One edit of a cluster: policies that are taken out and put in, or other labels of a namespace. */
export type ClusterEdit =
  | { readonly kind: 'policies'; readonly out: readonly Policy[]; readonly in: readonly Policy[] }
  | { readonly kind: 'labels'; readonly namespace: string; readonly labels: Labels };

/** What differs after an edit, and how much of the cluster had to be solved again to tell. */
export interface Reproof {
  readonly differences: readonly PathDifference[];
  /** Whether the edit touches ends that may meet everybody, so that the whole cluster was solved again. */
  readonly isWhole: boolean;
}

/** The differences between open and declared paths at the ends that an edit touches, after it. */
export function reprove(before: ClusterReachability, edit: ClusterEdit): readonly PathDifference[] {
  return reproveTouched(before, edit).differences;
}

/**
 * The same, with how much was solved again. What an end lets pass
 * follows from the policies that govern it alone, so only these ends, and those that they may meet, are solved again; an
 * end that meets everybody takes as long as the whole cluster.
 */
export function reproveTouched(before: ClusterReachability, edit: ClusterEdit): Reproof {
  const input = edited(before.input, edit);
  const pods = edit.kind === 'labels' ? indexPods(input, before.profile) : before.reachability.pods;
  const after: Edited = { before, input, pods };
  const touched = touchedEnds(after, edit);
  const met = metBy(after, touched);
  const part = partOf(after, { touched, met: met ?? new Set(input.workloads.keys()) });
  const ends = new Set(part.touched);
  const differences = [...comparePaths(new ClusterReachability({ ...before, ...part.paths }), (end) => ends.has(end))];
  return { differences, isWhole: met === undefined };
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
  const ends = policies.flatMap(({ subject, resource }) => {
    const { certain, possible } = pods.select(subject, resource.namespace);
    return [...workloads.keys()].filter((end) => hasMember(certain, end) || hasMember(possible, end));
  });
  return new Set(ends);
}

/** Those whom some ends may meet by what governs them or by what is declared; undefined where that may be anybody. */
function metBy({ before, input, pods }: Edited, touched: ReadonlySet<number>): ReadonlySet<number> | undefined {
  const met = new Set(touched);
  const governing = policiesOf({ before, input, pods }, touched);
  if (!isClosed(before, pods, { touched, governing })) return undefined;
  for (const policy of governing) {
    const { resource } = policy;
    for (const rule of rulesOf(policy)) {
      if (rule.action !== 'accept') continue;
      for (const peer of rule.peers) {
        if (peer.kind !== 'pods') {
          if (mayBeAnyPod(peer, before.profile)) return undefined;
          continue;
        }
        const { certain, possible } = pods.select(peer, resource.namespace);
        if (certain.inverted || possible.inverted) return undefined;
        for (const end of [...certain.listed, ...possible.listed]) met.add(end);
      }
    }
  }
  for (const place of placesOf(before, touched)) {
    for (const end of before.declaredAt(place).flatMap(({ from, to }) => [from, to])) {
      if (end.kind === 'pods') for (const peer of before.workloadsOf(end.namespace)) met.add(peer);
    }
  }
  return met;
}

/** Whether nothing passes at some ends but what a rule accepts. */
function isClosed(
  { profile }: ClusterReachability,
  pods: PodIndex,
  { touched, governing }: { readonly touched: ReadonlySet<number>; readonly governing: readonly Policy[] },
): boolean {
  if (profile.withoutPolicy === 'closed') return true;
  return directions.every((direction) => {
    const isolating = governing.filter((one) => one.isolates && one.rules[direction] !== undefined);
    return [...touched].every((end) =>
      isolating.some(({ subject, resource }) => hasMember(pods.select(subject, resource.namespace).certain, end)),
    );
  });
}

function mayBeAnyPod(peer: Peer, profile: NetworkProfile): boolean {
  switch (peer.kind) {
    case 'names':
    case 'nobody':
    case 'world':
      return false;
    case 'untold':
      return peer.of !== 'outside';
    case 'block':
      return profile.blocksTakePods !== 'never';
    default:
      return true;
  }
}

/** The policies that govern some ends, or may. */
function policiesOf({ before, input, pods }: Edited, ends: ReadonlySet<number>): readonly Policy[] {
  const places = placesOf(before, ends);
  return input.policies.filter(({ subject, resource }) => {
    if (subject.namespaces === 'own' && !places.has(resource.namespace ?? '')) return false;
    const { certain, possible } = pods.select(subject, resource.namespace);
    return [...ends].some((end) => hasMember(certain, end) || hasMember(possible, end));
  });
}

function placesOf({ input }: ClusterReachability, ends: ReadonlySet<number>): ReadonlySet<string> {
  return new Set([...ends].map((end) => input.workloads[end]?.namespace ?? ''));
}

interface Meeting {
  readonly touched: ReadonlySet<number>;
  readonly met: ReadonlySet<number>;
}

/** The ends of a meeting alone, with the policies that govern them and the paths that are declared at the touched ones. */
function partOf({ before, input, pods }: Edited, { touched, met }: Meeting) {
  const kept = [...met].toSorted((a, b) => a - b);
  const workloads = kept.flatMap((end) => input.workloads[end] ?? []);
  const policies = policiesOf({ before, input, pods }, met);
  const declared = [...new Set([...placesOf(before, touched)].flatMap((name) => before.declaredAt(name)))];
  return {
    paths: { input: { ...input, workloads, policies }, declared, places: [] },
    touched: kept.flatMap((end, index) => (touched.has(end) ? [index] : [])),
  };
}
