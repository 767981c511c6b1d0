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

/** What a name stood for when something was last brought there; undefined when it was this cluster, or nothing was. */
export function formerUid(known: ReadonlyMap<string, string>, { cluster, uid }: ClusterIdentity): string | undefined {
  const before = known.get(cluster);
  return before === uid ? undefined : before;
}

/**
 * Compares clusters with those that the journal knows: to any other server, all that was ever brought is gone, and
 * what is taken away there is somebody else's. Gives those that the journal is to note: new ones, and those that a
 * person says were made anew.
 */
export function judgeClusters(
  known: ReadonlyMap<string, string>,
  found: readonly ClusterIdentity[],
  madeAnew: ReadonlySet<string>,
): Result<readonly ClusterIdentity[]> {
  const others = found.flatMap((one) => {
    const before = formerUid(known, one);
    return before === undefined ? [] : [{ ...one, before }];
  });
  const wrong = [...madeAnew].filter((name) => !others.some(({ cluster }) => cluster === name));
  const problems = [
    ...others.filter(({ cluster }) => !madeAnew.has(cluster)).map(otherCluster),
    ...wrong.toSorted().map((name) => notMadeAnew(name, known.has(name))),
  ];
  return problems.length === 0
    ? success(found.filter(({ cluster, uid }) => known.get(cluster) !== uid))
    : failure(problems);
}

function otherCluster({ cluster, uid, before }: ClusterIdentity & { readonly before: string }): Problem {
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
