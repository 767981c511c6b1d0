import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isFolder, readBytes } from '../../../resources/read/folder';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import { manifestObjectShape } from '../../../resources/read/manifest-shape';
import type { Shard } from './shard';
import type { Workspace } from './workspace';
import { shardsFolder, workspacePaths, type WorkspacePaths } from './workspace-paths';
import { writeWhole } from './write-whole';

const name = z.string().min(1).max(400);
const shape: z.ZodType<Shard> = z.strictObject({
  id: name,
  cluster: name,
  site: name,
  path: z.string().max(600),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  objects: z.array(manifestObjectShape),
});

/** Notes what the assembly said of a shard, so that it is still known when the assembly no longer has it. */
export function writeShardRecord(paths: WorkspacePaths, shard: Shard): void {
  writeWhole(recordPath(paths), `${JSON.stringify(shard)}\n`);
}

/** What the last assembly that had the shard said of it; undefined when nobody noted it. */
export function tryReadShardRecord(paths: WorkspacePaths): Shard | undefined {
  const read = readBytes(recordPath(paths));
  const parsed = read.ok ? parseStrictJson(read.bytes.toString('utf8')) : undefined;
  const checked = parsed?.ok === true ? shape.safeParse(parsed.value) : undefined;
  return checked?.success === true ? checked.data : undefined;
}

/** The shards that were worked on from a state folder, with their places, sorted. */
export function listWorkedShards(stateFolder: string): readonly Pick<Workspace, 'shard' | 'paths'>[] {
  const folder = shardsFolder(stateFolder);
  if (!isFolder(folder)) return [];
  const names = readdirSync(folder).filter((name) => isFolder(join(folder, name)));
  return names.toSorted().flatMap((name) => {
    const paths = workspacePaths(stateFolder, name);
    const shard = tryReadShardRecord(paths);
    return shard === undefined ? [] : [{ shard, paths }];
  });
}

function recordPath(paths: WorkspacePaths): string {
  return join(paths.folder, 'shard.json');
}
