import { groupBy } from '../../model/group-by';
import type { Assembly } from '../../resources/assembly';
import type { Resource } from '../../resources/resource';
import { deliveryWaves, type DeliveryStep, type Wave } from './delivery-step';
import type { FirstTenants } from './first-tenants';
import { placesOf, type Place } from './place-in-waves';

/** What a deploy does and in which order, and what it leaves to other tools. */
export interface WavePlan {
  readonly waves: readonly Wave[];
  /** Resources that no step brings: those of leased capacity. */
  readonly notDelivered: readonly Resource[];
}

/**
 * Plans a deploy of an assembly. Terraform's part of a shard comes before its Kubernetes objects, these in the order
 * of the assembly's own waves; nothing else waits inside a wave.
 */
export function planWaves(assembly: Assembly, first: FirstTenants): WavePlan {
  const placeOf = placesOf(assembly, first);
  const placed: Placed[] = [];
  const notDelivered: Resource[] = [];
  for (const resource of assembly.resources) {
    const place = placeOf(resource);
    if (place === undefined) notDelivered.push(resource);
    else placed.push({ place, resource });
  }
  const byWave = groupBy(placed, ({ place }) => place.wave);
  const waves = deliveryWaves.flatMap(({ name }): readonly Wave[] => {
    const steps = stepsOf(byWave.get(name) ?? []);
    return steps.length === 0 ? [] : [{ name, steps }];
  });
  return { waves, notDelivered };
}

interface Placed {
  readonly place: Place;
  readonly resource: Resource;
}

function stepsOf(placed: readonly Placed[]): readonly DeliveryStep[] {
  const groups = [...groupBy(placed, ({ place }) => stepId(place)).values()];
  const drafts = groups.flatMap((group) => {
    const [head] = group;
    return head === undefined ? [] : [{ place: head.place, group, chain: chainOf(head.place) }];
  });
  const chains = groupBy(drafts, ({ chain }) => chain);
  return drafts
    .map(({ place, group, chain }): DeliveryStep => {
      const before = (chains.get(chain) ?? []).filter((one) => one.place.order < place.order);
      const { wave, engine, cluster, part, tenant } = place;
      const resources = group.map(({ resource }) => resource);
      const site = resources[0]?.site ?? '';
      const after = before.map((one) => stepId(one.place)).toSorted();
      return { id: stepId(place), wave, engine, site, cluster, part, tenant, resources, after };
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function stepId({ wave, cluster, engine, part }: Place): string {
  return `${wave}/${cluster}/${engine}/${part}`;
}

/** Steps of one chain follow each other: the platform of a cluster, or what one tenant has in a cluster. */
function chainOf({ cluster, tenant }: Place): string {
  return `${cluster}/${tenant ?? ''}`;
}
