import { readBlocks, type Cidr } from '../../../../model/address/cidr';
import type { Model } from '../../../../model/model';
import type { Site } from '../../../../model/site/site';

/** A kind of place outside of a cluster that the national address plan knows; `nation` is what it keeps for no place yet. */
export type PlaceKind = Site['kind'] | 'access-end' | 'nodes' | 'nation' | 'internet';

/** A block of addresses and the place that has it. */
export interface PlaceBlock {
  readonly kind: PlaceKind;
  /** Id of the site, the tenant or the cluster. */
  readonly place: string;
  readonly block: Cidr;
}

/** Blocks of all places but the Internet, what lies inside of another first: nodes of clusters, access ends of offices, sites. */
export function placeBlocks({
  tenants,
  ...large
}: Pick<Model, 'clusters' | 'tenants' | 'sites'>): readonly PlaceBlock[] {
  const ends = tenants.flatMap(({ id, accessEnd }) =>
    accessEnd === undefined ? [] : dual('access-end', id, accessEnd),
  );
  return [...nodeBlocks(large), ...ends, ...siteBlocks(large)];
}

/** The same without access ends, of which there are thousands. */
export function largeBlocks(model: Pick<Model, 'clusters' | 'sites'>): readonly PlaceBlock[] {
  return [...nodeBlocks(model), ...siteBlocks(model)];
}

function nodeBlocks({ clusters }: Pick<Model, 'clusters'>): readonly PlaceBlock[] {
  return clusters.flatMap(({ id, nodes }) => dual('nodes', id, nodes));
}

function siteBlocks({ sites }: Pick<Model, 'sites'>): readonly PlaceBlock[] {
  return sites.flatMap(({ id, kind, block }) => dual(kind, id, block));
}

function dual(kind: PlaceKind, place: string, { ipv4, ipv6 }: Site['block']): readonly PlaceBlock[] {
  return readBlocks([ipv4, ipv6]).map((block) => ({ kind, place, block }));
}
