import type { Manifest, ManifestFile, ManifestObject } from '../../../model/assembly';
import { failure, problem, success, type Result } from '../../../model/problem';
import { manifestShape } from '../../../resources/read/manifest-shape';
import { readDocument } from '../../../resources/read/read-document';

/** One Terraform state's worth of an assembly: it plans, applies and drifts alone. */
export interface Shard {
  /** Name of the shard, such as `ndc-1-shared-0-p01`. */
  readonly id: string;
  readonly cluster: string;
  readonly site: string;
  /** Path of its file in the assembly. */
  readonly path: string;
  /** Digest of that file, as the manifest states it. */
  readonly digest: string;
  readonly objects: readonly ManifestObject[];
}

/** The Terraform shards of an assembly on disk, in the order of its manifest. */
export function readShards(assemblyFolder: string): Result<readonly Shard[]> {
  const manifest = readDocument<Manifest>(assemblyFolder, 'manifest.json', manifestShape);
  return manifest.ok ? shardsOf(manifest.value.value) : manifest;
}

/** The Terraform shards that a manifest lists. */
export function shardsOf(manifest: Manifest): Result<readonly Shard[]> {
  const files = manifest.files.filter(({ engine }) => engine === 'terraform');
  const wrong = files.filter((file) => shardOf(file) === undefined);
  if (wrong.length > 0) return failure(wrong.map(noShard));
  return success(files.map(shardOf).filter((one) => one !== undefined));
}

function shardOf({ path, site, cluster, shard, digest, objects }: ManifestFile): Shard | undefined {
  if (shard === undefined || cluster === undefined || path !== `terraform/${shard}/cdk.tf.json`) return undefined;
  return { id: shard, cluster, site, path, digest, objects };
}

function noShard({ path }: ManifestFile): ReturnType<typeof problem> {
  return problem({
    code: 'shard-unnamed',
    at: ['manifest.json', path],
    what: 'a Terraform file of the assembly belongs to no shard and cluster',
    got: path,
    want: 'terraform/<shard>/cdk.tf.json with its shard and cluster',
    next: 'make the assembly again with synth',
  });
}
