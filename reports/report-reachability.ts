import { groupBy } from '../model/group-by';
import { platformNamespaceName } from '../model/naming';
import type { Text } from '../model/text';
import { closureOf } from '../resources/reachability/query/closure';
import { nameOf } from '../resources/reachability/query/ends';
import { StepIndex } from '../resources/reachability/query/steps';
import type { AssemblyView } from '../resources/view/assembly-view';
import { clusterBudget } from '../resources/view/reachability/datapath';
import { findAlikeEnds } from '../resources/view/reachability/matrix/alike-ends';
import { PathMatrices } from '../resources/view/reachability/matrix/path-matrices';
import { findAgencyFlows } from '../resources/view/reachability/sites/agency-flows';
import { FactPlaces } from '../policies/fact-places';
import { writtenAgencyFlows } from './reachability/answers/agency-lines';
import type { LimitUse, ReportReachability } from './report';
import { pathMessages } from './text/path-messages';

/** Who can reach whom in the clusters of an assembly, counted; adds no judgement of its own. */
export function reportReachability(view: AssemblyView): ReportReachability {
  const matrices = new PathMatrices(view.reachability, view.model);
  return {
    totals: matrices.totals(),
    zones: matrices.zones(),
    provinces: matrices.provinces(),
    communes: matrices.provinceTenants().map((province) => ({
      province: { kind: province.kind, id: province.id, officialName: province.officialName },
      alike: findAlikeEnds(matrices.communesOf(province)),
    })),
    agencyFlows: agencyFlowsOf(view),
    blast: blastOf(view),
    headroom: headroomOf(view),
  };
}

function agencyFlowsOf(view: AssemblyView): ReportReachability['agencyFlows'] {
  const { model, reachability } = view;
  const flows = writtenAgencyFlows(findAgencyFlows(reachability, model), new FactPlaces(view));
  const agencyName = (agency = ''): Text | undefined => model.tryTenant(agency)?.officialName;
  return flows.map((flow) => ({ ...flow, fromName: agencyName(flow.from.agency), toName: agencyName(flow.to.agency) }));
}

/** What follows where the gateway is taken over that has the most workloads behind it. */
function blastOf({ model, reachability }: AssemblyView): ReportReachability['blast'] {
  const gateways = model.clusters.flatMap((cluster) => {
    const of = reachability.of(cluster);
    const [end] = of.workloadsOf(platformNamespaceName('gateway'));
    return end === undefined ? [] : [{ cluster, of, end }];
  });
  const [first] = gateways.toSorted((a, b) => b.of.input.workloads.length - a.of.input.workloads.length);
  if (first === undefined) return undefined;
  const { hops } = closureOf(new StepIndex(first.of.reachability, 'depends'), first.end);
  const rings = groupBy(hops.values(), (count) => count);
  return {
    from: `${first.cluster.id} ${nameOf(first.of.reachability, first.end)}`,
    rings: [...rings].toSorted(([a], [b]) => a - b).map(([count, ends]) => ({ hops: count, workloads: ends.length })),
  };
}

/** How much of what the datapath can hold each cluster uses: identities, and the fullest policy map. */
function headroomOf({ model, reachability, resources }: AssemblyView): readonly LimitUse[] {
  return model.clusters.flatMap((cluster) => {
    const { identities, fullestMap } = clusterBudget(reachability.of(cluster), resources);
    return [
      { label: labelOf(cluster.id, pathMessages.identities), used: identities.used, limit: identities.limit.maximum },
      { label: labelOf(cluster.id, pathMessages.policyMap), used: fullestMap.used, limit: fullestMap.limit.maximum },
    ];
  });
}

function labelOf(cluster: string, { vi, en }: Text): Text {
  return { vi: `${cluster}: ${vi}`, en: `${cluster}: ${en}` };
}
