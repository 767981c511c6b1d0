import type { NamedPolicy } from '../../policies/evaluation';
import { FactPlaces } from '../../policies/fact-places';
import { PathWaivers } from '../../policies/path-waivers';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { readClusterPaths } from '../../resources/view/reachability/cluster-reachability';
import type { PathState } from './path-changes';

/** What is asked of an assembly beside its clusters. */
export interface PathQuestion {
  /** The rules whose exceptions may accept a path. */
  readonly policies: readonly NamedPolicy[];
  /** `YYYY-MM-DD`; an exception that doesn't count on this day waives nothing. */
  readonly today: string;
  /** Clusters that need not be looked into, because nothing is written otherwise there. */
  readonly unchanged: ReadonlySet<string>;
}

/** What passes in the clusters of an assembly, and what of it exceptions accept. */
export function assemblyPaths(view: AssemblyView, { policies, today, unchanged }: PathQuestion): PathState {
  const { model, resources } = view;
  const asked = model.clusters.filter(({ id }) => !unchanged.has(id));
  return {
    model,
    clusters: new Map(asked.map((one) => [one.id, () => readClusterPaths(one, model, resources.inCluster(one.id))])),
    waiversOf: waiversIn(view, { policies, today }),
  };
}

/** Finds the waivers of an assembly when they are first asked for. */
function waiversIn(
  view: AssemblyView,
  { policies, today }: Pick<PathQuestion, 'policies' | 'today'>,
): PathState['waiversOf'] {
  const places = new FactPlaces(view);
  let found: PathWaivers | undefined;
  return (change, cluster) => {
    found ??= new PathWaivers({ view, policies, today });
    return found
      .of(change, cluster)
      .map(({ origin, ...waiver }) => ({ ...waiver, declaredAt: places.placeOf(origin.join('/')) }));
  };
}
