import type { TerraformSettings } from '../settings';
import { listWorkedShards } from '../workspace/shard-record';
import type { Shard } from '../workspace/shard';
import type { Workspace } from '../workspace/workspace';

/**
 * The workspaces of shards that were worked on from this state folder and that the assembly no longer has, sorted.
 * What their states hold (`readState`) is still in the clusters; only `destroyShard` or `removeFromState` ends that,
 * by exact address.
 */
export function findLeftovers(settings: TerraformSettings, shards: readonly Shard[]): readonly Workspace[] {
  const known = new Set(shards.map(({ id }) => id));
  return listWorkedShards(settings.stateFolder)
    .filter(({ shard }) => !known.has(shard.id))
    .map((one) => ({ settings, ...one }));
}
