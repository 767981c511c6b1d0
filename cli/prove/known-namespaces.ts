import { nearestName } from '../../model/nearest-name';
import { problem, ProblemError } from '../../model/problem';
import type { ClusterInput } from '../../resources/reachability/cluster-input';
import { namespacesOf } from '../../resources/view/reachability/exposure';

/**
 * Refuses to answer about namespaces that a cluster doesn't have: of nobody everything would hold.
 * @throws ProblemError for every name that is none of them
 */
export function refuseUnknownNamespaces(asked: readonly string[], cluster: ClusterInput, at: string): void {
  const known = namespacesOf(cluster);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new ProblemError(
    unknown.map((got) => {
      const near = nearestName(got, known);
      return problem({
        code: 'namespace-unknown',
        at: [at],
        what: 'the cluster has no such namespace',
        got,
        want: `one of its ${known.length} namespaces`,
        next: near === undefined ? 'run ndc prove reachability to see the workloads of each' : `did you mean ${near}?`,
      });
    }),
  );
}
