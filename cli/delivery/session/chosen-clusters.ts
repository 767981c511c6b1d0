import { problem, ProblemError } from '../../../model/problem';
import { nearestName } from '../../../model/nearest-name';
import { splitNames } from '../../command';

/** Which clusters of an assembly a command reaches, and which it says that it doesn't. */
export interface ChosenClusters {
  readonly chosen: readonly string[];
  readonly leftOut: readonly string[];
}

/**
 * Chooses among the clusters of an assembly: those asked for, else all that have a context. A cluster that is asked for
 * and has none is an error; leaving one out is always said.
 * @throws ProblemError when a name is unknown, has no context, or nothing is left
 */
export function chooseClusters(
  clusters: readonly string[],
  contexts: readonly string[],
  asked: string | undefined,
): ChosenClusters {
  const names = asked === undefined ? clusters.filter((name) => contexts.includes(name)) : splitNames(asked);
  const problems = [
    ...names.filter((name) => !clusters.includes(name)).map((name) => unknownCluster(name, clusters)),
    ...names
      .filter((name) => clusters.includes(name) && !contexts.includes(name))
      .map((name) => noContext(name, contexts)),
    ...(names.length === 0 ? [noContext(clusters.join(', '), contexts)] : []),
  ];
  if (problems.length > 0) throw new ProblemError(problems);
  const chosen = clusters.filter((name) => names.includes(name));
  return { chosen, leftOut: clusters.filter((name) => !names.includes(name)) };
}

function unknownCluster(name: string, clusters: readonly string[]): ReturnType<typeof problem> {
  const near = nearestName(name, clusters);
  return problem({
    code: 'cluster-unknown',
    at: [],
    what: 'the assembly has no such cluster',
    got: name,
    want: near === undefined ? `one of ${clusters.join(', ')}` : `did you mean ${near}?`,
    next: 'name clusters of the assembly, by comma',
  });
}

function noContext(name: string, contexts: readonly string[]): ReturnType<typeof problem> {
  return problem({
    code: 'cluster-without-context',
    at: [],
    what: 'the kubeconfig has no context named like the cluster',
    got: contexts.length === 0 ? 'no context' : contexts.join(', '),
    want: name,
    next: 'add a context of this name, name another --kubeconfig, or start a sandbox with ndc sandbox up',
  });
}
