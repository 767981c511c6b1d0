import type { TerraformSettings } from '../settings';
import type { Shard } from './shard';
import type { WorkspacePaths } from './workspace-paths';

/** A shard with the folder in which Terraform works on it. */
export interface Workspace {
  readonly settings: TerraformSettings;
  readonly shard: Shard;
  readonly paths: WorkspacePaths;
}
