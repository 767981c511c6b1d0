import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readBytes } from '../../../resources/read/folder';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import { done, failed, type Outcome } from '../failure/terraform-failure';
import { listWorkedShards } from '../workspace/shard-record';
import type { Workspace } from '../workspace/workspace';
import type { WorkspacePaths } from '../workspace/workspace-paths';
import { writeWhole } from '../workspace/write-whole';

const shape = z.strictObject({ uid: z.string().min(1).max(100) });

/**
 * The uid of the shard's cluster, after making sure that it is the cluster that the shard was deployed to. What any
 * other server says of the shard's objects is worth nothing: to it, all of them are gone.
 */
export async function identifyCluster({ settings, shard, paths }: Workspace): Promise<Outcome<string>> {
  const identity = await settings.clusterUid(shard.cluster);
  if (!identity.ok) return identity;
  const uid = identity.value;
  const known = tryReadKnown(paths);
  if (known === undefined || known === uid) return done(uid);
  const message = `${shard.cluster} is the cluster ${uid}, and the shard was deployed to ${known}`;
  return failed({ kind: 'other-cluster', message });
}

/** Notes to which cluster the shard is deployed. */
export function noteCluster(paths: WorkspacePaths, uid: string): void {
  if (tryReadKnown(paths) !== uid) writeWhole(recordPath(paths), `${JSON.stringify({ uid })}\n`);
}

/** Forgets that shards were deployed to these clusters, which were made anew on purpose. */
export function forgetClusters(stateFolder: string, clusters: ReadonlySet<string>): void {
  for (const { shard, paths } of listWorkedShards(stateFolder))
    if (clusters.has(shard.cluster)) rmSync(recordPath(paths), { force: true });
}

function tryReadKnown(paths: WorkspacePaths): string | undefined {
  const read = readBytes(recordPath(paths));
  const parsed = read.ok ? parseStrictJson(read.bytes.toString('utf8')) : undefined;
  const checked = parsed?.ok === true ? shape.safeParse(parsed.value) : undefined;
  return checked?.success === true ? checked.data.uid : undefined;
}

function recordPath(paths: WorkspacePaths): string {
  return join(paths.folder, 'cluster.json');
}
