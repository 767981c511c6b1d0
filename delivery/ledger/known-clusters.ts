import type { JournalEntry } from '../journal/journal-entry';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';

/** A name of a cluster with what it stands for now. */
export interface ClusterIdentity {
  readonly cluster: string;
  /** Uid of its namespace `kube-system`, which no other cluster has. */
  readonly uid: string;
}

/** The uid of each cluster that something was brought to, by its name. */
export function knownClusters(entries: readonly JournalEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.flatMap((one) => (one.kind === 'cluster' ? [[one.cluster, one.uid]] : [])));
}

/**
 * Compares clusters with those that the journal knows: to any other server, all that was ever brought is gone, and
 * what is taken away there is somebody else's. Gives those that the journal is to note: new ones, and those that a
 * person says were made anew.
 */
export function judgeClusters(
  entries: readonly JournalEntry[],
  found: readonly ClusterIdentity[],
  madeAnew: ReadonlySet<string>,
): Result<readonly ClusterIdentity[]> {
  const known = knownClusters(entries);
  const changed = found.filter(({ cluster, uid }) => known.get(cluster) !== uid);
  const others = changed.filter(({ cluster }) => known.has(cluster));
  const unsaid = others.filter(({ cluster }) => !madeAnew.has(cluster));
  const wrong = [...madeAnew].filter((name) => !others.some(({ cluster }) => cluster === name));
  const problems = [
    ...unsaid.map((one) => otherCluster(one, known.get(one.cluster) ?? '')),
    ...wrong.toSorted().map((name) => notMadeAnew(name, known.has(name))),
  ];
  return problems.length === 0 ? success(changed) : failure(problems);
}

function otherCluster({ cluster, uid }: ClusterIdentity, before: string): Problem {
  return problem({
    code: 'other-cluster',
    at: [],
    what: `${cluster} is another cluster than the one that was deployed to`,
    got: `the cluster ${uid}`,
    want: `the cluster ${before}`,
    next: `look where the kubeconfig leads; if the cluster was made anew on purpose, run ndc deploy --made-anew ${cluster}, and what the old one held counts as gone`,
  });
}

function notMadeAnew(name: string, isKnown: boolean): Problem {
  return problem({
    code: 'cluster-not-made-anew',
    at: [],
    what: `--made-anew names ${name}, which was not made anew`,
    got: isKnown ? 'the cluster that was deployed to, or no answer from it' : 'a name to which nothing was brought',
    want: 'a cluster that stands where another one was deployed to',
    next: `leave ${name} out of --made-anew`,
  });
}
