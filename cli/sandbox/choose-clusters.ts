import { nearestName } from '../../model/nearest-name';
import { problem, ProblemError } from '../../model/problem';
import { splitNames } from '../command';
import type { AssemblyCluster } from './cluster-specs';

/** Means every cluster of the assembly. */
export const ALL_CLUSTERS = 'all';

/**
 * The clusters to start: those that are named, all, or for each data center its first shared cluster.
 * @throws ProblemError for every name that is no cluster of the assembly
 */
export function chooseClusters(
  clusters: readonly AssemblyCluster[],
  given: string | undefined,
): readonly AssemblyCluster[] {
  if (given === ALL_CLUSTERS) return clusters;
  if (given === undefined) return firstSharedOfSites(clusters);
  const wanted = [...new Set(splitNames(given))];
  const names = clusters.map(({ cluster }) => cluster.id);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new ProblemError(unknown.map((name) => unknownCluster(name, names)));
  return clusters.filter(({ cluster }) => wanted.includes(cluster.id));
}

function firstSharedOfSites(clusters: readonly AssemblyCluster[]): readonly AssemblyCluster[] {
  const shared = clusters.filter(({ cluster }) => cluster.role === 'shared');
  return shared.filter((one, index) => shared.findIndex(({ cluster }) => cluster.site === one.cluster.site) === index);
}

function unknownCluster(name: string, names: readonly string[]) {
  const near = nearestName(name, names);
  return problem({
    code: 'cluster-unknown',
    at: ['--clusters'],
    what: 'the assembly has no such cluster',
    got: name,
    want: near === undefined ? `one of ${names.join(', ')}` : `did you mean ${near}?`,
    next: `name clusters of the assembly, separated by commas, or ${ALL_CLUSTERS}`,
  });
}
