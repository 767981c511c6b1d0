import type { JsonObject, Resource } from '../../resource';
import type { ClusterInput } from '../cluster-input';
import type { Policy } from '../policy/policy';
import { readNetworkPolicy } from '../policy/read-network-policy';
import type { NetworkProfile } from '../solve/bind-rules';
import { Reachability } from '../solve/reachability';

/**
 * What might pass in a cluster if somebody with the right to write NetworkPolicies (networking.k8s.io/v1) in these
 * namespaces added the worst ones; what may not pass then passes under no addition.
 *
 * The worst addition is one policy of each namespace that selects all its pods in both directions and accepts everything.
 * Policies of namespaces only add to what passes, but for two things that they do to a pod which they select: it doesn't
 * get to the last tier of administrators any more, and it is denied what no policy accepts. The worst addition makes the
 * most of the first, and nothing is left for the second. What it can't change stands before it: rules of the first tier,
 * and rules of Cilium that deny. Nothing that exists is taken out, and that would open no more.
 */
export function couldOpen(cluster: ClusterInput, namespaces: Iterable<string>, profile: NetworkProfile): Reachability {
  return new Reachability(withWorstPolicies(cluster, namespaces), profile);
}

/** A cluster with the worst addition to each of these namespaces. */
export function withWorstPolicies(cluster: ClusterInput, namespaces: Iterable<string>): ClusterInput {
  const added = [...new Set(namespaces)].toSorted().flatMap(worstPolicies);
  return { ...cluster, policies: [...cluster.policies, ...added] };
}

/** How the worst policy of each namespace is called. */
export const ADDED_NAME = 'could-open';

const ANYTHING = { podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] };

function worstPolicies(namespace: string): readonly Policy[] {
  const { policies } = readNetworkPolicy(addedPolicy({ namespace, name: ADDED_NAME }, ANYTHING));
  // Pods with the addresses of their nodes are left alone: nothing is denied to them for certain that could be opened.
  return policies.map((one) => ({ ...one, subject: { ...one.subject, onNodes: 'never' } }));
}

/** A NetworkPolicy that nobody wrote yet, as if it had been read. */
export function addedPolicy(
  metadata: { readonly namespace: string; readonly name: string },
  spec: JsonObject,
): Resource {
  const { namespace, name } = metadata;
  const [apiVersion, kind] = ['networking.k8s.io/v1', 'NetworkPolicy'];
  return {
    id: `added/${kind}/${namespace}/${name}`,
    apiVersion,
    kind,
    name,
    namespace,
    site: '',
    body: { apiVersion, kind, metadata, spec },
    artifact: { file: '', engine: 'kubernetes', address: `${kind}/${namespace}/${name}` },
    constructPath: '',
    source: '',
  };
}
