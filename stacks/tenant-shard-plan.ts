import { SHARD_RESOURCES_MAX } from '../model/limits';
import type { Model } from '../model/model';
import { shardId } from '../model/naming';
import { problem, ProblemError, type FactPath, type Problem } from '../model/problem';
import type { Namespace } from '../model/tenancy/namespace';
import type { System } from '../model/tenancy/system';

/** What one Terraform state of tenants holds. */
export interface TenantShard {
  readonly id: string;
  readonly cluster: string;
  readonly site: string;
  /** Sorted by name. */
  readonly namespaces: readonly Namespace[];
  /** Systems whose storage class stands here, sorted by id. */
  readonly systems: readonly System[];
}

/** The most resources that one namespace becomes: itself, quota, limits, two bindings, four network policies. */
const RESOURCES_PER_NAMESPACE = 9;

/**
 * The tenant shards of a model, sorted by id: namespaces as the model placed them; a storage class once for each
 * cluster of a system, in the shard of its owner.
 * @throws ProblemError when a shard is too large to plan in a reasonable time
 */
export function planTenantShards(model: Model): readonly TenantShard[] {
  const drafts = new Map<string, TenantShard & { namespaces: Namespace[]; systems: System[] }>();
  const draftOf = (id: string, place: { readonly cluster: string; readonly site: string }) => {
    const draft = drafts.get(id) ?? { id, cluster: place.cluster, site: place.site, namespaces: [], systems: [] };
    drafts.set(id, draft);
    return draft;
  };
  for (const namespace of model.namespaces) draftOf(namespace.shard, namespace).namespaces.push(namespace);
  for (const system of model.systems)
    for (const placement of system.placements)
      draftOf(shardId(placement.cluster, system.owner), placement).systems.push(system);

  const shards = [...drafts.values()].map(sortShard).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const problems = shards.flatMap(findTooLarge);
  if (problems.length > 0) throw new ProblemError(problems);
  return shards;
}

function sortShard(shard: TenantShard): TenantShard {
  return {
    ...shard,
    namespaces: shard.namespaces.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    systems: shard.systems.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function findTooLarge({ id, namespaces, systems }: TenantShard): readonly Problem[] {
  const resources = namespaces.length * RESOURCES_PER_NAMESPACE + systems.length;
  if (resources <= SHARD_RESOURCES_MAX) return [];
  const at: FactPath = namespaces[0]?.origin ?? systems[0]?.origin ?? [];
  return [
    problem({
      code: 'shard-too-large',
      at,
      what: `the Terraform state ${id} would hold too much to plan in a reasonable time`,
      got: `${resources} resources`,
      want: `at most ${SHARD_RESOURCES_MAX} resources`,
      next: 'give the tenant fewer systems in this cluster',
    }),
  ];
}
