import type { AssemblyView } from '../resources/view/assembly-view';
import { findAlikeEnds } from '../resources/view/reachability/matrix/alike-ends';
import { PathMatrices } from '../resources/view/reachability/matrix/path-matrices';
import type { ReportReachability } from './report';

/** Who can reach whom in the clusters of an assembly, counted; adds no judgement of its own. */
export function reportReachability({ reachability, model }: AssemblyView): ReportReachability {
  const matrices = new PathMatrices(reachability, model);
  return {
    totals: matrices.totals(),
    zones: matrices.zones(),
    provinces: matrices.provinces(),
    communes: matrices.provinceTenants().map((province) => ({
      province: { kind: province.kind, id: province.id, officialName: province.officialName },
      alike: findAlikeEnds(matrices.communesOf(province)),
    })),
  };
}
