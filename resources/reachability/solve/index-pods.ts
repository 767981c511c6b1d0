import type { ClusterInput } from '../cluster-input';
import { IdentityLabels } from '../peers/identity-labels';
import { PodIndex, type NamespaceLabels } from '../peers/pod-index';
import type { NetworkProfile } from './bind-rules';

/** Indexes the workloads of a cluster by the labels that selectors find in its network. */
export function indexPods(input: Omit<ClusterInput, 'policies'>, { identityLabels }: NetworkProfile): PodIndex {
  const { workloads } = input;
  const found = identityLabels === undefined ? undefined : new IdentityLabels(identityLabels);
  const known = found === undefined ? workloads : workloads.map((one) => found.ofPod(one));
  return PodIndex.of(known, namespacesOf(input, found));
}

/** The same workloads by the labels that their namespaces have now. */
export function indexAgain(
  pods: PodIndex,
  input: Pick<ClusterInput, 'namespaces' | 'partlyKnownNamespaces'>,
  { identityLabels }: NetworkProfile,
): PodIndex {
  const found = identityLabels === undefined ? undefined : new IdentityLabels(identityLabels);
  return pods.withNamespaces(namespacesOf(input, found));
}

function namespacesOf(
  { namespaces, partlyKnownNamespaces }: Pick<ClusterInput, 'namespaces' | 'partlyKnownNamespaces'>,
  found: IdentityLabels | undefined,
): NamespaceLabels {
  const labels =
    found === undefined
      ? namespaces
      : new Map([...namespaces].map(([name, own]) => [name, found.ofNamespace(own)] as const));
  return { labels, partlyKnown: partlyKnownNamespaces };
}
