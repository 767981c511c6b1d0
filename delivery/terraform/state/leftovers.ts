import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isFolder } from '../../../resources/read/folder';
import type { TerraformSettings } from '../settings';
import { tryReadShardRecord } from '../workspace/shard-record';
import type { Shard } from '../workspace/shard';
import type { Workspace } from '../workspace/workspace';
import { shardsFolder, workspacePaths } from '../workspace/workspace-paths';

/**
 * The workspaces of shards that were worked on from this state folder and that the assembly no longer has, sorted.
 * What their states hold (`readState`) is still in the clusters; only `destroyShard` or `removeFromState` ends that,
 * by exact address.
 */
export function findLeftovers(settings: TerraformSettings, shards: readonly Shard[]): readonly Workspace[] {
  const folder = shardsFolder(settings.stateFolder);
  if (!isFolder(folder)) return [];
  const known = new Set(shards.map(({ id }) => id));
  return readdirSync(folder)
    .filter((name) => !known.has(name) && isFolder(join(folder, name)))
    .toSorted()
    .flatMap((name) => {
      const paths = workspacePaths(settings.stateFolder, name);
      const shard = tryReadShardRecord(paths);
      return shard === undefined ? [] : [{ settings, shard, paths }];
    });
}
