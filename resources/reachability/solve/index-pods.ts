import type { ClusterInput } from '../cluster-input';
import { IdentityLabels } from '../peers/identity-labels';
import { PodIndex } from '../peers/pod-index';
import type { NetworkProfile } from './bind-rules';

/** Indexes the workloads of a cluster by the labels that selectors find in its network. */
export function indexPods(
  { workloads, namespaces, partlyKnownNamespaces }: Omit<ClusterInput, 'policies'>,
  { identityLabels }: NetworkProfile,
): PodIndex {
  if (identityLabels === undefined) return new PodIndex(workloads, namespaces, partlyKnownNamespaces);
  const found = new IdentityLabels(identityLabels);
  const places = new Map([...namespaces].map(([name, labels]) => [name, found.ofNamespace(labels)] as const));
  return new PodIndex(
    workloads.map((one) => found.ofPod(one)),
    places,
    partlyKnownNamespaces,
  );
}
