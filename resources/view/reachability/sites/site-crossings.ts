import { readBlocks } from '../../../../model/address/cidr';
import { zoneBlock } from '../../../../model/site/zone-block';
import type { Cluster } from '../../../../model/site/cluster';
import type { Direction } from '../../../reachability/policy/policy';
import type { PortRange } from '../../../reachability/traffic/traffic';
import type { TrafficSet } from '../../../reachability/traffic/traffic-sets';
import type { ModelView } from '../../model-view';
import type { ClusterReachability } from '../cluster-reachability';
import type { ReachabilityView } from '../reachability-view';

/** What a namespace lets pass to or from the DMZ block of a site, through which clusters and sites meet. */
export interface Crossing {
  readonly namespace: string;
  readonly ranges: readonly PortRange[];
}

/** What the namespaces of one cluster let pass to and from the DMZ of each site, by the id of the site. */
export interface ClusterCrossings {
  readonly cluster: Cluster;
  readonly egress: ReadonlyMap<string, readonly Crossing[]>;
  readonly ingress: ReadonlyMap<string, readonly Crossing[]>;
}

/** Asks every cluster what its policies let pass to and from the DMZ blocks of the data centers, its own among them. */
export function findCrossings(reachability: ReachabilityView, model: ModelView): readonly ClusterCrossings[] {
  return model.clusters.map((cluster) => {
    const of = reachability.of(cluster);
    const towards = (direction: Direction): ReadonlyMap<string, readonly Crossing[]> =>
      new Map(model.dataCenters().map((site) => [site.id, crossingsOf(of, direction, zoneBlock(site, 'dmz'))]));
    return { cluster, egress: towards('egress'), ingress: towards('ingress') };
  });
}

function crossingsOf(
  of: ClusterReachability,
  direction: Direction,
  block: { readonly ipv4: string; readonly ipv6: string },
): readonly Crossing[] {
  const { answers, outside } = of.reachability;
  const runs = readBlocks([block.ipv4, block.ipv6]).flatMap((one) => outside.addresses.within(one));
  return of.namespaces.flatMap((namespace): readonly Crossing[] => {
    let passed: TrafficSet = answers.sets.nothing;
    for (const end of of.workloadsOf(namespace)) {
      if (of.input.workloads[end]?.hostNetwork === true) continue;
      const { outside: map } = of.reachability.mapsOf(direction, end);
      for (const run of runs) passed = answers.sets.or(passed, answers.possibleOf(map.get(run)));
    }
    const ranges = answers.sets.rangesOf(passed);
    return ranges.length === 0 ? [] : [{ namespace, ranges }];
  });
}

/** What two lists of ranges have in common. */
export function commonRanges(left: readonly PortRange[], right: readonly PortRange[]): readonly PortRange[] {
  return left.flatMap((one) =>
    right.flatMap((other): readonly PortRange[] => {
      const [first, last] = [Math.max(one.first, other.first), Math.min(one.last, other.last)];
      return one.protocol === other.protocol && first <= last ? [{ protocol: one.protocol, first, last }] : [];
    }),
  );
}
