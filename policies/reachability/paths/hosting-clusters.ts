import type { Cluster } from '../../../model/site/cluster';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { clusterSubjects, type SubjectOf } from '../../subjects';

/** Every cluster that has namespaces of tenants, as a subject. */
export function hostingClusters({ model }: AssemblyView): readonly SubjectOf<Cluster>[] {
  const hosting = new Set(model.namespaces.map(({ cluster }) => cluster));
  return clusterSubjects(model.clusters.filter(({ id }) => hosting.has(id)));
}
