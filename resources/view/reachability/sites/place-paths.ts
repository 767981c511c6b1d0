import type { Cidr } from '../../../../model/address/cidr';
import { IpAddress } from '../../../../model/address/ip';
import { platformNamespacesOf } from '../../../../model/platform/platform-namespaces';
import { notInternetBlocks } from '../../../../model/segmentation/internet';
import { directions, type Direction } from '../../../reachability/policy/policy';
import { outsideMembers } from '../../../reachability/query/connections';
import type { PortRange } from '../../../reachability/traffic/traffic';
import type { ModelView } from '../../model-view';
import type { ClusterReachability } from '../cluster-reachability';
import type { ReachabilityView } from '../reachability-view';
import { placeBlocks, type PlaceKind } from './place-blocks';

/** What passes between places of one kind and namespaces of one zone, or one service of the platform. */
export interface PlacePaths {
  readonly place: PlaceKind;
  /** As the namespaces see it. */
  readonly direction: Direction;
  /** A zone of tenants, or a service of the platform. */
  readonly with: string;
  /** What passes, or may pass, with some of them. */
  readonly ranges: readonly PortRange[];
  /** How many namespaces, in all clusters. */
  readonly namespaces: number;
  /** How many places of the kind. */
  readonly places: number;
}

/**
 * What passes at the edges of the clusters: with the centers of the party and state network, offices, leased sites, the
 * nodes of clusters and the Internet, by the addresses that each has in the national plan.
 */
export function findPlacePaths(reachability: ReachabilityView, model: ModelView): readonly PlacePaths[] {
  const rows = new Map<string, Row>();
  const blocks = placeBlocks(model);
  const own = notInternetBlocks(model.nation);
  for (const cluster of model.clusters) {
    const of = reachability.of(cluster);
    const places = placesByRun(of, blocks, own);
    const services = new Map(
      platformNamespacesOf(model, cluster).map(({ name, service }) => [name, `platform ${service.service}`]),
    );
    for (const direction of directions) {
      for (const [end, { namespace, hostNetwork }] of of.input.workloads.entries()) {
        if (hostNetwork) continue;
        const zone = model.tryNamespace(cluster.id, namespace)?.zone ?? services.get(namespace) ?? namespace;
        for (const { kind, place, ranges } of met(of, places, { direction, end })) {
          const key = JSON.stringify([kind, direction, zone, ranges]);
          const row: Row = rows.get(key) ?? {
            place: kind,
            direction,
            with: zone,
            ranges,
            own: new Set(),
            met: new Set(),
          };
          row.own.add(`${cluster.id}/${namespace}`);
          row.met.add(place);
          rows.set(key, row);
        }
      }
    }
  }
  return [...rows]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { own, met: places, ...row }]) => ({ ...row, namespaces: own.size, places: places.size }));
}

interface Row extends Omit<PlacePaths, 'namespaces' | 'places'> {
  readonly own: Set<string>;
  readonly met: Set<string>;
}

interface Place {
  readonly kind: PlaceKind;
  readonly place: string;
}

/** The place of each run of addresses; of one that lies in no place the kind says whether it is the nation's own. */
function placesByRun(
  { reachability: { outside } }: ClusterReachability,
  blocks: readonly (Place & { readonly block: Cidr })[],
  own: readonly Cidr[],
): ReadonlyMap<number, Place> {
  const found = new Map<number, Place>();
  for (const { block, kind, place } of blocks) {
    for (const run of outside.addresses.within(block)) {
      const atom = outside.addresses.atoms[run];
      const isInside = atom !== undefined && atom.first >= block.first.value && atom.last <= block.last.value;
      if (isInside && !found.has(run)) found.set(run, { kind, place });
    }
  }
  for (const [run, { family, first }] of outside.addresses.atoms.entries()) {
    if (found.has(run)) continue;
    const kind = own.some((one) => one.contains(IpAddress.of(family, first))) ? 'nation' : 'internet';
    found.set(run, { kind, place: kind });
  }
  return found;
}

interface AtEnd {
  readonly direction: Direction;
  readonly end: number;
}

function* met(
  { reachability }: ClusterReachability,
  places: ReadonlyMap<number, Place>,
  { direction, end }: AtEnd,
): Generator<Place & { readonly ranges: readonly PortRange[] }> {
  const { answers } = reachability;
  for (const member of outsideMembers(reachability, direction, end)) {
    const place = places.get(member);
    if (place === undefined) continue;
    const passed =
      direction === 'ingress' ? reachability.fromOutside(member, end) : reachability.toOutside(end, member);
    const ranges = answers.sets.rangesOf(answers.possibleOf(passed));
    if (ranges.length > 0) yield { ...place, ranges };
  }
}
